/** No file makes a rule throw, hang or run out of stack: whatever is in it, and whoever parsed it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as typescriptParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '../../src/engine/modules/parse.js';
import { rules } from '../../src/plugin/rules.js';
import { blank, IS_LONG, lint, linter, thrownOver, TIMEOUT } from './robustness.kit.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const suite = path.join(modules, 'test262-parser-tests');
const typescript = path.join(modules, 'typescript/lib');

/** All files of some kinds below a folder, in a fixed order. */
function filesBelow(folder: string, kinds: RegExp): string[] {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter((entry) => entry.isFile() && kinds.test(entry.name)).map((entry) => path.relative(modules, path.join(entry.parentPath, entry.name))).filter((name) => !name.includes(`node_modules${path.sep}`)).sort();
}

/** Packages that ship what they are written in, and what of the language shows in it. */
const SOURCES: readonly (readonly [name: string, shows: string])[] = [
  ['rxjs/src', 'overloads, generics and operators'],
  ['zod/src', 'conditional, mapped and recursive types'],
  ['mongodb/src', 'classes with private fields, generators and events'],
  ['ajv/lib', 'namespaces, enums and code that makes code'],
  ['svix/src', 'generated clients'],
  ['fastify/test', 'CommonJS, callbacks and hooks, with servers under test'],
  ['slonik/src', 'tagged templates with SQL'],
  ['@trpc/server/src', 'builders, decorated procedures and generators that wait'],
  ['@babel/types/lib', 'generated tables of functions'],
  ['@babel/parser/lib', 'a class of ten thousand lines'],
];

describe('files of all kinds', () => {
  /** The parser's part of test262: programs of all syntax there is (each once more with every bracket and semicolon), and those that are none. */
  it.each(['pass', 'pass-explicit', 'early', 'fail'])('test262: %s', (folder) => {
    const names = fs.readdirSync(path.join(suite, folder));
    expect(names.length).toBeGreaterThan(600);
    expect(thrownOver(path.join(suite, folder), IS_LONG ? names : names.filter((_, at) => at % 3 === 0))).toEqual([]);
  }, TIMEOUT);

  it.each(SOURCES)('%s: %s', (name) => {
    const names = filesBelow(path.join(modules, name), /\.[cm]?[jt]sx?$/);
    expect(names.length).toBeGreaterThan(0);
    // A sample of each, and the same one each time.
    expect(thrownOver(modules, IS_LONG ? names : names.filter((_, at) => at % Math.ceil(names.length / 8) === 0))).toEqual([]);
  }, TIMEOUT);

  it.runIf(IS_LONG)('whatever is installed', () => {
    const names = filesBelow(modules, /\.[cm]?[jt]sx?$/).filter((name) => !name.endsWith('.d.ts'));
    expect(thrownOver(modules, names.filter((_, at) => at % 7 === 0))).toEqual([]);
  }, TIMEOUT);

  it('trees of another parser, where the engine cannot read the text itself', () => {
    const folder = path.join(suite, 'pass');
    // A NUL makes the text binary for the engine, and is a comment's business for the host.
    const parser: Linter.Parser = { parse: (text: string) => espree.parse(text, { ecmaVersion: 'latest', range: true, loc: true, tokens: true, comment: true }) };
    expect(thrownOver(folder, fs.readdirSync(folder).filter((name, at) => !name.endsWith('.module.js') && (IS_LONG || at % 6 === 0)), parser, (text) => `${text}\n// \0`)).toEqual([]);
  }, TIMEOUT);

  it('declarations and scripts of the TypeScript compiler', () => {
    const names = fs.readdirSync(typescript).filter((name) => /\.(?:js|d\.ts)$/.test(name));
    expect(names.length).toBeGreaterThan(80);
    expect(thrownOver(typescript, names)).toEqual([]);
  }, TIMEOUT);

  it('fifty thousand lines, as short as they are', () => {
    const code = Array.from({ length: 10_000 }, (_, at) => `export async function f${at}(a) {\n  const b = await a.x();\n  if (b) return b.y;\n  return g(b);\n}`).join('\n');
    expect(code.split('\n')).toHaveLength(50_000);
    expect(code.length).toBeLessThan(LARGEST_FILE);
    expect(lint('lines.ts', code).thrown).toBeUndefined();
  }, TIMEOUT);

  it('a large file of real code, in time', () => {
    const text = fs.readFileSync(path.join(typescript, '_tsc.js'), 'utf8');
    // Whole top-level functions, as many as the size limit lets through.
    const cut = text.lastIndexOf('\n}\n', LARGEST_FILE - 10);
    expect(cut).toBeGreaterThan(LARGEST_FILE * 0.8);
    expect(lint('large.js', text.slice(0, cut + 3))).toEqual({ findings: [] });
  }, TIMEOUT);
});

describe('odd files', () => {
  const query = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(ids: string[]) { for (const id of ids) await prisma.user.delete({ where: { id } }); }\n";

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a comment', '// nothing'],
    ['a comment that does not end', '/* nothing'],
    ['half a statement', 'const x = {'],
    ['no text', '\0\0\0'],
    ['lone surrogates', "const x = '\ud800'; const \u{20bb7} = 1;"],
    ['line separators', 'const a = 1;\u2028const b = 2;\u2029'],
    ['HTML comments', '<!-- x\nlet a;\n--> y\n'],
  ])('%s', (_title, text) => {
    for (const name of ['odd.ts', 'odd.tsx', 'odd.js', 'odd.mjs', 'odd.cjs', 'odd.vue', 'odd']) expect(lint(name, text)).toEqual({ findings: [] });
  });

  it.each([
    ['a byte order mark', `\uFEFF${query}`],
    ['a shebang', `#!/usr/bin/env node\n${query}`],
    ['Windows line ends', query.replaceAll('\n', '\r\n')],
    ['directives', `'use strict';\n${query}`],
  ])('%s changes nothing', (title, text) => {
    const { findings, thrown } = lint(`${title.replaceAll(' ', '-')}.ts`, text);
    expect(thrown).toBeUndefined();
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['backend-patterns/no-n-plus-one']);
    const [finding] = findings;
    // The squiggle stands on the call, wherever the line begins.
    const line = text.replace('\uFEFF', '').split(/\r?\n/)[(finding?.line ?? 0) - 1] ?? '';
    expect(line.slice((finding?.column ?? 0) - 1)).toMatch(/^prisma\.user\.delete/);
  });

  it('a tree of typescript-eslint, whose nodes have no start, is as good', () => {
    const found = new Linter().verify(`${query}// \0\n`, { files: ['**/*.ts'], plugins: { 'backend-patterns': { rules: rules } }, languageOptions: { parser: typescriptParser }, rules: { 'backend-patterns/no-n-plus-one': 'error' } }, 'other-tree.ts');
    expect(found.map(({ line, column, endColumn }) => ({ line, column, endColumn }))).toEqual([{ line: 3, column: 70, endColumn: 107 }]);
  });

  it('a file with no name', () => {
    expect(() => linter.verify(query, { plugins: { 'backend-patterns': { rules: rules } }, languageOptions: { parser: blank }, rules: { 'backend-patterns/no-n-plus-one': 'error' } })).not.toThrow();
  });

  it('a file that is too large says nothing', () => {
    const { findings } = lint('huge.ts', `${query}//${'x'.repeat(LARGEST_FILE)}`);
    expect(findings).toEqual([]);
    expect(lint('small.ts', query).findings).toHaveLength(1);
  });
});
