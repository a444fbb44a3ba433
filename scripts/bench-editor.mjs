/** What somebody who types waits for: `npm run bench:editor`. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { median, quantile } from './lib/collections.mjs';
import { MODES, timeEdits, timeLinter } from './lib/editorBench.mjs';

const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } });
const times = Number(values.times);
const ms = (/** @type {number} */ time) => `${time.toFixed(1)} ms`.padStart(9);

console.log(`From an edit to its diagnostics, in the ESLint language server (${times} edits)`);
const waits = await timeEdits(times);
for (const mode of MODES) console.log(`${mode.padEnd(12)} median ${ms(median(waits[mode]))}  95 % below ${ms(quantile(waits[mode], 0.95))}`);

for (const edits of [true, false]) {
  console.log(`\nLinting the file again in one process (${times} times), ${edits ? 'edited each time' : 'as it is'}, neighbours unchanged`);
  const taken = timeLinter(times, edits);
  const parse = median(taken.parse);
  console.log(`${'parsing'.padEnd(12)} median ${ms(parse)}`);
  for (const mode of MODES) {
    const more = median(taken[mode].map((time, round) => time - (taken.none[round] ?? NaN)));
    console.log(`${mode.padEnd(12)} median ${ms(median(taken[mode]))}${mode === 'none' ? '' : `  our rules ${ms(more)}, ${(more / parse).toFixed(2)}x of parsing`}`);
  }
}

const [cpu] = cpus();
console.log(`\nESLint ${ESLint.version}, @typescript-eslint/parser ${parser.meta.version}, Node ${process.version}, ${cpus().length} x ${cpu?.model}`);
