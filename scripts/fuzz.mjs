/**
 * The tests of hard inputs at length: all files instead of a sample, all sizes, and as many random programs as are asked for.
 *
 *   npm run fuzz -- --runs 1000 --seed 7
 */
import { parseArgs } from 'node:util';
import { run } from './lib/run.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } });
console.log(`${values.runs} programs of each kind, seed ${values.seed}`);
process.env.FUZZ_RUNS = values.runs;
process.env.FUZZ_SEED = values.seed;
process.exitCode = run('npx vitest run tests/robustness --reporter=verbose') ? 0 : 1;
