/** The types of the package, at both ends of what TypeScript they are said to work with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { node, packageOf, projectWith, versionOf } from './hosts.js';
import { typedSnippetOf } from './snippets.js';

const minorOf = (typescript: string): string => versionOf(typescript).split('.').slice(0, 2).join('.');
/** With TypeScript 6 the whole package is tested. */
const PAIRS = [['typescript-5.6', 'eslint-9'], ['typescript-7.0', 'eslint']] as const;
const ENDS = ['typescript-5.6', 'typescript', 'typescript-7.0'].map(minorOf);

const options = { strict: true, noEmit: true, module: 'nodenext', target: 'es2022', types: [], skipLibCheck: false };
const code = typedSnippetOf('docs/hosts.md');
const more = `import type { Linter } from 'eslint';
import backendPatterns, { type BackendPatternsRules } from 'eslint-plugin-backend-patterns';
export default backendPatterns.configs['recommended-legacy'] satisfies Linter.LegacyConfig;
// @ts-expect-error an option that the rule does not have
export const misspelt: BackendPatternsRules = { 'backend-patterns/no-n-plus-one': ['error', { cache: true }] };
`;

describe('a typed configuration', () => {
  it.each(PAIRS.map(([typescript, eslint]) => ({ typescript, eslint, minor: minorOf(typescript), version: versionOf(eslint) })))('is right for TypeScript $minor beside ESLint $version', async ({ typescript, eslint }) => {
    expect(code).not.toBe('');
    const project = projectWith([eslint], { 'eslint.config.ts': code, 'more.ts': more, 'tsconfig.json': JSON.stringify({ compilerOptions: options, files: ['eslint.config.ts', 'more.ts'] }) }, true);
    expect(await node(project, [join(packageOf(typescript), 'bin/tsc'), '-p', 'tsconfig.json'])).toEqual({ code: 0, out: '', err: '' });
  }, 120_000);

  it('can be written for the versions that the pages name', () => {
    const [oldest = '', middle = '', newest = ''] = ENDS;
    const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
    expect(read('README.md')).toContain(`TypeScript ${oldest} or later, and are tested up to ${newest}`);
    expect(read('docs/hosts.md')).toContain(`check them with ${oldest}, ${middle} and ${newest}`);
  });
});
