/** Files and folders as they should not be: each costs its own answers at most. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { lintFolder, scratch, write } from '#kit';
import { Project } from '../../src/engine/modules/project.js';
import { IS_LONG, TIMEOUT } from './robustness.kit.js';

const LOADS = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const load = (id) => prisma.user.findUnique({ where: { id } });\n";
const NAMES = 'export const load = (id) => `user ${id}`;\n';
const CALLS = "import { load } from './db.js';\nexport async function all(ids) {\n  for (const id of ids) await load(id);\n}\n";
const RULES = { rules: { 'no-n-plus-one': {} } };

/** The lines of a file with a query in a loop. */
const loopsIn = (root: string, name = 'src/app.js'): number[] => lintFolder(root, [name], RULES).map(({ line }) => line);

describe('a neighbour', () => {
  it('that is as it should be is followed', () => {
    expect(loopsIn(scratch({ 'src/app.js': CALLS, 'src/db.js': LOADS }))).toEqual([3]);
    expect(loopsIn(scratch({ 'src/app.js': CALLS, 'src/db.js': NAMES }))).toEqual([]);
  });

  it.each<[title: string, make: (file: string) => void]>([
    ['a folder', (file) => fs.mkdirSync(file)],
    ['a link to nothing', (file) => fs.symlinkSync('nowhere.js', file)],
    ['a link to itself', (file) => fs.symlinkSync(path.basename(file), file)],
    ['a link to the folder that it stands in', (file) => fs.symlinkSync('.', file)],
    ['a pipe that nobody writes to', (file) => spawnSync('mkfifo', [file])],
    ['bytes that are no text', (file) => fs.writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80, 0xc0]))],
    ['nothing', (file) => fs.writeFileSync(file, '')],
    ['too large by far', (file) => {
      fs.writeFileSync(file, LOADS);
      fs.truncateSync(file, 50_000_000);
    }],
  ])('that is %s costs only what it would have told', (_title, make) => {
    const own = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function own(ids) {\n  for (const id of ids) await prisma.user.delete({ where: { id } });\n}\n";
    const root = scratch({ 'src/app.js': `${CALLS}${own}` });
    make(path.join(root, 'src/db.js'));
    expect(loopsIn(root)).toEqual([8]);
  }, TIMEOUT);

  it('of 50 MB is not read', () => {
    const root = scratch({ 'src/app.js': CALLS, 'src/db.js': '' });
    fs.truncateSync(path.join(root, 'src/db.js'), 50_000_000);
    const read = vi.spyOn(fs, 'readFileSync');
    expect(new Project().open(path.join(root, 'src/db.js'))).toBeUndefined();
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  it('with a byte order mark, in Latin 1 or with Windows line ends is read', () => {
    for (const text of [`\uFEFF${LOADS}`, LOADS.replaceAll('\n', '\r\n'), Buffer.from(`// caf\xe9\n${LOADS}`, 'latin1')]) {
      const root = scratch({ 'src/app.js': CALLS });
      fs.writeFileSync(path.join(root, 'src/db.js'), text);
      expect(loopsIn(root)).toEqual([3]);
    }
  });

  it('that nobody may read is left alone, in a folder that nobody may list', () => {
    const root = scratch({ 'src/app.js': CALLS, 'src/db.js': LOADS, 'locked/app.js': CALLS, 'locked/db.js': LOADS });
    fs.chmodSync(root, 0o755);
    const file = (name: string): string => path.join(root, name);
    const seen = (opened: Project): string[] => {
      // Everything is open to the superuser, so that somebody else has to look.
      const isSuperuser = process.geteuid?.() === 0;
      if (isSuperuser) process.seteuid?.(65_534);
      try {
        const module = opened.lint(file('src/app.js'), CALLS);
        const mentioning = module ? opened.mentioning(module, { files: 100 }, ['load']) : [];
        return [...['src/db.js', 'locked/db.js'].filter((name) => opened.open(file(name))), ...mentioning.map(({ path: each }) => `mentioned in ${path.relative(root, each)}`)];
      } finally {
        if (isSuperuser) process.seteuid?.(0);
      }
    };
    const before = new Project(() => 0);
    expect(seen(before)).toEqual(['src/db.js', 'locked/db.js', 'mentioned in locked/app.js', 'mentioned in locked/db.js', 'mentioned in src/db.js']);
    fs.chmodSync(file('src/db.js'), 0);
    fs.chmodSync(file('locked'), 0);
    expect(seen(new Project())).toEqual([]);
    // Who has read them while that was allowed keeps what was in them until it changes.
    expect(() => seen(before)).not.toThrow();
    fs.chmodSync(file('locked'), 0o755);
  }, TIMEOUT);

  it('that is another one each time it is looked at is taken as it is read', () => {
    const root = scratch({ 'src/app.js': CALLS, 'src/db.js': LOADS });
    const real = fs.readFileSync;
    // Somebody writes between the look at the file and its reading.
    const read = vi.spyOn(fs, 'readFileSync').mockImplementation((...args: Parameters<typeof fs.readFileSync>) => {
      if (String(args[0]).endsWith('db.js')) write(root, 'src/db.js', NAMES);
      return real(...args);
    });
    const opened = new Project();
    expect(opened.open(path.join(root, 'src/db.js'))?.text).toBe(NAMES);
    read.mockImplementation((...args: Parameters<typeof fs.readFileSync>) => {
      if (String(args[0]).endsWith('db.js')) fs.rmSync(path.join(root, 'src/db.js'), { force: true });
      return real(...args);
    });
    expect(new Project().open(path.join(root, 'src/db.js'))).toBeUndefined();
    read.mockRestore();
    // The next look sees that it is not what was read.
    write(root, 'src/db.js', LOADS);
    opened.lint(path.join(root, 'src/app.js'), CALLS);
    expect(opened.open(path.join(root, 'src/db.js'))?.text).toBe(LOADS);
  });
});

describe('in an editor', () => {
  it('a neighbour that is changed, deleted, made again and renamed is seen', () => {
    const root = scratch({ 'src/app.js': CALLS, 'src/db.js': LOADS });
    const clock = vi.spyOn(Date, 'now');
    let time = Date.now();
    const loops = (): number[] => {
      // Nobody types faster than a listing of folders is trusted.
      clock.mockReturnValue((time += 3_600_000));
      return loopsIn(root);
    };
    expect(loops()).toEqual([3]);
    write(root, 'src/db.js', NAMES);
    expect(loops()).toEqual([]);
    write(root, 'src/db.js', LOADS);
    expect(loops()).toEqual([3]);
    fs.rmSync(path.join(root, 'src/db.js'));
    expect(loops()).toEqual([]);
    write(root, 'src/store.js', LOADS);
    expect(loops()).toEqual([]);
    fs.renameSync(path.join(root, 'src/store.js'), path.join(root, 'src/db.js'));
    expect(loops()).toEqual([3]);
    fs.renameSync(path.join(root, 'src/db.js'), path.join(root, 'src/store.js'));
    expect(loops()).toEqual([]);
    write(root, 'src/app.js', CALLS.replace('./db.js', './store.js'));
    expect(loops()).toEqual([3]);
    fs.rmSync(path.join(root, 'src/store.js'));
    fs.mkdirSync(path.join(root, 'src/store.js'));
    expect(loops()).toEqual([]);
    clock.mockRestore();
  });
});

describe('names', () => {
  it('a Windows path, and one with odd characters, is a name as any', () => {
    const text = LOADS.replace('export const load', 'for (const id of ids) await prisma.user.delete({ where: { id } });\nexport const load');
    const root = scratch({});
    for (const name of ['C:\\app\\src\\orders.js', 'src/a b/ü[id]/(group)/%20#?.js', `src/${'x'.repeat(200)}.js`, 'src/new\nline.js', 'src/\ud83d\ude00.js']) {
      write(root, name, text);
      expect(loopsIn(root, name)).toEqual([3]);
    }
  });

  it('imports of Windows paths and of what is no path lead nowhere', () => {
    const specifiers = ['.\\\\db.js', 'C:\\\\app\\\\db.js', '\\\\\\\\server\\\\db', 'file:///etc/passwd', 'http://x/y.js', 'data:text/javascript,1', '', '.', '..', '/', './', '//', '\\0', './\\0.js', '%', '#', '@', '@/', `./${'../'.repeat(300)}db.js`, `./${'x'.repeat(5_000)}`, '*', './*', '!', '?', './db.js?x#y', 'node:', 'constructor', '__proto__', 'toString/valueOf'];
    const code = specifiers.map((each, at) => `import v${at} from '${each}';\nimport * as n${at} from '${each}';\nfor (const id of ids) await v${at}.load(n${at}.load(id));\n`).join('');
    expect(loopsIn(scratch({ 'src/app.js': code }))).toEqual([]);
  });

  it('names that every object has are names as any', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'length'];
    const code = names.map((name) => `class ${name} extends ${name}x { ${name}() { return this.${name}.${name}; } }\nconst { ${name}: a_${name} = ${name} } = req.body;\nexport const e_${name} = { ${name}: a_${name}, ['${name}']: prisma.${name}.${name}(), ...${name} };\nimport { ${name} as i_${name} } from '${name}';\nfor (const x of ${name}) await ${name}.${name}.findMany({ ${name}: x });\napp.${name}('/', ${name}.${name}, async (req, res) => res.${name}(req.${name}));\ncache.${name}(${name});\nlogger.${name}({ ${name} });\n`).join('');
    const thrown = lintFolder(scratch({ 'src/app.js': `import { PrismaClient } from '@prisma/client';\nimport express from 'express';\nconst prisma = new PrismaClient();\nconst app = express();\n${code}` }), ['src/app.js']).filter(({ rule }) => rule === 'fatal');
    expect(thrown).toEqual([]);
  });
});

describe('crowds of files', () => {
  it('two thousand that import each other', () => {
    const count = 2_000;
    const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`src/f${at}.js`, `import { run as next } from './f${(at + 1) % count}.js';\nimport { run as other } from './f${(at * 7 + 3) % count}.js';\n${at === 1_000 ? LOADS : ''}export async function run(ids) {\n  for (const id of ids) { await next(id); await other(id);${at === 1_000 ? ' await load(id);' : ''} }\n}\n`]));
    const found = lintFolder(scratch(files), ['src/f1000.js', ...(IS_LONG ? ['src/f999.js', 'src/f0.js'] : [])], IS_LONG ? {} : RULES);
    expect(found.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toContain('src/f1000.js:7 no-n-plus-one');
  }, TIMEOUT);
});
