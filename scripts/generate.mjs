/** Writes every generated file; with `--check`, fails if one differs from what would be written, and shows where. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import plugin from 'eslint-plugin-backend-patterns';
import { catalogTables } from './generate/catalog.mjs';
import { firstDifference } from './generate/difference.mjs';
import { oxlintPresets } from './generate/oxlint.mjs';
import { readmeTable } from './generate/readme.mjs';
import { ruleHeaders } from './generate/rule-headers.mjs';
import { settingsTables } from './generate/settings.mjs';
import { ROOT } from './lib/run.mjs';

/** Each maps a path to the content that the file should have, given a reader of what it has now. */
const GENERATORS = [readmeTable, ruleHeaders, catalogTables, oxlintPresets, settingsTables];

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const read = (/** @type {string} */ path) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '');
let stale = 0;
for (const generator of GENERATORS) {
  for (const [path, content] of generator(plugin, read)) {
    const difference = firstDifference(read(path), content);
    if (difference === undefined) continue;
    stale++;
    if (values.check) console.log(`out of date: ${path}:${difference}`);
    else {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), content);
      console.log(`written: ${path}`);
    }
  }
}
if (values.check && stale > 0) {
  console.log('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
