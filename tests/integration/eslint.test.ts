/** The same findings in every ESLint, with the configurations that the page about hosts shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { backend, findingsIn } from './backend.js';
import { analyze, type Eslint, eslint, ESLINTS, type Finding, projectWith, versionOf } from './hosts.js';
import { marksIn, snippetsOf } from './snippets.js';

const PAGE = 'docs/hosts.md';
const snippets = snippetsOf(PAGE);
const runs = snippets.flatMap((snippet) => ESLINTS.filter((host) => snippet.hosts.includes(host)).map((host) => ({ ...snippet, host, version: versionOf(host) })));
const PARSERS = ['typescript', 'typescript-eslint', '@typescript-eslint/parser'];

/** A run takes a second or two; on a busy machine, many times that. */
const SLOW = 120_000;

const placesOf = (findings: readonly Finding[]): string[] => findings.map(({ at }) => at);

function lint(host: Eslint, project: string, file: string): ReturnType<typeof eslint> {
  if (!file.startsWith('.eslintrc')) return eslint(host, project, ['src']);
  // ESLint 8 finds out by itself.
  return eslint(host, project, ['--ext', '.js,.ts', 'src'], host === 'eslint-8.57' ? {} : { ESLINT_USE_FLAT_CONFIG: 'false' });
}

describe('the page about hosts', () => {
  it('has a configuration for each ESLint, each marked block among them', () => {
    expect(snippets.length).toBe(marksIn(PAGE));
    expect(new Set(runs.map(({ host }) => host))).toEqual(new Set(ESLINTS));
    expect(runs.length).toBe(snippets.flatMap(({ hosts }) => hosts).length);
  });

  it('names the versions that are tested', () => {
    const page = readFileSync(join(ROOT, PAGE), 'utf8');
    for (const host of ESLINTS.filter((name) => name !== 'eslint')) expect(page).toContain(versionOf(host));
    expect(page).toContain(`| oxlint | ${versionOf('oxlint').split('.').slice(0, 2).join('.')} |`);
  });
});

describe.concurrent('a small backend', () => {
  it.each(runs)('has the same findings in ESLint $version with $file on $language ($place)', async ({ host, file, code, language }) => {
    const project = projectWith([host, ...(language === 'typescript' ? PARSERS : [])], { ...backend(language), [file]: code });
    const findings = await lint(host, project, file);
    expect(placesOf(findings)).toEqual(findingsIn(language));
    expect(findings.flatMap(({ suggestions }) => suggestions)).toEqual(['Math.min(Math.max(Number(req.query.limit), 1), 100)', 'Math.min(Math.max(limit, 1), 100)'].map((text) => (code.includes('maxPageSize') ? text.replace('100', '50') : text)));
  }, SLOW);

  it.each(ESLINTS.map((host) => ({ host, version: versionOf(host) })))('has them in `backend-patterns analyze` with ESLint $version', async ({ host, version }) => {
    const { version: used, findings } = await analyze(projectWith([host], backend('typescript')), ['src', '--preset', 'recommended']);
    expect(used).toBe(version);
    expect(placesOf(findings)).toEqual(findingsIn('typescript'));
  }, SLOW);
});

it('takes settings for `backend-patterns analyze` from an eslintrc file, with ESLint 8.57', async () => {
  const settings = { root: true, settings: { 'backend-patterns': { ignore: ['src/app.*'] } } };
  const { findings } = await analyze(projectWith(['eslint-8.57'], { ...backend('javascript'), '.eslintrc.json': JSON.stringify(settings) }), ['src', '--preset', 'recommended']);
  expect(placesOf(findings)).toEqual(findingsIn('javascript').filter((at) => !at.includes('app.js')));
}, SLOW);

/** A token of 30 days beside no refresh token. It is reported by an option; that 30 days are long is a default. */
const LONE_TOKEN = `import jwt from 'jsonwebtoken';
export const tokenFor = (id) => jwt.sign({ id }, process.env.SECRET, { expiresIn: '30d' });
`;

/** Options by the folder that they are given for, and what is found there. */
const OPTIONS = { asked: { loneTokens: true }, defaults: { maxHours: 48 }, both: { loneTokens: true, maxHours: 1000 }, less: { loneTokens: true, maxHours: 48 } };
const OPTED = ['src/asked/token.js:2:83 require-jwt-expiry', 'src/less/token.js:2:83 require-jwt-expiry'];

describe.concurrent('the options of a rule', () => {
  it.each((['eslint-8.57', 'eslint-9.0', 'eslint'] as const).map((host) => ({ host, version: versionOf(host) })))('are filled up with their defaults in ESLint $version', async ({ host }) => {
    const entries = Object.entries(OPTIONS).map(([folder, given]) => ({ files: [`src/${folder}/**`], rules: { 'backend-patterns/require-jwt-expiry': ['error', given] } }));
    const config = `import backendPatterns from 'eslint-plugin-backend-patterns';
export default [{ plugins: { 'backend-patterns': backendPatterns } }, ...${JSON.stringify(entries)}];`;
    const tokens = Object.fromEntries(Object.keys(OPTIONS).map((folder) => [`src/${folder}/token.js`, LONE_TOKEN]));
    const findings = await eslint(host, projectWith([host], { ...tokens, 'eslint.config.mjs': config }), ['src']);
    expect(placesOf(findings)).toEqual(OPTED);
  }, SLOW);

  it('are so in an eslintrc file', async () => {
    const config = { root: true, extends: ['plugin:backend-patterns/strict-legacy'], parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } };
    const findings = await eslint('eslint-8.57', projectWith(['eslint-8.57'], { 'src/token.js': LONE_TOKEN, '.eslintrc.json': JSON.stringify(config) }), ['src']);
    expect(placesOf(findings)).toEqual(['src/token.js:2:83 require-jwt-expiry']);
  }, SLOW);
});
