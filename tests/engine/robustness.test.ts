/** No file makes a rule throw, hang or run out of stack: whatever is in it, and whoever parsed it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { scratch } from '#kit';
import { LARGEST_FILE } from '../../src/engine/modules/parse.js';
import { rules } from '../../src/plugin/rules.js';

const TIMEOUT = 120_000;
const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const suite = path.join(modules, 'test262-parser-tests');
const home = scratch({ 'package.json': '{ "name": "app" }' });
const linter = new Linter({ configType: 'flat', cwd: home });

/** A host whose own parser says nothing of the text: what the rules see is what the engine reads by itself. */
const blank: Linter.Parser = {
  parseForESLint: (text: string) => ({ ast: { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } } } }),
};

/** Lints a text with every rule; what is thrown, or else the findings. */
function lint(name: string, text: string, parser: Linter.Parser = blank): { readonly thrown?: string; readonly findings: readonly Linter.LintMessage[] } {
  try {
    const findings = linter.verify(
      text,
      {
        files: ['**/*.*', '**/odd'],
        languageOptions: { parser },
        plugins: { 'backend-patterns': { rules: rules } },
        rules: Object.fromEntries(Object.keys(rules).map((rule) => [`backend-patterns/${rule}`, 'error' as const])),
      },
      { filename: path.join(home, name) },
    );
    if (findings.some(({ ruleId, fatal }) => ruleId === null && !fatal)) throw new Error('no rule was run');
    return { findings };
  } catch (error) {
    return { thrown: `${name}: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`, findings: [] };
  }
}

/** What is thrown over all files of a folder. */
function thrownOver(folder: string, names: readonly string[], parser?: Linter.Parser, change: (text: string) => string = (text) => text): string[] {
  return names.flatMap((name) => lint(`${path.basename(folder)}/${name}`, change(fs.readFileSync(path.join(folder, name), 'utf8')), parser).thrown ?? []);
}

describe('files of all kinds', () => {
  it.each(['pass', 'pass-explicit', 'early', 'fail'])('test262: %s', (folder) => {
    const names = fs.readdirSync(path.join(suite, folder));
    expect(names.length).toBeGreaterThan(600);
    expect(thrownOver(path.join(suite, folder), names)).toEqual([]);
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

  it('a file with no name', () => {
    expect(() => linter.verify(query, { plugins: { 'backend-patterns': { rules: rules } }, languageOptions: { parser: blank }, rules: { 'backend-patterns/no-n-plus-one': 'error' } })).not.toThrow();
  });

  it('a file that is too large says nothing', () => {
    const { findings } = lint('huge.ts', `${query}//${'x'.repeat(LARGEST_FILE)}`);
    expect(findings).toEqual([]);
    expect(lint('small.ts', query).findings).toHaveLength(1);
  });
});
