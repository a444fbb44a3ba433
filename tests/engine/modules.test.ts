/** What is behind an import? Asked of projects on disk. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ask, scratch, write } from '#kit';
import { Analysis, type EngineOptions } from '../../src/engine/flow/analysis.js';
import { Catalogue } from '../../src/engine/match/catalogue.js';
import { LARGEST_FILE } from '../../src/engine/modules/parse.js';
import { Project } from '../../src/engine/modules/project.js';
import { inWords } from './engine.kit.js';

const client = "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n";
const CLIENT = 'Prisma.PrismaClient';

/** What the mark `it` of the first file is. */
function told(files: Readonly<Record<string, string>>, options: Partial<EngineOptions> = {}): string {
  return inWords(ask(files, undefined, options).valueAt('it'));
}

/** A file that imports `db` by this specifier, and asks what it is. */
function importing(specifier: string): string {
  return `import { db } from '${specifier}';\n/* it */ db;`;
}

describe('leads to', () => {
  it.each([
    ['a file beside', './db', { 'src/db.ts': client }],
    ['a file above', '../db', { 'db.ts': client }],
    ['a JavaScript file', './db', { 'src/db.js': client }],
    ['a file by its extension', './db.ts', { 'src/db.ts': client }],
    ['a source by the name of what it is built to', './db.js', { 'src/db.ts': client }],
    ['a module source by the name of what it is built to', './db.mjs', { 'src/db.mts': client }],
    ['a folder', './db', { 'src/db/index.ts': client }],
    ['a folder of plain JavaScript', './db/', { 'src/db/index.js': client }],
    ['a component', './db', { 'src/db.tsx': client }],
    ['an alias of tsconfig.json', '@/db', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"] } } }', 'src/db.ts': client }],
    ['an alias of a tsconfig.json with comments', '~/db', { 'tsconfig.json': '{\n  // aliases\n  "compilerOptions": { "paths": { "~/*": ["./src/*"], }, },\n}', 'src/db.ts': client }],
    ['an alias of a tsconfig.json that extends another', '@/db', { 'tsconfig.json': '{ "extends": "./tsconfig.base.json" }', 'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'src/db.ts': client }],
    ['a base URL', 'src/db', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": "." } }', 'src/db.ts': client }],
    ['an import of the package itself', '#db', { 'package.json': '{ "name": "app", "imports": { "#db": "./src/db.js" } }', 'src/db.js': client }],
    ['an import of the package itself, by pattern', '#lib/db', { 'package.json': '{ "name": "app", "imports": { "#lib/*": "./lib/*.ts" } }', 'lib/db.ts': client }],
    ['an import of the package itself, built to another folder', '#lib/db', { 'package.json': '{ "name": "app", "imports": { "#lib/*": "./lib/*.js" } }', 'lib/db.ts': client }],
    ['a workspace package', '@acme/db', { 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }', 'packages/db/package.json': '{ "name": "@acme/db", "main": "dist/index.js" }', 'packages/db/src/index.ts': client }],
    ['a workspace package in an object', '@acme/db', { 'package.json': '{ "name": "root", "workspaces": { "packages": ["packages/**"] } }', 'packages/data/db/package.json': '{ "name": "@acme/db" }', 'packages/data/db/index.js': client }],
    ['a workspace package of pnpm', '@acme/db', { 'pnpm-workspace.yaml': 'packages:\n  # ours\n  - "packages/*"\n  - apps/*\n', 'packages/db/package.json': '{ "name": "@acme/db", "main": "./dist/main.js" }', 'packages/db/src/main.ts': client }],
    ['a part of a workspace package', '@acme/db/client', { 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }', 'packages/db/package.json': '{ "name": "@acme/db" }', 'packages/db/src/client.ts': client }],
    ['a workspace package without a scope', 'data', { 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }', 'packages/db/package.json': '{ "name": "data", "types": "src/main.ts" }', 'packages/db/src/main.ts': client }],
    ['a package of the same monorepo, whose root is not there', '@acme/db', { 'src/package.json': '{ "name": "api", "dependencies": { "@acme/db": "workspace:^" } }', 'packages/data/db/package.json': '{ "name": "@acme/db" }', 'packages/data/db/src/index.ts': client }],
    ['the library folder of SvelteKit, whose aliases are generated', '$lib/db', { 'package.json': '{}', 'tsconfig.json': '{ "extends": "./.svelte-kit/tsconfig.json" }', 'src/lib/db.ts': client }],
    ['the sources, by an alias that only a bundler knows', '@/db', { 'package.json': '{}', 'src/db.ts': client }],
    ["the package's own folder, by an alias that nobody declares", '~~/lib/db', { 'package.json': '{}', 'lib/db.ts': client }],
    ['the sources of a workspace package that is linked and built', '@acme/db', {
      'package.json': '{ "name": "root", "workspaces": ["packages/*"] }',
      'packages/db/package.json': '{ "name": "@acme/db", "main": "dist/index.js" }',
      'packages/db/src/index.ts': client,
      'node_modules/@acme/db/package.json': '{ "name": "@acme/db", "main": "dist/index.js" }',
      'node_modules/@acme/db/dist/index.js': 'exports.db = 1;',
    }],
  ] satisfies [string, string, Record<string, string>][])('%s', (_title, specifier, files) => {
    expect(told({ 'src/main.ts': importing(specifier), ...files })).toBe(CLIENT);
  });
});

describe('is no further than', () => {
  it.each([
    ['a missing file', { 'src/main.ts': importing('./gone') }, 'unknown'],
    ['a broken file', { 'src/main.ts': importing('./db'), 'src/db.ts': `${client}export const {` }, 'unknown'],
    ['a binary file', { 'src/main.ts': importing('./db'), 'src/db.ts': `${client}\0` }, 'unknown'],
    ['a file that is too large', { 'src/main.ts': importing('./db'), 'src/db.ts': `${client}//${'x'.repeat(LARGEST_FILE)}` }, 'unknown'],
    ['a file that is minified', { 'src/main.ts': importing('./db'), 'src/db.ts': `${client}export const text = '${'x'.repeat(20_000)}';` }, 'unknown'],
    ['a file that is too deeply nested', { 'src/main.ts': importing('./db'), 'src/db.ts': `${client}export const deep = ${'[\n'.repeat(5_000)}${']'.repeat(5_000)};` }, 'unknown'],
    ['a declaration', { 'src/main.ts': importing('./db'), 'src/db.d.ts': 'export const db: import("@prisma/client").PrismaClient;' }, 'unknown'],
    ['JSON', { 'src/main.ts': importing('./db.json'), 'src/db.json': '{ "db": 1 }' }, 'unknown'],
    ['a package in node_modules', { 'src/main.ts': importing('some-db'), 'node_modules/some-db/package.json': '{ "name": "some-db", "main": "index.js" }', 'node_modules/some-db/index.js': client }, 'foreign'],
    ['a name that the file does not export', { 'src/main.ts': importing('./db'), 'src/db.ts': 'export const other = 1;' }, 'unknown'],
    ['a package beside that nothing says to be of the same monorepo', { 'src/main.ts': importing('@acme/db'), 'src/package.json': '{ "name": "api", "dependencies": { "@acme/db": "^1.0.0" } }', 'packages/db/package.json': '{ "name": "@acme/db" }', 'packages/db/src/index.ts': client }, 'foreign'],
    ['the folder of a repository', { 'src/main.ts': importing('@acme/db'), 'src/.git/HEAD': 'ref: refs/heads/main', 'src/package.json': '{ "name": "api", "dependencies": { "@acme/db": "workspace:*" } }', 'packages/db/package.json': '{ "name": "@acme/db" }', 'packages/db/src/index.ts': client }, 'foreign'],
    ['the first of very many folders', { 'src/main.ts': importing('@acme/db'), 'src/package.json': '{ "name": "api", "dependencies": { "@acme/db": "workspace:*" } }', ...Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`${String(index).padStart(4, '0')}/readme.md`, ''])), 'zz/package.json': '{ "name": "@acme/db" }', 'zz/src/index.ts': client }, 'foreign'],
    ['packages that lie deep below', { 'src/main.ts': importing('@acme/db'), 'src/package.json': '{ "name": "api", "devDependencies": { "@acme/db": "workspace:*" } }', 'a/b/c/db/package.json': '{ "name": "@acme/db" }', 'a/b/c/db/src/index.ts': client }, 'foreign'],
    ['a folder above a workspace', { 'src/main.ts': importing('@acme/gone'), 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }' }, 'foreign'],
  ] satisfies [string, Record<string, string>, string][])('%s', (_title, files, value) => {
    expect(told(files)).toBe(value);
  });

  it('a file that may not be read', () => {
    const files = { 'src/main.ts': importing('./db'), 'src/db.ts': client };
    const asked = ask(files);
    fs.rmSync(path.join(asked.root, 'src/db.ts'));
    fs.mkdirSync(path.join(asked.root, 'src/db.ts'));
    expect(inWords(asked.valueAt('it'))).toBe('unknown');
  });

  it('one file, where imports are not followed', () => {
    const files = { 'src/main.ts': importing('./db'), 'src/db.ts': client };
    expect(told(files)).toBe(CLIENT);
    expect(told(files, { followImports: false })).toBe('unknown');
  });
});

describe('a tsconfig.json', () => {
  it.each([
    ['that is broken', '{ "compilerOptions": '],
    ['that refers to projects which are not there', '{ "references": [{ "path": "./gone" }, { "path": "./gone/tsconfig.build.json" }], "files": [] }'],
    ['that extends a file which is not there', '{ "extends": "./gone.json" }'],
    ['that extends itself', '{ "extends": "./tsconfig.json" }'],
    ['that is no object', '[]'],
    ['that is empty', ''],
  ])('%s costs no other import', (_title, tsconfig) => {
    expect(told({ 'src/main.ts': importing('./db'), 'src/db.ts': client, 'tsconfig.json': tsconfig })).toBe(CLIENT);
  });

  it('that is a folder costs no other import', () => {
    expect(told({ 'src/main.ts': importing('./db'), 'src/db.ts': client, 'tsconfig.json/notes.md': '' })).toBe(CLIENT);
  });

  it('that refers to a project which is not there keeps its own aliases', () => {
    expect(told({ 'src/main.ts': importing('@/db'), 'src/db.ts': client, 'tsconfig.json': '{ "references": [{ "path": "./gone" }], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }' })).toBe(CLIENT);
  });
});

describe('exports', () => {
  it.each([
    ['a default', 'import db from "./db";\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport default new PrismaClient();" }],
    ['a default that is a name', 'import db from "./db";\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport default db;" }],
    ['a name for another name', 'import { db } from "./db";\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nconst client = new PrismaClient();\nexport { client as db };" }],
    ['a name that is a default', 'import { default as db } from "./db";\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport default new PrismaClient();" }],
    ['a pattern', 'import { db } from "./db";\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const { db } = { db: new PrismaClient() };" }],
    ['a namespace', 'import * as all from "./db";\n/* it */ all.db;', { 'src/db.ts': client }],
    ['an export of another file', 'import { db } from "./all";\n/* it */ db;', { 'src/all.ts': "export { db } from './db';", 'src/db.ts': client }],
    ['a renamed export of another file', 'import { other } from "./all";\n/* it */ other;', { 'src/all.ts': "export { db as other } from './db';", 'src/db.ts': client }],
    ['all exports of another file', 'import { db } from "./all";\n/* it */ db;', { 'src/all.ts': "export * from './other';\nexport * from './db';", 'src/other.ts': 'export const x = 1;', 'src/db.ts': client }],
    ['all exports of another file, under a name', 'import { data } from "./all";\n/* it */ data.db;', { 'src/all.ts': "export * as data from './db';", 'src/db.ts': client }],
    ['barrels of barrels', 'import { db } from ".";\n/* it */ db;', { 'src/index.ts': "export * from './a';", 'src/a/index.ts': "export * from './b';", 'src/a/b.ts': "export * from '../db';", 'src/db.ts': client }],
    ['an import that is exported', 'import { db } from "./all";\n/* it */ db;', { 'src/all.ts': "import { db } from './db';\nexport { db };", 'src/db.ts': client }],
    ['a package\'s export that is handed on', 'import { PrismaClient } from "./all";\n/* it */ new PrismaClient();', { 'src/all.ts': "export * from '@prisma/client';" }],
    ['what a function gives', 'import { get } from "./db";\n/* it */ get();', { 'src/db.ts': `${client}export function get() { return db; }` }],
    ['CommonJS: the whole', 'const db = require("./db");\n/* it */ db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports = new PrismaClient();" }],
    ['CommonJS: properties', 'const { db } = require("./db");\n/* it */ db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nexports.db = new PrismaClient();" }],
    ['CommonJS: an object', 'const { db } = require("./db");\n/* it */ db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nconst db = new PrismaClient();\nmodule.exports = { db };" }],
    ['CommonJS: both at once', 'const all = require("./db");\n/* it */ all.db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports = exports = {};\nexports.db = new PrismaClient();" }],
    ['CommonJS: a spread', 'const { db } = require("./all");\n/* it */ db;', { 'src/all.js': "module.exports = { ...require('./db') };", 'src/db.js': client }],
    ['CommonJS: the whole of another file', 'const { db } = require("./all");\n/* it */ db;', { 'src/all.js': "module.exports = require('./db');", 'src/db.js': client }],
    ['CommonJS: parts of other files', 'const { data } = require("./all");\n/* it */ data.db;', { 'src/all.js': "module.exports = { data: require('./db') };", 'src/db.js': client }],
    ['CommonJS, imported as a default', 'import db from "./db";\n/* it */ db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports = new PrismaClient();" }],
    ['CommonJS, imported by name', 'import { db } from "./db";\n/* it */ db;', { 'src/db.js': "const { PrismaClient } = require('@prisma/client');\nmodule.exports.db = new PrismaClient();" }],
    ['a module, required as a default', 'const db = require("./db").default;\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport default new PrismaClient();" }],
    ['an export assignment', 'import db = require("./db");\n/* it */ db;', { 'src/db.ts': "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\nexport = db;" }],
    ['a dynamic import', 'async function f() { const { db } = await import("./db");\n/* it */ db; }', { 'src/db.ts': client }],
  ] satisfies [string, string, Record<string, string>][])('%s', (_title, main, files) => {
    expect(told({ 'src/main.ts': main, ...files })).toBe(CLIENT);
  });

  it.each([
    ['files that export each other', { 'src/main.ts': importing('./a'), 'src/a.ts': "export * from './b';", 'src/b.ts': "export * from './a';" }],
    ['a file that exports itself', { 'src/main.ts': importing('./a'), 'src/a.ts': "export * from './a';\nexport { db } from './a';" }],
    ['names that lead in a circle', { 'src/main.ts': importing('./a'), 'src/a.ts': "export { db } from './b';", 'src/b.ts': "export { db } from './a';" }],
    ['files that require each other', { 'src/main.ts': importing('./a'), 'src/a.js': "module.exports = require('./b');", 'src/b.js': "module.exports = require('./a');" }],
  ] satisfies [string, Record<string, string>][])('%s end in nothing', (_title, files) => {
    expect(told(files)).toBe('unknown');
  });

  it('files that import each other are both read', () => {
    expect(told({ 'src/main.ts': `${importing('./a')}\nexport const x = 1;`, 'src/a.ts': "import { x } from './main';\nimport { made } from './db';\nexport const db = x ? made : made;", 'src/db.ts': "import './a';\nimport { PrismaClient } from '@prisma/client';\nexport const made = new PrismaClient();" })).toBe(CLIENT);
  });

  it('the nearest of two exports of a name', () => {
    expect(told({ 'src/main.ts': importing('./all'), 'src/all.ts': "export * from './other';\nexport { db } from './db';", 'src/other.ts': 'export const db = 1;', 'src/db.ts': client })).toBe(CLIENT);
  });
});

describe('who calls', () => {
  const callee = 'export function f(handed) {\n  return /* it */ handed;\n}\n';
  const caller = `${client}import { f } from './file';\nf(db);\n`;

  it.each([
    ['a file beside', { 'src/caller.ts': caller }],
    ['a file in another folder', { 'src/a/b/caller.ts': caller.replace('./file', '../../file') }],
    ['a file that imports it under another name', { 'src/caller.ts': `${client}import { f as g } from './file';\ng(db);\n` }],
    ['a file that imports all of it', { 'src/caller.ts': `${client}import * as all from './file';\nall.f(db);\n` }],
    ['a file that requires it', { 'src/caller.js': `${client}const { f } = require('./file');\nf(db);\n` }],
    ['a file that requires all of it', { 'src/caller.js': `${client}const all = require('./file');\nall.f(db);\n` }],
    ['a file that gets it through another', { 'src/all.ts': "export * from './file';\n", 'src/caller.ts': `${client}import { f } from './all';\nf(db);\n` }],
    ['a file that gets it by an alias', { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }', 'src/caller.ts': `${client}import { f } from '@/file';\nf(db);\n` }],
  ] satisfies [string, Record<string, string>][])('%s', (_title, files) => {
    expect(told({ 'src/file.ts': callee, ...files })).toBe(CLIENT);
  });

  it.each([
    ['a test', { 'src/file.test.ts': caller }],
    ['a folder of tests', { 'test/caller.ts': caller.replace('./file', '../src/file') }],
    ['what is built', { 'dist/caller.js': caller.replace('./file', '../src/file') }],
    ['another function of that name', { 'src/other.ts': 'export function f() {}\n', 'src/caller.ts': `${client}import { f } from './other';\nf(db);\n` }],
  ] satisfies [string, Record<string, string>][])('not %s', (_title, files) => {
    expect(told({ 'src/file.ts': callee, ...files })).toBe('unknown');
  });

  it('nobody, where imports are not followed', () => {
    expect(told({ 'src/file.ts': callee, 'src/caller.ts': caller }, { followImports: false })).toBe('unknown');
  });
});

describe('when files change', () => {
  /** A project that is asked again and again, on a clock of its own. */
  function watched(files: Readonly<Record<string, string>>) {
    const root = scratch(files);
    let now = 0;
    const project = new Project(() => now);
    const options: EngineOptions = { followImports: true, depth: 10, files: 2_000, names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: [], asyncHandlers: [], responseMethods: [] } };
    const analysis = new Analysis(project, new Catalogue(), options, 'test');
    return {
      write: (name: string, text: string) => write(root, name, text),
      remove: (name: string) => fs.rmSync(path.join(root, name)),
      /** The models that a schema beside the file declares, and how often the disk was asked for the schema since the last time. */
      models: (name: string, how: 'lint' | 'lintAlone' = 'lint'): { models: string[]; reads: number } => {
        const module = project[how](path.join(root, name), fs.readFileSync(path.join(root, name), 'utf8'));
        const reading = vi.spyOn(fs, 'readFileSync');
        const models = module ? [...project.declaredModels(module, ['schema.prisma']).keys()] : [];
        const reads = reading.mock.calls.filter(([file]) => typeof file === 'string' && file.endsWith('schema.prisma')).length;
        reading.mockRestore();
        now += 60_000;
        return { models, reads };
      },
      /** Lints the file as an editor does some seconds later, and says what its last statement is. */
      told: (name: string, text = fs.readFileSync(path.join(root, name), 'utf8')): string => {
        now += 60_000;
        const module = project.lint(path.join(root, name), text);
        const last = module?.program.body.at(-1);
        if (last?.type === 'ExpressionStatement') return inWords(analysis.valueOf(last.expression));
        const inner = last?.type === 'FunctionDeclaration' || last?.type === 'ExportNamedDeclaration' ? module?.bindings.nodes.get('ReturnStatement')?.at(-1) : undefined;
        return inner?.type === 'ReturnStatement' && inner.argument ? inWords(analysis.valueOf(inner.argument)) : 'no answer';
      },
    };
  }

  it('the file itself', () => {
    const project = watched({ 'src/main.ts': "const db = 1;\ndb;" });
    expect(project.told('src/main.ts')).toBe('1');
    expect(project.told('src/main.ts', "const db = 2;\ndb;")).toBe('2');
  });

  it('a file that it imports', () => {
    const project = watched({ 'src/main.ts': "import { db } from './db';\ndb;", 'src/db.ts': 'export const db = 1;' });
    expect(project.told('src/main.ts')).toBe('1');
    project.write('src/db.ts', client);
    expect(project.told('src/main.ts')).toBe(CLIENT);
    project.write('src/db.ts', 'export const db = 2;');
    expect(project.told('src/main.ts')).toBe('2');
  });

  it('a file that it imports through others', () => {
    const project = watched({ 'src/main.ts': "import { db } from './all';\ndb;", 'src/all.ts': "export * from './db';", 'src/db.ts': 'export const db = 1;' });
    expect(project.told('src/main.ts')).toBe('1');
    project.write('src/db.ts', client);
    expect(project.told('src/main.ts')).toBe(CLIENT);
  });

  it('a file that it imports is open in the editor and not saved', () => {
    const project = watched({ 'src/main.ts': "import { db } from './db';\ndb;", 'src/db.ts': 'export const db = 1;' });
    expect(project.told('src/main.ts')).toBe('1');
    project.told('src/db.ts', client);
    expect(project.told('src/main.ts')).toBe(CLIENT);
  });

  it('a file that it imports appears', () => {
    const project = watched({ 'src/main.ts': "import { db } from './db';\ndb;" });
    expect(project.told('src/main.ts')).toBe('unknown');
    project.write('src/db.ts', client);
    expect(project.told('src/main.ts')).toBe(CLIENT);
  });

  it('a file that it imports goes away', () => {
    const project = watched({ 'src/main.ts': "import { db } from './db';\ndb;", 'src/db.ts': client });
    expect(project.told('src/main.ts')).toBe(CLIENT);
    project.remove('src/db.ts');
    expect(project.told('src/main.ts')).toBe('unknown');
  });

  it('a file that it imports is broken for a while', () => {
    const project = watched({ 'src/main.ts': "import { db } from './db';\ndb;", 'src/db.ts': client });
    expect(project.told('src/main.ts')).toBe(CLIENT);
    project.write('src/db.ts', `${client}export const {`);
    expect(project.told('src/main.ts')).toBe('unknown');
    project.write('src/db.ts', client);
    expect(project.told('src/main.ts')).toBe(CLIENT);
  });

  it('a caller changes', () => {
    const project = watched({ 'src/main.ts': 'export function f(handed) {\n  return handed;\n}\n', 'src/caller.ts': "import { f } from './main';\nf(1);\n" });
    expect(project.told('src/main.ts')).toBe('1');
    project.write('src/caller.ts', "import { f } from './main';\nf(2);\n");
    expect(project.told('src/main.ts')).toBe('2');
  });

  it('a caller appears', () => {
    const project = watched({ 'src/main.ts': 'export function f(handed) {\n  return handed;\n}\n' });
    expect(project.told('src/main.ts')).toBe('unknown');
    project.write('src/caller.ts', "import { f } from './main';\nf(1);\n");
    expect(project.told('src/main.ts')).toBe('1');
  });

  it('a caller goes away', () => {
    const project = watched({ 'src/main.ts': 'export function f(handed) {\n  return handed;\n}\n', 'src/caller.ts': "import { f } from './main';\nf(1);\n" });
    expect(project.told('src/main.ts')).toBe('1');
    project.remove('src/caller.ts');
    expect(project.told('src/main.ts')).toBe('unknown');
  });

  it('a schema beside the file, which is read when it has changed and else once', () => {
    const project = watched({ 'package.json': '{}', 'src/main.ts': '', 'src/other.ts': '' });
    expect(project.models('src/main.ts')).toEqual({ models: [], reads: 0 });
    project.write('schema.prisma', 'model User {\n  id Int\n}\n');
    expect(project.models('src/main.ts')).toEqual({ models: ['User'], reads: 1 });
    expect(project.models('src/main.ts').reads + project.models('src/other.ts').reads).toBe(0);
    project.write('schema.prisma', 'model User {\n  id Int\n}\nmodel Post {\n  id Int\n}\n');
    expect(project.models('src/main.ts')).toEqual({ models: ['User', 'Post'], reads: 1 });
    project.remove('schema.prisma');
    expect(project.models('src/main.ts')).toEqual({ models: [], reads: 0 });
  });

  it('a schema beside the file, also where imports are not followed', () => {
    const project = watched({ 'package.json': '{}', 'src/main.ts': '', 'schema.prisma': 'model User {\n  id Int\n}\n' });
    expect(project.models('src/main.ts', 'lintAlone').models).toEqual(['User']);
    project.write('schema.prisma', 'model Post {\n  id Int\n}\n');
    expect(project.models('src/main.ts', 'lintAlone').models).toEqual(['Post']);
  });

  it('an alias is put right', () => {
    const project = watched({ 'src/main.ts': "import { db } from '@/db';\ndb;", 'data/db.ts': client, 'tsconfig.json': '{}' });
    expect(project.told('src/main.ts')).toBe('unknown');
    project.write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./data/*"] } } }');
    expect(project.told('src/main.ts')).toBe(CLIENT);
  });
});
