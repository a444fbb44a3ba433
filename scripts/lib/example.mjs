import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

/** @typedef {{ file: string, line: number, rule: string, messageId: string }} Expected */

const EXAMPLES = join(ROOT, 'examples');

/**
 * The findings that an example was written to show.
 *
 * @param {string} name
 */
export function expectedOf(name) {
  return /** @type {Expected[]} */ (JSON.parse(readFileSync(join(EXAMPLES, name, 'expected.json'), 'utf8')));
}

/**
 * What was expected and not found, and what was found and not expected.
 *
 * @param {readonly Expected[]} found
 * @param {readonly Expected[]} expected
 */
export function compare(found, expected) {
  const [has, wants] = [new Set(found.map(keyOf)), new Set(expected.map(keyOf))];
  return { missing: [...wants].filter((key) => !has.has(key)), unexpected: [...has].filter((key) => !wants.has(key)) };
}

/** @param {Expected} finding */
function keyOf({ file, line, rule, messageId }) {
  return `${file}:${line} ${rule}/${messageId}`;
}
