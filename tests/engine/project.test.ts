/** The files of a project: which are opened, listed, kept and forgotten, and where odd imports lead. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, scratch, write } from '#kit';
import { LARGEST_FILE, type Module } from '../../src/engine/modules/parse.js';
import { Project } from '../../src/engine/modules/project.js';
import { inWords } from './engine.kit.js';

const client = "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n";
const LIMITS = { files: 1_000 };

/** What the mark `it` of the first file is. */
function told(files: Readonly<Record<string, string>>): string {
  return inWords(ask(files).valueAt('it'));
}

/** A project on disk, with a clock that is set by hand. */
function opened(files: Readonly<Record<string, string>>) {
  const root = scratch(files);
  const clock = { now: 0 };
  const project = new Project(() => clock.now);
  const file = (name: string): string => path.join(root, name);
  return {
    root,
    project,
    clock,
    file,
    lint: (name: string, text = fs.readFileSync(file(name), 'utf8')): Module => {
      const module = project.lint(file(name), text);
      if (!module) throw new Error(`${name} does not parse.`);
      return module;
    },
    importers: (module: Module, name?: string): string[] => project.importersOf(module, LIMITS, { name }).map((each) => path.relative(root, each.path)),
  };
}

describe('a project', () => {
  it('has another version when a file has changed', () => {
    const { project, lint } = opened({ 'a.ts': 'a;' });
    lint('a.ts');
    const before = project.version;
    lint('a.ts');
    expect(project.version).toBe(before);
    lint('a.ts', 'b;');
    expect(project.version).not.toBe(before);
  });

  it('keeps which files a search came upon until a file changes, although what was parsed is gone', () => {
    const { project, lint } = opened({ 'a.ts': 'a;' });
    lint('a.ts');
    project.keepFilesFound('callers of a', new Set(['b.ts']));
    for (let at = 0; at < 12; at++) lint(`large${String(at)}.ts`, `/*${'x\n'.repeat(LARGEST_FILE / 2 - 50)}*/a;`);
    lint('a.ts');
    expect(project.filesFound('callers of a')).toEqual(new Set(['b.ts']));
    lint('a.ts', 'b;');
    expect(project.filesFound('callers of a')).toBeUndefined();
  });

  it('sees the source files beside one, declarations and data left out', () => {
    const { project, lint, root } = opened({ 'src/a.ts': 'a;', 'src/b.js': 'b;', 'src/types.d.ts': 'export {};', 'src/data.json': '{}', 'src/below/c.ts': 'c;' });
    expect(project.siblings(lint('src/a.ts')).map((each) => path.relative(root, each))).toEqual(['src/a.ts', 'src/b.js']);
  });

  it('has no files beside one that is only in the editor', () => {
    const project = new Project();
    const module = project.lint('/nowhere/at/all/a.ts', 'a;');
    expect(module && project.siblings(module)).toEqual([]);
  });

  it('finds nobody who imports a file of no package', () => {
    const project = new Project();
    const module = project.lint('/nowhere/at/all/a.ts', 'a;');
    expect(module && project.importersOf(module, LIMITS, { name: 'a' })).toEqual([]);
  });

  it.each([
    ['keeps what it has parsed while there is memory', true, 9, true],
    ['drops everything beyond a bound where there is none', false, 9, false],
    ['keeps a little in any case', false, 6, true],
    ['drops everything beyond a larger bound however much memory there is', true, 43, false],
  ])('%s', (_, hasRoom, millions, kept) => {
    const project = new Project(() => 0, () => hasRoom);
    // A comment costs nothing to parse, and counts as any text does.
    const text = `/*${'x\n'.repeat(495_000)}*/`;
    const first = project.lint('/nowhere/first.ts', text);
    for (let at = 0; at < millions; at++) project.lint(`/nowhere/${at}.ts`, text);
    const before = project.version;
    expect(project.lint('/nowhere/first.ts', text) === first).toBe(kept);
    expect(before > 0).toBe(!kept);
  });

  it('reads a file without its byte-order mark', () => {
    const { project, lint } = opened({ 'a.ts': "import './b';", 'b.ts': '\uFEFFb;' });
    expect(project.follow(lint('a.ts'), './b')?.text).toBe('b;');
  });

  it.skipIf(process.platform === 'win32')('goes on without a file that may no longer be looked at (on Windows, links take rights of their own)', () => {
    const { project, lint, file } = opened({ 'a.ts': 'a;', 'b.ts': 'b;' });
    lint('a.ts');
    expect(project.open(file('b.ts'))?.text).toBe('b;');
    fs.rmSync(file('b.ts'));
    fs.symlinkSync('b.ts', file('b.ts'));
    expect(() => fs.statSync(file('b.ts'), { throwIfNoEntry: false })).toThrow('ELOOP');
    lint('a.ts');
    expect(project.open(file('b.ts'))).toBeUndefined();
  });

  it('gives what is linted until the disk moves on', () => {
    const { project, lint, root } = opened({ 'a.ts': "import './b';", 'b.ts': 'b;' });
    expect(project.follow(lint('a.ts'), './b')?.text).toBe('b;');
    lint('b.ts');
    write(root, 'b.ts', 'changed;');
    expect(project.follow(lint('a.ts'), './b')?.text).toBe('changed;');
  });

  it('gives what is open and not saved, although the disk moves on', () => {
    const { project, lint, root } = opened({ 'a.ts': "import './b';", 'b.ts': 'b;' });
    expect(project.follow(lint('a.ts'), './b')?.text).toBe('b;');
    lint('b.ts', 'unsaved;');
    write(root, 'b.ts', 'changed;');
    expect(project.follow(lint('a.ts'), './b')?.text).toBe('unsaved;');
  });
});

describe('who imports a file', () => {
  const users = {
    'list.ts': 'export const list = () => 1;\n',
    'calls.ts': "import { list } from './list';\nlist();\n",
    'hands-on.ts': "import { list } from './list';\nuse(list);\n",
    'renames.ts': "import { list as all } from './list';\nuse(all);\n",
    'passes-on.ts': "import { list } from './list';\nexport { list };\n",
    'other.ts': "import * as all from './list';\nall;\n",
  };

  it('and hands on what it exports, is told by the text', () => {
    const { lint, root, project } = opened(users);
    const found = project.importersOf(lint('list.ts'), LIMITS, { name: 'list', anyOf: ['list'], mention: 'handedOn' });
    expect(found.map((each) => path.relative(root, each.path)).sort()).toEqual(['hands-on.ts', 'passes-on.ts', 'renames.ts']);
  });

  it('among some files alone', () => {
    const { lint, root, project, file } = opened(users);
    const found = project.importersOf(lint('list.ts'), LIMITS, { name: 'list', within: new Set([file('calls.ts')]) });
    expect(found.map((each) => path.relative(root, each.path))).toEqual(['calls.ts']);
  });

  it('is said once, however often it is imported', () => {
    const { lint, importers } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\nimport * as all from './db.js';\n" });
    expect(importers(lint('db.ts'))).toEqual(['a.ts']);
  });

  it('leaves out what cannot be parsed', () => {
    const { lint, importers } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\n", 'b.ts': "import { db } from './db';\nexport const {" });
    expect(importers(lint('db.ts'))).toEqual(['a.ts']);
  });

  it('leaves out what is too large', () => {
    const { lint, importers } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\n", 'b.ts': `import { db } from './db';\n// ${'x'.repeat(LARGEST_FILE)}` });
    expect(importers(lint('db.ts'))).toEqual(['a.ts']);
  });

  it('leaves out itself, and goes round in a circle once', () => {
    const { lint, importers } = opened({ 'db.ts': "import { self } from './db';\nimport { a } from './a';\nexport const self = a;\n", 'a.ts': "import { self } from './db';\nexport const a = self;\n" });
    expect(importers(lint('db.ts'))).toEqual(['a.ts']);
  });

  it('reaches through a barrel to the files that mention the name', () => {
    const { lint, importers } = opened({ 'db.ts': client, 'index.ts': "export * from './db';\n", 'a.ts': "import { db } from './index';\ndb;\n", 'b.ts': "import { other } from './index';\nother;\n" });
    expect(importers(lint('db.ts'), 'db').toSorted()).toEqual(['a.ts', 'index.ts']);
    expect(importers(lint('db.ts'))).toEqual(['index.ts']);
  });

  it('is found anew after a while, where a file has changed, come or gone', () => {
    const { lint, importers, root, clock } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\n", 'b.ts': 'b;\n' });
    const module = lint('db.ts');
    expect(importers(module)).toEqual(['a.ts']);
    write(root, 'b.ts', "import { db } from './db';\n");
    clock.now += 60_000;
    // Nothing has come twice yet, as in an editor.
    expect(importers(module)).toEqual(['a.ts']);
    lint('db.ts');
    clock.now += 60_000;
    expect(importers(module)).toEqual(['a.ts', 'b.ts']);
    write(root, 'c.ts', "import { db } from './db';\n");
    clock.now += 60_000;
    expect(importers(module)).toEqual(['a.ts', 'b.ts', 'c.ts']);
    fs.rmSync(path.join(root, 'a.ts'));
    clock.now += 60_000;
    expect(importers(module)).toEqual(['b.ts', 'c.ts']);
  });

  it('is not looked for anew at each letter that is typed, but after a while', () => {
    const { lint, importers, root, clock } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\n", 'b.ts': 'b;\n' });
    lint('db.ts');
    expect(importers(lint('db.ts'))).toEqual(['a.ts']);
    write(root, 'b.ts', "import { db } from './db';\n");
    expect(importers(lint('db.ts', `${client}// typed`))).toEqual(['a.ts']);
    clock.now += 60_000;
    expect(importers(lint('db.ts', `${client}// typed on`))).toEqual(['a.ts', 'b.ts']);
  });

  it('stays as it is where nothing has changed', () => {
    const { lint, importers, project, clock } = opened({ 'db.ts': client, 'a.ts': "import { db } from './db';\n" });
    const module = lint('db.ts');
    expect(importers(module)).toEqual(['a.ts']);
    const { version } = project;
    clock.now += 60_000;
    expect(importers(module)).toEqual(['a.ts']);
    expect(project.version).toBe(version);
  });

  it('is not looked for in folders that cannot be sources', () => {
    const { lint, importers } = opened({ 'db.ts': client, 'dist/a.js': "import { db } from '../db';\n", '.cache/b.ts': "import { db } from '../db';\n", 'c.test.ts': "import { db } from './db';\n", 'd.d.ts': "import { db } from './db';\n" });
    expect(importers(lint('db.ts'))).toEqual([]);
  });
});

describe('an odd import leads', () => {
  const importing = (specifier: string) => `import { db } from '${specifier}';\n/* it */ db;`;
  const BROKEN = '{ "extends": "./gone.json", "references": [{ "path": "../gone" }], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }';

  it.each<[title: string, files: Record<string, string>, value: string]>([
    ['to the file before a question mark', { 'src/main.ts': importing('./db?v=1'), 'src/db.ts': client }, 'Prisma.PrismaClient'],
    ['to a file beside, under a tsconfig.json that is broken', { 'src/main.ts': importing('./db'), 'src/db.ts': client, 'tsconfig.json': BROKEN }, 'Prisma.PrismaClient'],
    ['nowhere, under a tsconfig.json that is broken', { 'src/main.ts': importing('./gone'), 'tsconfig.json': BROKEN }, 'unknown'],
    ['to two files of two folders, under one tsconfig.json that is broken', { 'src/main.ts': importing('./below/index'), 'src/below/index.ts': "export { db } from './db';\n", 'src/below/db.ts': client, 'tsconfig.json': BROKEN }, 'Prisma.PrismaClient'],
    ['to a workspace package by a pattern that begins here', { 'src/main.ts': importing('@acme/db'), 'package.json': '{ "name": "root", "workspaces": ["./packages/*"] }', 'packages/db/package.json': '{ "name": "@acme/db" }', 'packages/db/src/index.ts': client }, 'Prisma.PrismaClient'],
    ['to none of the packages that a pattern leaves out', { 'src/main.ts': importing('@acme/db'), 'package.json': '{ "name": "root", "workspaces": ["packages/*", "!packages/old"] }', 'packages/old/package.json': '{ "name": "old" }', 'packages/db/package.json': '"no object"' }, 'foreign'],
    ['to none of the packages whose package.json is broken', { 'src/main.ts': importing('@acme/db'), 'package.json': '{ "name": "root", "workspaces": ["packages/*"] }', 'packages/db/package.json': '{ "name": ' }, 'foreign'],
    ['to a package of a folder that is named whole', { 'src/main.ts': importing('@acme/db'), 'package.json': '{ "name": "root", "workspaces": ["libs/db"] }', 'libs/db/package.json': '{ "name": "@acme/db" }', 'libs/db/src/index.ts': client }, 'Prisma.PrismaClient'],
  ])('%s', (_title, files, value) => {
    expect(told(files)).toBe(value);
  });
});
