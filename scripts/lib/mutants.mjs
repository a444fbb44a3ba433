/** Which mutants there are, which of them a sample draws, and what the sample says of all. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { groupBy, sample } from './collections.mjs';
import { ROOT } from './run.mjs';

/** @typedef {{ fileName: string, mutatorName: string, replacement?: string, location: import('@stryker-mutator/api/core').Location }} Mutant Its lines count from 0. */
/** @typedef {{ all: number, detected: number, undetected: number }} Stratum How many mutants there are, and how many of those that were run the tests noticed. */

/** What Stryker would do to these files. @param {readonly string[]} files @returns {Promise<Mutant[]>} */
export async function mutantsOf(files) {
  const { mutants } = await quietInstrumenter().instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(join(ROOT, name), 'utf8') })),
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: false },
  );
  // Of what has no original, such as a list that is added, there may be more than one at a place: those are one.
  return [...new Map(mutants.map((mutant) => [keyOf(mutant), mutant])).values()];
}

/**
 * Has Stryker run no mutant but these, for the rest of the process. It can be told ranges, but each is that of an expression, which has several mutants
 * and others inside of it; and a checker that refuses those would have Stryker start a second runner of tests.
 *
 * @param {readonly Mutant[]} mutants
 */
export function runOnly(mutants) {
  const keys = new Set(mutants.map(keyOf));
  const instrumenter = quietInstrumenter();
  const instrument = instrumenter.instrument.bind(instrumenter);
  Instrumenter.prototype.instrument = async (/** @type {Parameters<typeof instrument>} */ ...args) => {
    const result = await instrument(...args);
    const others = result.mutants.filter((mutant) => !keys.has(keyOf({ ...mutant, fileName: relative(ROOT, mutant.fileName) })));
    for (const mutant of others) Object.assign(mutant, { status: 'Ignored', statusReason: 'It was not drawn.' });
    return result;
  };
}

/**
 * The mutant that a result is of: results count lines and columns from 1, and have whole paths.
 *
 * @param {import('@stryker-mutator/api/core').MutantResult} result
 * @returns {Mutant}
 */
export function mutantOf({ fileName, mutatorName, replacement, location: { start, end } }) {
  return {
    fileName: relative(ROOT, fileName),
    mutatorName,
    replacement,
    location: { start: { line: start.line - 1, column: start.column - 1 }, end: { line: end.line - 1, column: end.column - 1 } },
  };
}

function quietInstrumenter() {
  const no = () => false;
  const quiet = () => undefined;
  const levels = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no };
  return new Instrumenter({ ...levels, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet });
}

/** What tells a mutant from any other, in one run or in two. @param {Mutant} mutant */
export function keyOf({ fileName, mutatorName, replacement, location }) {
  return `${rangeOf({ fileName, location })} ${mutatorName} ${replacement ?? ''}`;
}

/** As the option `mutate` wants it: lines from 1, columns from 0. @param {Pick<Mutant, 'fileName' | 'location'>} mutant */
export function rangeOf({ fileName, location: { start, end } }) {
  return `${fileName.replaceAll('\\', '/')}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** The part of the code whose mutants are drawn for themselves: `rules`, or a folder of the engine. @param {Pick<Mutant, 'fileName'>} mutant */
export function stratumOf({ fileName }) {
  return fileName.startsWith('src/engine/') ? fileName.split('/').slice(0, 3).join('/') : 'rules';
}

/**
 * About so many mutants, from each part as many as it has a share in all, but enough to say something of it.
 *
 * @param {readonly Mutant[]} mutants
 * @param {number} size
 * @param {number} seed
 */
export function draw(mutants, size, seed) {
  const least = Math.ceil(size / 40);
  return [...groupBy(mutants, stratumOf).values()].flatMap((stratum) => sample(stratum, Math.max(least, Math.round((size * stratum.length) / mutants.length)), seed));
}

/**
 * The share of all mutants that the tests notice, as the sample has it, and the half of its 95 % interval. Each part weighs as much as it has mutants.
 *
 * @param {readonly Stratum[]} strata
 */
export function estimate(strata) {
  const run = strata.filter(({ detected, undetected }) => detected + undetected > 0);
  const all = run.reduce((sum, stratum) => sum + stratum.all, 0);
  let score = 0;
  let variance = 0;
  for (const stratum of run) {
    const size = stratum.detected + stratum.undetected;
    const weight = stratum.all / all;
    score += (weight * stratum.detected) / size;
    // Of eight that were all noticed, nobody knows that the ninth would be.
    const careful = (stratum.detected + 1) / (size + 2);
    const unseen = Math.max(0, 1 - size / stratum.all);
    variance += (weight ** 2 * careful * (1 - careful) * unseen) / size;
  }
  return { score, margin: 1.96 * Math.sqrt(variance) };
}
