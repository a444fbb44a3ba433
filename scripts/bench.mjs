/**
 * What the rules add to a lint run: `npm run bench -- DIR…`. Each run is a process of its own, and runs with and
 * without rules take turns, so that whatever else the machine does weighs on both alike.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './lib/collections.mjs';

/** @typedef {{ wall: number, cpu: number, lines: number, parse: number, rules: Record<string, number> }} Measured Milliseconds, and lines of code. */

const MODES = ['none', 'recommended', 'all'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '3' }, mode: { type: 'string' } } });
if (values.mode !== undefined) {
  const { measure } = await import('./lib/measure.mjs');
  console.log(JSON.stringify(await measure(values.mode, positionals)));
} else if (positionals.length === 0) {
  console.error('npm run bench -- DIR… [--rounds N]');
  process.exitCode = 2;
} else {
  compare(positionals.map((path) => resolve(path)), Number(values.rounds));
}

/**
 * @param {string[]} folders
 * @param {number} rounds
 */
function compare(folders, rounds) {
  /** @type {Map<string, Measured[]>} */
  const runs = new Map(MODES.map((mode) => [mode, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [mode, measured] of runs) measured.push(inOwnProcess(mode, folders));
  }
  const cpuOf = (/** @type {string} */ mode) => median((runs.get(mode) ?? []).map(({ cpu }) => cpu));
  for (const [mode, measured] of runs) {
    const cpu = cpuOf(mode);
    const wall = median(measured.map((one) => one.wall));
    const more = (cpu - cpuOf('none')) / ((measured[0]?.lines ?? NaN) / 1000);
    console.log(`${mode.padEnd(12)} wall ${(wall / 1000).toFixed(2)} s  cpu ${(cpu / 1000).toFixed(2)} s  ${(cpu / cpuOf('none')).toFixed(2)}x  ${more.toFixed(1)} cpu-ms/KLOC more`);
  }
  const last = runs.get('all')?.at(-1);
  console.log('\nTime in each rule of `all`, in % of the parser\'s');
  for (const [rule, time] of Object.entries(last?.rules ?? {}).sort(([, a], [, b]) => b - a)) {
    console.log(`${((100 * time) / (last?.parse ?? NaN)).toFixed(1).padStart(6)}  ${rule}`);
  }
}

/**
 * @param {string} mode
 * @param {string[]} folders
 */
function inOwnProcess(mode, folders) {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--mode', mode, ...folders], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return /** @type {Measured} */ (JSON.parse(stdout));
}
