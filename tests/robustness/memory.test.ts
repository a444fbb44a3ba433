/** An editor that is open all day: memory does not grow with each change of a file. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/run.mjs';
import { scratch } from '#kit';
import { TIMEOUT } from './robustness.kit.js';

/** Lints two files that import each other over and over, each time with another text, on the disk as well; prints the memory in use early on and at the end. */
const SESSION = `
import fs from 'node:fs';
import { Linter } from 'eslint';
import plugin from '${pathToFileURL(`${ROOT}/dist/src/plugin/index.js`).href}';
const linter = new Linter({ configType: 'flat' });
let time = Date.now();
Date.now = () => (time += 60_000);
const memory = [];
for (let round = 1; round <= 2_000; round++) {
  const name = round % 2 === 0 ? 'app.js' : 'db.js';
  const other = name === 'app.js' ? 'db' : 'app';
  const text = \`import { PrismaClient } from '@prisma/client';
import { load\${round - 1} } from './\${other}.js';
const prisma = new PrismaClient();
export async function load\${round}(ids) {
  for (const id of ids) await prisma.user.findUnique({ where: { id, round: \${round} } });
}
\`;
  fs.writeFileSync(name, text);
  const found = linter.verify(text, [plugin.configs.strict], { filename: process.cwd() + '/' + name });
  if (found.length === 0) throw new Error('nothing was found');
  // Native memory is given back between two events, as an editor has them.
  await new Promise(setImmediate);
  if (round % 250 === 0) gc();
  if (round === 500 || round === 2_000) {
    gc();
    const { heapUsed, rss } = process.memoryUsage();
    memory.push({ heapUsed, rss });
  }
}
console.log(JSON.stringify(memory));
`;

it('two thousand changes take no more memory than five hundred', () => {
  const cwd = scratch({});
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', SESSION.replace("'eslint'", `'${pathToFileURL(`${ROOT}/node_modules/eslint/lib/api.js`).href}'`)], { cwd, encoding: 'utf8' });
  expect(stderr).toBe('');
  const [early, late] = JSON.parse(stdout) as { readonly heapUsed: number; readonly rss: number }[];
  expect((late?.heapUsed ?? NaN) / (early?.heapUsed ?? NaN)).toBeLessThan(1.2);
  // What native code takes shows here alone: a resolver for each change would double it.
  expect((late?.rss ?? NaN) / (early?.rss ?? NaN)).toBeLessThan(1.25);
}, TIMEOUT);
