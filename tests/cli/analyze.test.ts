import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysisOf, command, projectOf, put, SHOP } from './project.js';

const sites = (findings: readonly { rule: string; file: string; line: number }[]): string[] => findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
const pathsFor = (leftOut: readonly { reason: string; paths: readonly string[] }[], reason: string): readonly string[] | undefined => leftOut.find((each) => each.reason === reason)?.paths;

const NOBODY = 65_534;

/** Modes refuse the superuser nothing: runs this as a user who owns the project, and nothing else. */
async function asNobody<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return run();
  for (const file of ['..', '.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) chownSync(join(folder, file), NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('an analysis', () => {
  it('finds what single files and imports show, without a configuration', async () => {
    const { code, findings, totals } = await analysisOf(projectOf(SHOP));
    expect(sites(findings)).toEqual(['no-raw-error-response src/app.js:10', 'no-n-plus-one src/app.js:7']);
    expect(totals).toMatchObject({ files: 2, handlers: 1, queries: 3, errors: 2, warnings: 0 });
    expect(code).toBe(1);
  });

  it('says what the backend is made of', async () => {
    const { stack } = await analysisOf(projectOf(SHOP));
    expect(stack.map(({ name, major, kind, files }) => [name, major, kind, files])).toEqual([['Express', 4, 'framework', 1], ['Prisma', 6, 'database', 1]]);
  });

  it('names a framework without its parts, and no major where several are allowed', async () => {
    const { stack } = await analysisOf(projectOf({
      'package.json': JSON.stringify({ dependencies: { koa: '2 || 3', '@koa/router': '^15.0.0' } }),
      'src/app.js': "import Koa from 'koa';\nimport Router from '@koa/router';\nexport const app = new Koa().use(new Router().routes());\n",
    }));
    expect(stack.map(({ name, major }) => [name, major])).toEqual([['Koa', undefined]]);
  });

  it('leads from a handler to the queries that it can run, and from a finding to the other file', async () => {
    const { handlers, findings } = await analysisOf(projectOf(SHOP));
    expect(handlers).toMatchObject([{ name: 'GET /totals', framework: 'Express', file: 'src/app.js', line: 4, queries: [{ name: 'order.aggregate', access: 'read', file: 'src/totals.js', line: 4 }] }]);
    expect(findings[1]?.evidence).toMatchObject([{ file: 'src/totals.js', line: 3, says: 'goes through `totalsOf`' }, { file: 'src/totals.js', line: 4, says: 'runs `order.aggregate`' }]);
  });

  it('follows no import with --depth quick', async () => {
    const { findings, options } = await analysisOf(projectOf(SHOP), '--depth', 'quick');
    expect(sites(findings)).toEqual(['no-raw-error-response src/app.js:10']);
    expect(options.depth).toBe('quick');
  });

  it('takes the rules of one focus, or of two', async () => {
    const folder = projectOf(SHOP);
    const one = await analysisOf(folder, '--focus', 'performance');
    expect(sites(one.findings)).toEqual(['no-n-plus-one src/app.js:7']);
    expect(one.focuses.map(({ focus }) => focus)).toEqual(['performance']);
    expect(new Set(one.rules.map(({ focus }) => focus))).toEqual(new Set(['performance']));
    const two = await analysisOf(folder, '--focus', 'performance,security');
    expect(two.findings).toHaveLength(2);
  });

  it('warns of what only strict has', async () => {
    const { findings, totals, code } = await analysisOf(projectOf(SHOP), '--preset', 'strict', '--focus', 'quality');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['require-transaction', 'warning']]);
    expect(totals).toMatchObject({ errors: 0, warnings: 1 });
    expect(code).toBe(0);
  });

  it('scores a focus, 100 where nothing was found', async () => {
    const { focuses } = await analysisOf(projectOf(SHOP));
    expect(focuses.map(({ focus, score, errors }) => [focus, score, errors])).toEqual([['security', 61, 1], ['performance', 61, 1], ['architecture', 100, 0], ['quality', 100, 0]]);
  });

  it('takes a file and a folder as targets', async () => {
    const folder = projectOf({ ...SHOP, 'other/app.js': SHOP['src/app.js'].replace('./totals.js', '../src/totals.js') });
    expect((await analysisOf(folder, 'other', 'src/totals.js')).totals).toMatchObject({ files: 2, errors: 2 });
  });

  it('shows paths from what holds the targets where they lie elsewhere', async () => {
    const folder = projectOf({ 'a/x.js': 'export {};' });
    const { findings } = await analysisOf(folder, join(projectOf(SHOP), 'src'));
    expect(sites(findings)).toContain('no-n-plus-one app.js:7');
  });

  it('heeds comments that switch a rule off, and counts such a file', async () => {
    const folder = projectOf({ ...SHOP, 'src/app.js': `/* eslint-disable */\n${SHOP['src/app.js']}` });
    const { findings, totals } = await analysisOf(folder);
    expect(findings).toEqual([]);
    expect(totals).toMatchObject({ files: 2, handlers: 1 });
  });

  it('keeps a fingerprint when lines move, and tells equal lines apart', async () => {
    const twice = SHOP['src/app.js'].replace("app.get('/totals'", "app.get('/a', async (req, res) => {\n  try {\n    await totalsOf(1);\n  } catch (error) {\n    res.status(500).json({ message: error.message });\n  }\n});\napp.get('/totals'");
    const before = await analysisOf(projectOf({ ...SHOP, 'src/app.js': twice }), '--focus', 'security');
    const after = await analysisOf(projectOf({ ...SHOP, 'src/app.js': `// moved\n\n${twice}` }), '--focus', 'security');
    expect(before.findings).toHaveLength(2);
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(before.findings.map(({ fingerprint }) => fingerprint));
    expect(new Set(before.findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('says what the rules suggest', async () => {
    const folder = projectOf({ 'package.json': SHOP['package.json'], 'src/app.js': `import express from 'express';\nexpress().get('/x', (req, res, next) => { try { work(); } catch (error) { res.json(error); } next; });` });
    const { findings } = await analysisOf(folder, '--focus', 'security');
    expect(findings[0]?.suggestions).toEqual([{ message: 'Pass the error on with `next(error)`, so that one error handler shapes the answer.' }]);
  });
});

describe('files', () => {
  it('leaves out what nobody wrote there, and says so', async () => {
    const source = SHOP['src/app.js'].replace('./totals.js', '../src/totals.js');
    const folder = projectOf({
      ...SHOP,
      'node_modules/dep/index.js': source,
      'dist/app.js': source,
      'vendor/app.js': source,
      'src/types.d.ts': 'export {};',
      'src/api.gen.ts': source,
      'src/client.js': `// @generated by a tool\n${source}`,
      '.cache/app.js': source,
      'test/app.js': source,
    });
    const { findings, leftOut, totals } = await analysisOf(folder);
    expect(findings).toHaveLength(2);
    expect(totals.files).toBe(2);
    expect(Object.fromEntries(leftOut.map(({ reason, paths }) => [reason, paths]))).toEqual({
      dependencies: ['node_modules/'],
      'build output': ['dist/'],
      vendored: ['vendor/'],
      declarations: ['src/types.d.ts'],
      generated: ['src/api.gen.ts', 'src/client.js'],
      'tests and scripts': ['test/app.js'],
    });
  });

  it('honours .gitignore in every folder, and above the target', async () => {
    const folder = projectOf({ ...SHOP, '.git/HEAD': '', '.gitignore': 'local/\n*.tmp.js\n', 'src/.gitignore': '!kept.tmp.js\n', 'local/app.js': '', 'src/a.tmp.js': '', 'src/kept.tmp.js': '' });
    const { leftOut, totals } = await analysisOf(folder);
    expect(pathsFor(leftOut, 'ignored by git')).toEqual(['local/', 'src/a.tmp.js']);
    expect(totals.files).toBe(3);
    expect(pathsFor((await analysisOf(folder, 'src')).leftOut, 'ignored by git')).toEqual(['src/a.tmp.js']);
  });

  it('leaves out what --ignore says', async () => {
    const { leftOut, findings } = await analysisOf(projectOf(SHOP), '--ignore', 'app.*', '--ignore', 'nothing/');
    expect(pathsFor(leftOut, 'ignored by --ignore')).toEqual(['src/app.js']);
    expect(findings).toEqual([]);
  });

  it('takes a file that is named, whatever it is', async () => {
    const folder = projectOf({ ...SHOP, 'dist/app.js': SHOP['src/app.js'].replace('./totals.js', '../src/totals.js') });
    expect((await analysisOf(folder, 'dist/app.js')).findings).toHaveLength(2);
  });

  it('follows no link, so that nothing is found twice or outside', async () => {
    const folder = projectOf(SHOP);
    symlinkSync(join(folder, 'src'), join(folder, 'again'));
    symlinkSync(folder, join(folder, 'src', 'loop'));
    expect((await analysisOf(folder)).totals.files).toBe(2);
  });

  it('goes on past a file that does not parse, and says where it stops', async () => {
    const { findings, notParsed } = await analysisOf(projectOf({ ...SHOP, 'src/broken.ts': 'export const a = 1;\nconst = 2;\n' }));
    expect(findings).toHaveLength(2);
    expect(notParsed).toMatchObject([{ file: 'src/broken.ts', line: 2, column: 7 }]);
    expect(notParsed[0]?.message).not.toContain('Parsing error');
  });

  it('says of a file that is no text, and of one that is too large', async () => {
    const { notParsed } = await analysisOf(projectOf({ 'binary.js': 'a\0b', 'large.js': `// ${'x'.repeat(1_000_001)}` }));
    expect(notParsed.map(({ file, message }) => [file, message])).toEqual([['binary.js', 'not a text file'], ['large.js', 'larger than 1000000 characters']]);
  });

  it.skipIf(process.platform === 'win32')(process.platform === 'win32' ? 'says of folders and files that may not be read (left out: on Windows modes refuse nothing)' : 'says of folders and files that may not be read', async () => {
    const folder = projectOf({ ...SHOP, 'src/secret.js': '', 'closed/a.js': '' });
    const before = await analysisOf(folder);
    expect([before.totals.files, pathsFor(before.leftOut, 'unreadable')]).toEqual([4, undefined]);
    const closed = [join(folder, 'closed'), join(folder, 'src/secret.js')];
    try {
      for (const path of closed) chmodSync(path, 0);
      const { totals, leftOut } = await asNobody(folder, () => analysisOf(folder));
      expect([totals.files, pathsFor(leftOut, 'unreadable')]).toEqual([2, ['closed/', 'src/secret.js']]);
    } finally {
      for (const path of closed) chmodSync(path, 0o700);
    }
  });

  it('works in a path with spaces and brackets', async () => {
    const { findings } = await analysisOf(projectOf({ 'package.json': SHOP['package.json'], 'app [new]/my handler.js': SHOP['src/app.js'] }, 'my backend (1)'));
    expect(sites(findings)).toEqual(['no-raw-error-response app [new]/my handler.js:10']);
  });

  it('has nothing to say of an empty folder', async () => {
    const { code, out, err } = await command(projectOf({}), ['analyze']);
    expect(out).toContain('No known backend library; 0 files, 0 handlers, 0 queries');
    expect(out).toContain('No findings');
    expect([code, err]).toEqual([0, '']);
  });

  it('reads five thousand files', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`src/f${at % 50}/m${at}.js`, `export const value${at} = ${at};\n`]));
    expect((await analysisOf(projectOf({ ...SHOP, ...files }))).totals).toMatchObject({ files: 5_002, errors: 2 });
  }, 120_000);
});

describe('settings', () => {
  const config = (settings: object): string => `export default [{ settings: { 'backend-patterns': ${JSON.stringify(settings)} } }];`;
  const own = { ...SHOP, 'package.json': SHOP['package.json'].replace('{', '{"type":"module",') };

  it("come from the project's own configuration", async () => {
    const folder = projectOf({ ...own, 'eslint.config.js': config({ ignore: ['src/app.js'] }) });
    expect((await analysisOf(folder)).findings).toEqual([]);
    expect((await analysisOf(folder, '--no-config')).findings).toHaveLength(2);
  });

  it('may differ from file to file', async () => {
    const text = `export default [{ files: ['src/app.js'], settings: { 'backend-patterns': { errorSanitizers: ['safe'] } } }];`;
    const app = SHOP['src/app.js'].replace('message: error.message', 'message: safe(error)');
    const folder = projectOf({ ...own, 'eslint.config.js': text, 'src/app.js': app, 'src/b.js': app });
    expect(sites((await analysisOf(folder, '--focus', 'security')).findings)).toEqual([]);
  });

  it('are refused with one line where they are wrong', async () => {
    const { code, err, out } = await command(projectOf({ ...own, 'eslint.config.js': config({ ignored: [] }) }), ['analyze']);
    expect(err).toMatch(/^backend-patterns: .*settings\['backend-patterns'\].*ignored.*\n$/);
    expect([code, out]).toEqual([2, '']);
  });

  it('are done without where the configuration cannot be loaded', async () => {
    const { code, err } = await command(projectOf({ ...own, 'eslint.config.js': `import 'not-installed';` }), ['analyze']);
    expect(err).toContain("The project's ESLint configuration could not be loaded, so its settings are not used: Cannot find package 'not-installed'");
    expect(code).toBe(1);
  });
});

describe('a baseline', () => {
  const args = ['analyze', '--baseline', 'known/base.json'];

  it('is written, lets pass what it knows, and stops what is new', async () => {
    const folder = projectOf(SHOP);
    const written = await command(folder, [...args, '--update-baseline']);
    expect(written.code).toBe(0);
    expect(readFileSync(join(folder, 'known/base.json'), 'utf8').split('\n').filter((line) => line.includes('fingerprint'))).toHaveLength(2);
    const again = await command(folder, args);
    expect(again.code).toBe(0);
    expect(again.out).toContain('2 findings known to the baseline, not shown');
    put(folder, 'src/new.js', SHOP['src/app.js']);
    const more = await command(folder, [...args, '--format', 'json']);
    expect(more.code).toBe(1);
    expect(JSON.parse(more.out)).toMatchObject({ totals: { errors: 2, known: 2, fixed: 0 } });
  });

  it('loses what is gone, and never takes in what is new', async () => {
    const folder = projectOf(SHOP);
    await command(folder, [...args, '--update-baseline']);
    const before = readFileSync(join(folder, 'known/base.json'), 'utf8');
    put(folder, 'src/app.js', SHOP['src/app.js'].replace('message: error.message', "message: 'failed'"));
    put(folder, 'src/new.js', SHOP['src/app.js']);
    const told = await command(folder, args);
    expect(told.out).toContain('1 finding of the baseline is gone: --update-baseline takes it out');
    expect(readFileSync(join(folder, 'known/base.json'), 'utf8')).toBe(before);
    expect((await command(folder, [...args, '--update-baseline'])).code).toBe(1);
    const after = readFileSync(join(folder, 'known/base.json'), 'utf8');
    expect(after).toContain('no-n-plus-one');
    expect(after).not.toContain('no-raw-error-response');
    expect(after).not.toContain('new.js');
  });

  it('knows a file that was renamed', async () => {
    const folder = projectOf(SHOP);
    await command(folder, [...args, '--update-baseline']);
    rmSync(join(folder, 'src/app.js'));
    put(folder, 'src/server.js', SHOP['src/app.js']);
    expect((await command(folder, args)).code).toBe(0);
  });

  it('keeps what was not looked at', async () => {
    const folder = projectOf(SHOP);
    await command(folder, [...args, '--update-baseline']);
    const before = readFileSync(join(folder, 'known/base.json'), 'utf8');
    await command(folder, [...args, '--update-baseline', 'src/totals.js']);
    await command(folder, [...args, '--update-baseline', '--focus', 'quality']);
    expect(readFileSync(join(folder, 'known/base.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['is not there', undefined, 'there is no baseline known/base.json yet'],
    ['is no JSON', '{', 'is no baseline of this version'],
    ['is something else', '{"version":2,"findings":[]}', 'is no baseline of this version'],
    ['has entries of another form', '{"version":1,"findings":[{"file":1}]}', 'is no baseline of this version'],
  ])('is refused where it %s', async (_, text, complaint) => {
    const folder = projectOf(SHOP);
    if (text !== undefined) put(folder, 'known/base.json', text);
    const { code, err } = await command(folder, args);
    expect(err).toContain(complaint);
    expect(code).toBe(2);
  });

  it('needs a file to be updated', async () => {
    expect(await command(projectOf({}), ['analyze', '--update-baseline'])).toMatchObject({ code: 2, err: 'backend-patterns: --update-baseline needs --baseline FILE\n' });
  });
});

describe('--since', () => {
  const git = (folder: string, ...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, stdio: 'ignore' });
  };

  it('looks at changed and new files, and still follows into the others', async () => {
    const folder = projectOf({ ...SHOP, 'src/old.js': SHOP['src/app.js'] });
    git(folder, 'init');
    git(folder, 'add', '.');
    git(folder, 'commit', '-m', 'first');
    writeFileSync(join(folder, 'src/app.js'), `${SHOP['src/app.js']}// changed\n`);
    put(folder, 'src/new.js', SHOP['src/app.js']);
    rmSync(join(folder, 'src/old.js'));
    const { findings, leftOut, options } = await analysisOf(folder, '--since', 'HEAD', '--focus', 'performance');
    expect(sites(findings)).toEqual(['no-n-plus-one src/app.js:7', 'no-n-plus-one src/new.js:7']);
    expect(pathsFor(leftOut, 'unchanged')).toEqual(['src/totals.js']);
    expect(options.since).toBe('HEAD');
  });

  it('refuses a revision that git does not know, and a folder that is in no repository', async () => {
    const folder = projectOf(SHOP);
    expect(await command(folder, ['analyze', '--since', 'HEAD'])).toMatchObject({ code: 2, err: expect.stringContaining('--since needs a git repository') as string });
    git(folder, 'init');
    expect(await command(folder, ['analyze', '--since', '--output=x'])).toMatchObject({ code: 2, err: 'backend-patterns: git does not know the revision --output=x\n' });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('says that git is missing', async () => {
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      expect(await command(projectOf(SHOP), ['analyze', '--since', 'HEAD'])).toMatchObject({ code: 2, err: 'backend-patterns: --since needs git, which is not installed\n' });
    } finally {
      process.env.PATH = path;
    }
  });
});
