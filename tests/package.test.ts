import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packedFiles } from '../scripts/lib/pack.mjs';
import { ROOT } from '../scripts/lib/run.mjs';
import plugin from '../src/plugin/index.js';
import { PRESETS } from '../src/plugin/presets.js';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string; dependencies: Record<string, string> };
const names = Object.keys(plugin.rules).sort();
const filesIn = (folder: string, end: string) =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length)).sort();

describe('the plugin', () => {
  it('has the version and the name of the package, which ESLint keeps cached results by', () => {
    expect(plugin.meta).toMatchObject({ name: manifest.name, version: manifest.version });
  });

  it('has exactly the rules that have a file', () => {
    expect(names).toEqual(filesIn('rules', '.ts'));
    expect(names).not.toEqual([]);
  });

  it.each(names)('has a page and a test for %s', (name) => {
    expect(existsSync(join(ROOT, `docs/rules/${name}.md`))).toBe(true);
    expect(existsSync(join(ROOT, `tests/rules/${name}.test.ts`))).toBe(true);
  });

  it('has no page or test of a rule that is gone', () => {
    expect(names).toEqual(expect.arrayContaining(filesIn('docs/rules', '.md')));
    // A rule's tests may be split: `no-n-plus-one.loops.test.ts`.
    expect(names).toEqual(expect.arrayContaining(filesIn('tests/rules', '.test.ts').map((name) => name.split('.')[0])));
  });
});

describe('the packages that users install with this one', () => {
  it('are those that CONTRIBUTING.md gives a reason for', () => {
    const [, section = ''] = /^## Dependencies\n([\s\S]*?)^## /m.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')) ?? [];
    const rows = section.matchAll(/^\| `([^`]+)` \| [^|]+\. \| [^|]+\. \|$/gm);
    expect([...rows].map(([, name]) => name).sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});

/** A reader of the package's tests needs no registry: the project is made of the files that would be published. */
describe('the published package', () => {
  const project = mkdtempSync(join(tmpdir(), 'backend-patterns-'));
  let files: string[] = [];
  const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  const bin = (path: string) => join(ROOT, 'node_modules', path);

  beforeAll(() => {
    files = packedFiles();
    if (!files.includes('dist/src/plugin/index.js')) throw new Error('dist/ is missing: run `npm run build` first');
    for (const file of files) {
      const target = join(project, 'node_modules', manifest.name, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(ROOT, file), target);
    }
    for (const name of ['eslint', ...Object.keys(manifest.dependencies)]) {
      const link = join(project, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(bin(name), link, 'junction');
    }
    writeFileSync(join(project, 'query.js'), `
      import { PrismaClient } from '@prisma/client';
      const prisma = new PrismaClient();
      export async function namesOf(ids) {
        const names = [];
        for (const id of ids) names.push((await prisma.user.findUnique({ where: { id } })).name);
        return names;
      }`);
  });
  afterAll(() => rmSync(project, { recursive: true }));

  it('holds the build, the texts and nothing else', () => {
    // A linter starts often, and a few modules are loaded in half the time of hundreds.
    expect(files.filter((file) => file.endsWith('.js') && !/^dist\/src\/shared-\w+\.js$/.test(file)).sort()).toEqual(['dist/src/catalog/index.js', 'dist/src/cli/assets/report.js', 'dist/src/cli/bin.js', 'dist/src/cli/threadOptions.js', 'dist/src/engine/index.js', 'dist/src/plugin/index.js']);
    expect(files.filter((file) => !/^dist\/(src|rules)\/.+\.(js|d\.ts)$/.test(file)).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist/src/cli/assets/report.css', ...PRESETS.map((preset) => `oxlint/${preset}.json`).sort(), 'package.json', 'schema/analysis-1.json']);
    expect(files).toContain('dist/src/plugin/index.d.ts');
    // Of the report's page, the bundle only.
    expect(files.filter((file) => file.startsWith('dist/src/report/'))).toEqual([]);
  });

  it.each([
    ['CommonJS', 'eslint.config.cjs', `
      const backendPatterns = require('eslint-plugin-backend-patterns');
      module.exports = [backendPatterns.configs.recommended];`],
    ['ES modules', 'eslint.config.mjs', `
      import backendPatterns from 'eslint-plugin-backend-patterns';
      export default [backendPatterns.configs.recommended];`],
    ['defineConfig and a preset by name', 'named.config.mjs', `
      import backendPatterns from 'eslint-plugin-backend-patterns';
      import { defineConfig } from 'eslint/config';
      export default defineConfig({ plugins: { 'backend-patterns': backendPatterns }, extends: ['backend-patterns/recommended'] });`],
  ])('reports from a configuration with %s', (_, name, config) => {
    writeFileSync(join(project, name), config);
    const { stdout, stderr } = node(bin('eslint/bin/eslint.js'), '--config', name, '--format', 'json', 'query.js');
    expect(stderr).toBe('');
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[];
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('backend-patterns/no-n-plus-one');
  });

  it('has a command that needs nothing else', () => {
    const { bin: commands } = JSON.parse(readFileSync(join(project, 'node_modules', manifest.name, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    const { stdout, stderr, status } = node(join(project, 'node_modules', manifest.name, commands['backend-patterns'] ?? ''), 'analyze', 'query.js');
    expect(stderr).toBe('');
    expect(stdout).toContain('no-n-plus-one');
    expect(status).toBe(1);
  });

  it('type-checks in a configuration, without help from skipLibCheck', () => {
    const options = { strict: true, noEmit: true, module: 'nodenext', target: 'es2023', types: [], skipLibCheck: false };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['typed.mts', 'typed.cts'] }));
    writeFileSync(join(project, 'typed.mts'), `
      import backendPatterns, { type BackendPatternsRules, type BackendPatternsSettings } from 'eslint-plugin-backend-patterns';
      import { defineConfig } from 'eslint/config';
      export default defineConfig(
        { plugins: { 'backend-patterns': backendPatterns }, extends: ['backend-patterns/recommended'] },
        { rules: { 'backend-patterns/no-n-plus-one': ['error', { caches: true }] } satisfies BackendPatternsRules },
        { settings: { 'backend-patterns': { maxPageSize: 50 } satisfies BackendPatternsSettings } },
        backendPatterns.configs.strict,
        backendPatterns.configs.all,
      );`);
    writeFileSync(join(project, 'typed.cts'), `
      import backendPatterns = require('eslint-plugin-backend-patterns');
      export = [backendPatterns.configs.recommended];`);
    const { stdout } = node(bin('typescript/bin/tsc'), '-p', 'tsconfig.json');
    expect(stdout).toBe('');
  });
});
