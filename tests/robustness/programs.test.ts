/** Programs that nobody wrote: no rule throws, and what is reported does not rest on how a program is written down or in which order it is looked at. */
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintFolder, scratch, write } from '#kit';
import { parseProblem } from '../../src/engine/modules/parse.js';
import { rules } from '../../src/plugin/rules.js';
import { lint, runs, TIMEOUT } from './robustness.kit.js';
import { type Program, type Style, program, textOf } from './programs.js';

const names = Object.keys(rules);
let folders = 0;
const home = scratch({});

/** What is reported in both files of a program, each finding with the code that it stands at: `main no-n-plus-one/query: await f0();`. */
function findingsOf({ main, other }: Program, { style = {}, order = ['main', 'other'], ruleNames = names }: { style?: Style; order?: readonly string[]; ruleNames?: readonly string[] } = {}): string[] {
  const texts: Readonly<Record<string, string>> = { main: textOf(main, style), other: textOf(other, style) };
  // A folder of its own: nothing is known of it yet.
  const folder = `${folders++}`;
  write(home, `${folder}/package.json`, '{ "name": "app" }');
  for (const [name, text] of Object.entries(texts)) write(home, `${folder}/src/${name}.js`, text);
  const found = lintFolder(path.join(home, folder), order.map((name) => `src/${name}.js`), { rules: Object.fromEntries(ruleNames.map((name) => [name, {}])) });
  return found
    .map(({ file, line, rule, messageId }) => `${path.basename(file, '.js')} ${rule}/${messageId}: ${(texts[path.basename(file, '.js')] ?? '').split(/\r?\n/)[line - 1]?.trim().replace(/\bw(\d)\b/g, 'v$1')}`)
    .sort();
}

/** Tries a property, and prints the smallest program for which it does not hold. */
function holds(times: number, property: (value: Program) => void): void {
  fc.assert(fc.property(program, (value) => {
    property(value);
  }), {
    numRuns: runs(times),
    seed: Number(process.env.FUZZ_SEED ?? 1),
    reporter: ({ failed, counterexample, counterexamplePath, seed, errorInstance }) => {
      if (!failed || !counterexample) return;
      const [{ main, other }] = counterexample;
      throw new Error(`${errorInstance instanceof Error ? errorInstance.message : 'failed'}\nseed ${seed}, path ${counterexamplePath}\n--- main.js\n${textOf(main)}\n--- other.js\n${textOf(other)}`);
    },
  });
}

describe('a random program', () => {
  it('makes no rule throw', () => {
    const seen = new Set<string>();
    holds(80, ({ main, other }) => {
      for (const [name, statements] of [['main', main], ['other', other]] as const) {
        const text = textOf(statements);
        expect(parseProblem(`${name}.ts`, text)).toBeUndefined();
        const { thrown, findings } = lint(`random/${name}.ts`, text);
        expect(thrown).toBeUndefined();
        for (const { ruleId } of findings) seen.add(ruleId ?? '');
      }
    });
    // The programs are worth it: most rules have something to say of them.
    expect(seen.size).toBeGreaterThan(8);
  }, TIMEOUT);

  it.each<[title: string, style: Style]>([
    ['Windows line ends', { lineEnd: '\r\n' }],
    ['blank lines and comments', { isSpacedOut: true }],
    ['blocks around calls', { isInBlocks: true }],
    ['other names of locals', { isRenamed: true }],
  ])('is judged the same with %s', (_title, style) => {
    holds(15, (each) => expect(findingsOf(each, { style })).toEqual(findingsOf(each)));
  }, TIMEOUT);

  it('is judged the same whichever file comes first', () => {
    holds(20, (each) => expect(findingsOf(each, { order: ['other', 'main'] })).toEqual(findingsOf(each)));
  }, TIMEOUT);

  it('is judged the same by rules in any order', () => {
    holds(20, (each) => expect(findingsOf(each, { ruleNames: names.toReversed() })).toEqual(findingsOf(each)));
  }, TIMEOUT);

  it('is judged the same by each rule alone', () => {
    holds(3, (each) => expect(names.flatMap((name) => findingsOf(each, { ruleNames: [name] })).sort()).toEqual(findingsOf(each)));
  }, TIMEOUT);
});
