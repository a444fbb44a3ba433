/** Writes every generated file; with `--check`, fails if one differs from what would be written. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import plugin from 'eslint-plugin-backend-patterns';
import { readmeTable } from './generate/readme.mjs';
import { ruleHeaders } from './generate/rule-headers.mjs';
import { ROOT } from './lib/run.mjs';

/** Each maps a path to the content that the file should have, given a reader of what it has now. */
const GENERATORS = [readmeTable, ruleHeaders];

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');
const stale = [];
for (const generator of GENERATORS) {
  for (const [path, content] of generator(plugin, read)) {
    if (content === read(path)) continue;
    stale.push(path);
    if (!values.check) writeFileSync(join(ROOT, path), content);
  }
}
for (const path of stale) console.log(`${values.check ? 'out of date' : 'written'}: ${path}`);
if (values.check && stale.length > 0) {
  console.log('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
