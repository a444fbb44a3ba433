/** Lints any text with every rule at once, and tells what is thrown. */
import fs from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import { scratch } from '#kit';
import { rules } from '../../src/plugin/rules.js';

const home = scratch({ 'package.json': '{ "name": "app" }' });
export const linter = new Linter({ configType: 'flat', cwd: home });

/** A host whose own parser says nothing of the text: what the rules see is what the engine reads by itself. */
export const blank: Linter.Parser = {
  parseForESLint: (text: string) => ({ ast: { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } } } }),
};

/** Lints a text with every rule; what is thrown, or else the findings. */
export function lint(name: string, text: string, parser: Linter.Parser = blank): { readonly thrown?: string; readonly findings: readonly Linter.LintMessage[] } {
  try {
    const findings = linter.verify(
      // Empty lines, so that no text counts as minified for being written in one line.
      text + '\n'.repeat(text.length / 100),
      {
        files: ['**/*.*', '**/odd'],
        languageOptions: { parser },
        plugins: { 'backend-patterns': { rules: rules } },
        // Tests and scripts as well.
        settings: { 'backend-patterns': { ignore: [] } },
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
export function thrownOver(folder: string, names: readonly string[], parser?: Linter.Parser, change: (text: string) => string = (text) => text): string[] {
  return names.flatMap((name) => lint(`${path.basename(folder).replace('node_modules', 'packages')}/${name}`, change(fs.readFileSync(path.join(folder, name), 'utf8')), parser).thrown ?? []);
}

/** How often a property is tried; `npm run fuzz` asks for more, and for all files and all sizes instead of a sample. */
export const IS_LONG = process.env.FUZZ_RUNS !== undefined;
export const runs = (few: number): number => Number(process.env.FUZZ_RUNS ?? few);

/** For the slowest of machines; none of the cases takes a tenth of it. */
export const TIMEOUT = IS_LONG ? 3_600_000 : 120_000;
