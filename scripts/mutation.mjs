/** Mutation testing of the rules and the engine, which shows what can be changed in them without a test noticing: `npm run mutation -- --sample 300`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import pc from 'picocolors';
import { groupBy } from './lib/collections.mjs';
import { refusals } from './lib/compiler.mjs';
import { draw, estimate, keyOf, mutantOf, mutantsOf, rangeOf, runOnly, stratumOf } from './lib/mutants.mjs';
import { ROOT } from './lib/run.mjs';

/** @typedef {import('./lib/mutants.mjs').Mutant} Mutant */
/** @typedef {import('@stryker-mutator/api/core').MutantStatus} Status */
/** @typedef {Mutant & { status: Status }} Result */

const USAGE = `npm run mutation -- [FILE…] [options]

  FILE…       only the mutants of these files; without any, those of rules/ and src/engine, of which there are more than days have minutes
  --sample N  about N mutants, drawn at random from each part of the code
  --seed N    another seed draws others (1)
  --quick     leave out those that are made when a module is loaded, such as patterns: every test has to be run for them
  --list      say how many mutants there are, and run none
  --force     run also those whose result is known from the last time, and whose code and tests are the same

Those that the compiler refuses are not run, and do not count. What was found is written to reports/mutation. The run fails where the tests notice
less than 85 % of the others, or, of a sample, certainly less.
`;

const BAR = 0.85;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const size = values.sample === undefined ? undefined : Number(values.sample);
const seed = Number(values.seed);
if (values.help) {
  console.log(USAGE);
} else if (Number.isNaN(size) || Number.isNaN(seed)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  process.chdir(ROOT);
  await main();
}

async function main() {
  const files = positionals.length > 0 ? positionals : ['rules', 'src/engine'].flatMap(sourcesIn);
  const all = await mutantsOf(files);
  const chosen = size === undefined ? all : draw(all, size, seed);
  console.log(`${all.length} mutants in ${files.length} files${size === undefined ? '' : `, of which ${chosen.length} were drawn`}`);
  if (values.list) return;
  const isRefused = refusals();
  /** @type {Result[]} */
  const results = chosen.filter(isRefused).map((mutant) => ({ ...mutant, status: 'CompileError' }));
  const refused = new Set(results.map(keyOf));
  const tested = chosen.filter((mutant) => !refused.has(keyOf(mutant)));
  console.log(`${results.length} are refused by the compiler`);
  runOnly(tested);
  if (size === undefined) {
    // One file at a time: what each of the tests covers of a file is kept in memory, and a run that ends early leaves the results of the others.
    for (const file of files) results.push(...(await run(slug(file), { mutate: [file] })));
  } else {
    results.push(...(await run(`sample-${size}-${seed}`, { mutate: [...new Set(tested.map(rangeOf))] })));
  }
  const wanted = new Set(chosen.map(keyOf));
  report(all, [...new Map(results.filter((result) => wanted.has(keyOf(result))).map((result) => [keyOf(result), result])).values()]);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name.replaceAll('\\', '/')}`).sort();
}

/** @param {string} file */
function slug(file) {
  return file.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '');
}

/**
 * @param {string} name Of the reports.
 * @param {import('@stryker-mutator/api/core').PartialStrykerOptions} options
 * @returns {Promise<Result[]>}
 */
async function run(name, options) {
  const reports = join('reports', 'mutation', name);
  const results = await new Stryker({
    ...options,
    incremental: true,
    incrementalFile: `${reports}.incremental.json`,
    force: values.force,
    ignoreStatic: values.quick,
    htmlReporter: { fileName: `${reports}.html` },
    jsonReporter: { fileName: `${reports}.json` },
  }).runMutationTest();
  return results.map((result) => ({ ...mutantOf(result), status: result.status }));
}

/**
 * @param {readonly Mutant[]} all
 * @param {readonly Result[]} results
 */
function report(all, results) {
  const sizes = groupBy(all, stratumOf);
  const strata = [...groupBy(results, stratumOf)].map(([name, mutants]) => {
    const detected = count(mutants, 'Killed', 'Timeout');
    const undetected = count(mutants, 'Survived', 'NoCoverage');
    const refused = count(mutants, 'CompileError');
    return { name, detected, undetected, refused, there: sizes.get(name)?.length ?? 0, chosen: mutants.length };
  });
  console.log(pc.bold('\n   run  noticed'));
  for (const { name, there, detected, undetected } of strata) {
    console.log(`${String(detected + undetected).padStart(6)}  ${percent(detected / (detected + undetected)).padStart(7)}  ${name}, of ${there}`);
  }
  // As many of all as of those that were chosen are ones that can be run.
  const byTests = estimate(strata.map(({ there, chosen, detected, undetected }) => ({ all: Math.round((there * (detected + undetected)) / chosen), detected, undetected })));
  const byAny = estimate(strata.map(({ there, detected, undetected, refused }) => ({ all: there, detected: detected + refused, undetected })));
  const statuses = [...groupBy(results, ({ status }) => status)].map(([status, mutants]) => `${mutants.length} ${status}`);
  console.log(`${String(results.length).padStart(6)}  ${score(byTests)} noticed by tests, ${score(byAny)} by tests or the compiler; ${statuses.join(', ')}`);
  if (byTests.score + byTests.margin < BAR) process.exitCode = 1;
}

/** @param {{ score: number, margin: number }} estimate */
function score({ score, margin }) {
  return `${percent(score)}${margin > 0 ? ` ± ${percent(margin)}` : ''}`;
}

/**
 * @param {readonly Result[]} results
 * @param {Status[]} statuses
 */
function count(results, ...statuses) {
  return results.filter(({ status }) => statuses.includes(status)).length;
}

/** @param {number} share Of nothing, where none was run. */
function percent(share) {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`;
}
