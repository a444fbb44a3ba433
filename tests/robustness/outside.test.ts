/** Imports are followed within the project alone, and nothing that is followed is run. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lintFolder, scratch } from '#kit';

const LOADS = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const load = (id) => prisma.user.findUnique({ where: { id } });\n";
const callsFrom = (specifier: string): string => `import { load } from '${specifier}';\nexport async function all(ids) {\n  for (const id of ids) await load(id);\n}\n`;

/** The files below a folder whose text was read while a file was linted, and the lines with findings. */
function reading(root: string, name: string): { readonly read: string[]; readonly lines: number[] } {
  const read = new Set<string>();
  const real = fs.readFileSync;
  const spy = vi.spyOn(fs, 'readFileSync').mockImplementation((...args: Parameters<typeof fs.readFileSync>) => {
    read.add(fs.existsSync(String(args[0])) ? fs.realpathSync(String(args[0])) : String(args[0]));
    return real(...args);
  });
  const lines = lintFolder(root, [name], { rules: { 'no-n-plus-one': {} } }).map(({ line }) => line);
  spy.mockRestore();
  return { lines, read: [...read].map((file) => path.relative(path.dirname(root), file)).filter((file) => /^(?!\.\.).*\.[cm]?[jt]s$/.test(file)).sort() };
}

afterEach(() => vi.restoreAllMocks());

describe('imports', () => {
  it('lead to a file of the project', () => {
    const around = scratch({ 'app/package.json': '{ "name": "app" }', 'app/src/app.js': callsFrom('../lib/db.js'), 'app/lib/db.js': LOADS });
    const { lines, read } = reading(path.join(around, 'app'), 'src/app.js');
    expect(lines).toEqual([3]);
    expect(read).toEqual(['app/lib/db.js', 'app/src/app.js']);
  });

  it.each<[title: string, specifier: string, prepare?: (app: string) => void]>([
    ['by a path that goes up', '../../outside/db.js'],
    ['by a path that goes up from the root and comes back', '../../../../../../../../../../../../../../OUTSIDE/db.js'],
    ['by an absolute path', 'OUTSIDE/db.js'],
    ['by a file URL', 'file://OUTSIDE/db.js'],
    ['by a link to a file', './link.js', (app) => fs.symlinkSync('../../outside/db.js', path.join(app, 'src/link.js'))],
    ['by a link to a folder', './link/db.js', (app) => fs.symlinkSync('../../outside', path.join(app, 'src/link'))],
    ['by a path of tsconfig.json', '@out/db.js', (app) => fs.writeFileSync(path.join(app, 'tsconfig.json'), '{ "compilerOptions": { "baseUrl": ".", "paths": { "@out/*": ["../outside/*"] } } }')],
    ['by an alias of package.json', '#out', (app) => fs.writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "imports": { "#out": "./../outside/db.js" } }')],
    ['by the main file of a package', 'pkg', (app) => {
      fs.mkdirSync(path.join(app, 'node_modules/pkg'), { recursive: true });
      fs.writeFileSync(path.join(app, 'node_modules/pkg/package.json'), '{ "name": "pkg", "main": "../../../outside/db.js" }');
    }],
    ['into node_modules', '../node_modules/pkg/db.js', (app) => {
      fs.mkdirSync(path.join(app, 'node_modules/pkg'), { recursive: true });
      fs.writeFileSync(path.join(app, 'node_modules/pkg/db.js'), LOADS);
    }],
    ['into node_modules by a link', './link.js', (app) => {
      fs.mkdirSync(path.join(app, 'node_modules/pkg'), { recursive: true });
      fs.writeFileSync(path.join(app, 'node_modules/pkg/db.js'), LOADS);
      fs.symlinkSync('../node_modules/pkg/db.js', path.join(app, 'src/link.js'));
    }],
    ['by workspaces that go up', '@acme/out', (app) => {
      fs.writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "workspaces": ["../outside", "../*"] }');
      fs.writeFileSync(path.join(app, '../outside/package.json'), '{ "name": "@acme/out", "main": "db.js" }');
    }],
    ['by a workspace package whose main file goes up', '@acme/in', (app) => {
      fs.writeFileSync(path.join(app, 'package.json'), '{ "name": "app", "workspaces": ["packages/*"] }');
      fs.mkdirSync(path.join(app, 'packages/in'), { recursive: true });
      fs.writeFileSync(path.join(app, 'packages/in/package.json'), '{ "name": "@acme/in", "main": "../../../outside/db.ts", "source": "../../../outside/db.ts", "exports": "../../../outside/db.ts" }');
    }],
  ])('lead to nothing outside of it %s', (_title, specifier, prepare) => {
    const around = scratch({ 'outside/db.js': LOADS, 'outside/db.ts': LOADS, 'app/package.json': '{ "name": "app" }', 'app/src/own.js': '' });
    fs.rmSync(path.join(around, 'package.json'));
    const app = path.join(around, 'app');
    fs.writeFileSync(path.join(app, 'src/app.js'), callsFrom(specifier.replaceAll('OUTSIDE', path.join(around, 'outside'))));
    prepare?.(app);
    const { lines, read } = reading(app, 'src/app.js');
    expect(read.filter((file) => !file.startsWith('app/src/'))).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('lead to other packages of the repository, of which the files say nothing', () => {
    const around = scratch({ 'shared/db.js': LOADS, 'app/package.json': '{ "name": "app" }', 'app/src/app.js': callsFrom('../../shared/db.js') });
    fs.rmSync(path.join(around, 'package.json'));
    expect(reading(path.join(around, 'app'), 'src/app.js').lines).toEqual([]);
    const repository = scratch({ '.git/HEAD': '', 'shared/db.js': LOADS, 'app/package.json': '{ "name": "app" }', 'app/src/app.js': callsFrom('../../shared/db.js') });
    expect(reading(path.join(repository, 'app'), 'src/app.js').lines).toEqual([3]);
  });

  it('of TypeScript that are written with the end of JavaScript lead somewhere beside a broken package.json', () => {
    expect(reading(scratch({ 'package.json': '{', 'src/app.ts': callsFrom('./db.js'), 'src/db.ts': LOADS }), 'src/app.ts').lines).toEqual([3]);
    expect(reading(scratch({ 'package.json': '{', 'src/app.ts': callsFrom('./gone.js'), 'src/db.ts': LOADS }), 'src/app.ts').lines).toEqual([]);
    expect(reading(scratch({ 'package.json': '{', 'src/app.ts': callsFrom('pkg'), 'src/db.ts': LOADS }), 'src/app.ts').lines).toEqual([]);
  });

  it('go round in links that lead back once', () => {
    const root = scratch({ 'src/app.js': callsFrom('./loop/loop/loop/db.js'), 'src/db.js': LOADS });
    fs.symlinkSync('.', path.join(root, 'src/loop'));
    expect(reading(root, 'src/app.js').lines).toEqual([3]);
  });
});

describe('nothing is run', () => {
  it('of what is linted, followed or configured', () => {
    const mark = (name: string): string => `require('node:fs').writeFileSync(__dirname + '/ran-${name}', ''); globalThis.ran = true;\n`;
    const root = scratch({
      'package.json': '{ "name": "app", "type": "commonjs", "main": "src/db.js", "imports": { "#db": "./src/db.js" }, "scripts": { "preinstall": "touch ran" } }',
      'tsconfig.json': `{ "extends": "./base.js", "compilerOptions": { "paths": { "@/*": ["./src/*"] }, "plugins": [{ "name": "./plugin.js" }] } }`,
      'base.js': mark('base'),
      'plugin.js': mark('plugin'),
      'prisma.config.js': mark('prisma'),
      '.pnpmfile.cjs': mark('pnpm'),
      'src/db.js': `${mark('db')}const { PrismaClient } = require('@prisma/client');\nconst prisma = new PrismaClient();\nexports.load = (id) => prisma.user.findUnique({ where: { id } });\n`,
      'src/app.js': `${mark('app')}const { load } = require('./db');\nrequire('#db');\nrequire('@/db');\nexports.all = async (ids) => {\n  for (const id of ids) await load(id);\n};\n`,
    });
    expect(lintFolder(root, ['src/app.js']).some(({ rule }) => rule === 'no-n-plus-one')).toBe(true);
    expect(fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('ran'))).toEqual([]);
    expect('ran' in globalThis).toBe(false);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['a prototype', '{ "name": "app", "__proto__": { "workspaces": ["*"] }, "constructor": 1, "dependencies": { "__proto__": "1" } }'],
    ['values of other types', '{ "name": 1, "workspaces": { "packages": 2 }, "dependencies": "x", "imports": [], "exports": 3, "main": {}, "type": [], "prisma": 4 }'],
    ['nested values', `{ "name": "app", "x": ${'['.repeat(50_000)}${']'.repeat(50_000)} }`],
    ['patterns without an end', `{ "name": "app", "workspaces": ["${'*'.repeat(2_000)}", "${'**/'.repeat(30)}x", "${'*a'.repeat(500)}", "../../..", "/", "", ".", "!", "{a,b}/**"] }`],
  ])('a package.json and a tsconfig.json that are %s cost no findings', (_title, text) => {
    const own = callsFrom('./db.js');
    const root = scratch({ 'src/app.js': own, 'src/db.js': LOADS, [`src/${'a'.repeat(200)}/x.js`]: '', 'package.json': text, 'tsconfig.json': text, 'pnpm-workspace.yaml': `packages:\n${' '.repeat(20_000)}\n  - 'x'\n${'\n\t-'.repeat(5_000)}\n` });
    expect(reading(root, 'src/app.js').lines).toEqual([3]);
  });
});
