/** ESLint's own command at a gate: suppressions, threads and the cache. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { projectOf, put, SHOP } from '../cli/project.js';

const MENDED = SHOP['src/app.js'].replace('message: error.message', "message: 'failed'");

function project(): string {
  const folder = projectOf({
    ...SHOP,
    'package.json': SHOP['package.json'].replace('{', '{"type":"module",'),
    'eslint.config.js': "import backendPatterns from 'eslint-plugin-backend-patterns';\nexport default [backendPatterns.configs.recommended];\n",
  });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules/eslint'), join(folder, 'node_modules/eslint'), 'junction');
  symlinkSync(ROOT, join(folder, 'node_modules/eslint-plugin-backend-patterns'), 'junction');
  return folder;
}

function eslint(cwd: string, ...args: string[]): { status: number | null; rules: string[] } {
  const { status, stdout } = spawnSync(process.execPath, [join(cwd, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', '.', ...args], { cwd, encoding: 'utf8' });
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  return { status, rules: results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${ruleId.replace('backend-patterns/', '')} ${filePath.slice(cwd.length + 1)}:${line}`)).sort() };
}

it('takes suppressions of all that is there, stops what is new, and prunes what is gone', () => {
  const folder = project();
  expect(eslint(folder, '--suppress-all')).toEqual({ status: 0, rules: [] });
  expect(JSON.parse(readFileSync(join(folder, 'eslint-suppressions.json'), 'utf8'))).toEqual({ 'src/app.js': { 'backend-patterns/no-n-plus-one': { count: 1 }, 'backend-patterns/no-raw-error-response': { count: 1 } } });
  expect(eslint(folder)).toEqual({ status: 0, rules: [] });

  put(folder, 'src/new.js', SHOP['src/app.js']);
  expect(eslint(folder)).toEqual({ status: 1, rules: ['no-n-plus-one src/new.js:7', 'no-raw-error-response src/new.js:10'] });
  put(folder, 'src/new.js', 'export {};');

  put(folder, 'src/app.js', MENDED);
  expect(eslint(folder).status).toBe(2);
  expect(eslint(folder, '--prune-suppressions')).toEqual({ status: 0, rules: [] });
  expect(readFileSync(join(folder, 'eslint-suppressions.json'), 'utf8')).not.toContain('no-raw-error-response');
  expect(eslint(folder).status).toBe(0);
}, 60_000);

it('finds the same with two threads', () => {
  const folder = project();
  for (let at = 0; at < 12; at++) put(folder, `src/more${at}.js`, SHOP['src/app.js']);
  const one = eslint(folder);
  expect(one.rules).toHaveLength(26);
  expect(eslint(folder, '--concurrency', '2')).toEqual(one);
}, 60_000);

it('keeps what rests on another file when it is told to cache, as the page says, and not without followed imports', () => {
  const folder = project();
  put(folder, 'src/totals.js', 'export const totalsOf = (id) => id;\n');
  const before = ['no-raw-error-response src/app.js:10'];
  expect(eslint(folder, '--cache', '--cache-strategy', 'content').rules).toEqual(before);
  put(folder, 'src/totals.js', SHOP['src/totals.js']);
  expect(eslint(folder, '--cache', '--cache-strategy', 'content').rules).toEqual(before);
  expect(eslint(folder).rules).toEqual(['no-n-plus-one src/app.js:7', ...before]);

  put(folder, 'eslint.config.js', "import backendPatterns from 'eslint-plugin-backend-patterns';\nexport default [backendPatterns.configs.recommended, { settings: { 'backend-patterns': { followImports: false } } }];\n");
  expect(eslint(folder, '--cache', '--cache-strategy', 'content')).toEqual(eslint(folder));
}, 60_000);
