/** oxlint finds what ESLint finds, place by place. */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { backend, findingsIn } from './backend.js';
import { type Finding, eslint, oxlint, oxlintCommand, projectWith, put, whyNoOxlint } from './hosts.js';
import { marksIn, snippetsOf } from './snippets.js';

const PAGE = 'docs/oxlint.md';
const snippets = snippetsOf(PAGE);
const SLOW = 240_000;
const PRESET = './node_modules/eslint-plugin-backend-patterns/oxlint';
const ALL = { extends: [`${PRESET}/all.json`], categories: { correctness: 'off' } };
const config = (more: object = {}): Record<string, string> => ({ '.oxlintrc.json': JSON.stringify({ ...ALL, ...more }) });
const placesOf = (findings: readonly Finding[]): string[] => findings.map(({ at }) => at);

const FOR_ESLINT = `import backendPatterns from 'eslint-plugin-backend-patterns';
import * as parser from '@typescript-eslint/parser';
export default [
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } },
  backendPatterns.configs.all,
];`;
/** What ESLint needs on top, in a project for both. */
const BOTH = ['eslint', '@typescript-eslint/parser', 'typescript'];

const [LOOP, FOUND] = ['for (const id of ids) users.push(await prisma.user.findUnique({ where: { id } }));', 'no-n-plus-one'];
const withLoop = (text: string): string => text.replaceAll('LOOP', LOOP);
const HEAD = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";

describe('the page about oxlint', () => {
  it('has configurations that the tests can read', () => {
    expect(snippets.length).toBe(3);
    expect(marksIn(PAGE)).toBe(snippets.length);
    expect(snippets.flatMap(({ hosts }) => hosts)).toEqual(['oxlint', 'oxlint', 'oxlint']);
  });
});

const noOxlint = whyNoOxlint();

describe.skipIf(noOxlint)(`oxlint${noOxlint === undefined ? '' : `, left out since ${noOxlint}`}`, { concurrent: true }, () => {
  it.each(snippets)('finds in a small backend what ESLint does, with no ESLint near ($place)', async ({ file, code, language }) => {
    expect(placesOf(await oxlint(projectWith([], { ...backend(language), [file]: code }), ['src']))).toEqual(findingsIn(language));
  }, SLOW);

  it('finds with all rules what ESLint does, in the examples, and in the small projects and the backends of the other tests', async () => {
    const project = projectWith(BOTH, { ...config(), 'eslint.config.mjs': FOR_ESLINT });
    for (const name of ['orders-api', 'vouchers-api']) cpSync(join(ROOT, 'examples', name), join(project, name), { recursive: true });
    const kinds = ['projects', 'backends'];
    for (const kind of kinds) {
      const folder = join(ROOT, 'tests/accuracy', kind);
      for (const name of readdirSync(folder)) {
        cpSync(join(folder, name), join(project, kind, name), { recursive: true });
        if (!existsSync(join(folder, name, 'package.json'))) put(project, `${kind}/${name}/package.json`, '{ "name": "app" }');
      }
    }
    const folders = ['orders-api', 'vouchers-api', ...kinds];
    const [byOxlint, byEslint] = await Promise.all([oxlint(project, folders), eslint('eslint', project, folders)]);
    expect(byOxlint.map(({ at, message }) => `${at}: ${message}`)).toEqual(byEslint.map(({ at, message }) => `${at}: ${message}`));
    expect(byOxlint.length).toBeGreaterThan(150);
    expect(new Set(byOxlint.map(({ at }) => at.split(' ')[1])).size).toBeGreaterThanOrEqual(25);
  }, SLOW);

  it('means the same places in texts with a byte order mark, other line ends, letters of several bytes and a hashbang', async () => {
    const text = withLoop(`${HEAD}/* ü😀 */ export async function usersOf(ids) { const users = ['é😀']; LOOP return users; }\n`);
    const files = { 'src/mark.js': `\ufeff${text}`, 'src/ends.js': text.replaceAll('\n', '\r\n'), 'src/both.ts': `\ufeff${text.replaceAll('\n', '\r\n')}`, 'src/hash.mjs': `#!/usr/bin/env node\n${text}` };
    const project = projectWith(BOTH, { ...files, ...config(), 'eslint.config.mjs': FOR_ESLINT });
    const found = placesOf(await oxlint(project, ['src']));
    expect(found).toEqual(placesOf(await eslint('eslint', project, ['src'])));
    expect(found.map((at) => at.split(' ')[1])).toEqual([FOUND, FOUND, FOUND, FOUND]);
  }, SLOW);

  it('heeds options, settings, and comments that disable a rule, by either name', async () => {
    const files = {
      'src/users.js': withLoop(`${HEAD}export async function usersOf(ids) {
  const users = [];
  // eslint-disable-next-line backend-patterns/no-n-plus-one -- a few
  LOOP
  // oxlint-disable-next-line backend-patterns/no-n-plus-one -- a few
  LOOP
  LOOP
  return users;
}
`),
      'src/left/users.js': withLoop(`${HEAD}export async function usersOf(ids) { const users = []; LOOP return users; }\n`),
      'src/cached.js': "import Redis from 'ioredis';\nconst redis = new Redis();\nexport async function all(keys) {\n  const found = [];\n  for (const key of keys) found.push(await redis.get(key));\n  return found;\n}\n",
    };
    const more = { rules: { 'backend-patterns/no-n-plus-one': ['error', { caches: true }] }, settings: { 'backend-patterns': { ignore: ['src/left/**'] } } };
    expect(placesOf(await oxlint(projectWith([], { ...files, ...config(more) }), ['src']))).toEqual(['src/cached.js:5:44 no-n-plus-one', 'src/users.js:9:42 no-n-plus-one']);
    expect(placesOf(await oxlint(projectWith([], { ...files, ...config() }), ['src']))).toEqual(['src/left/users.js:3:95 no-n-plus-one', 'src/users.js:9:42 no-n-plus-one']);
  }, SLOW);

  it('looks into the scripts of Astro and Vue files, which it takes out by itself', async () => {
    const script = withLoop(`${HEAD}export async function usersOf(ids) { const users = []; LOOP return users; }\n`);
    const project = projectWith([], { 'src/page.astro': `---\n${script}---\n<p />\n`, 'src/page.vue': `<template><p /></template>\n<script>\n${script}</script>\n`, ...config() });
    expect(placesOf(await oxlint(project, ['src']))).toEqual(['src/page.astro:4:95 no-n-plus-one', 'src/page.vue:5:95 no-n-plus-one']);
  }, SLOW);

  it('makes the edits of suggestions where it is told to', async () => {
    const project = projectWith([], { ...backend('typescript'), ...config() });
    await oxlintCommand(project, ['--fix-suggestions', 'src/orders.ts']);
    expect(readFileSync(join(project, 'src/orders.ts'), 'utf8')).toContain('take: Math.min(Math.max(limit, 1), 100)');
  }, SLOW);

  /** What the page says that it does otherwise. */
  it('differs from ESLint as the page says', async () => {
    const loop = `const users = []; /* é😀 */ ${LOOP} return users;`;
    const users = `/* eslint backend-patterns/no-n-plus-one: "off" */\n${HEAD}export async function usersOf(ids) { ${loop} }\n`;
    const project = projectWith(BOTH, { 'src/users.js': users, 'src/more.js': 'export {};\n', ...config({ settings: { 'backend-patterns': { maxPage: 1 } } }), 'eslint.config.mjs': FOR_ESLINT });
    const wrong = await oxlintCommand(project, ['--format', 'json', 'src']);
    expect(wrong.out.match(/has no setting \\"maxPage\\"/g)?.length, 'wrong settings are told once a file').toBe(2);
    expect(wrong.code).toBe(1);

    put(project, '.oxlintrc.json', config()['.oxlintrc.json'] ?? '');
    const { out } = await oxlintCommand(project, ['--format', 'unix', 'src']);
    expect(await eslint('eslint', project, ['src'])).toEqual([]);
    const column = users.split('\n')[3]?.indexOf('prisma.') ?? 0;
    expect(out, 'é takes one byte more than it has places, and the emoji two').toContain(`src/users.js:4:${String(column + 1 + 3)}: `);
    expect(out).not.toContain('Math.min');
  }, SLOW);
});
