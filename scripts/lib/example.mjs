import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ESLint } from 'eslint';
import { ROOT } from './run.mjs';

/** @typedef {{ file: string, line: number, rule: string, messageId: string }} Expected */
/** @typedef {Expected & { path: string, source: string, message: string, column: number, endLine?: number | undefined, endColumn?: number | undefined }} Finding `path` is from the repository's root, `file` from the example's. */

const EXAMPLES = join(ROOT, 'examples');

/**
 * Lints one of the examples the way its reader would: with ESLint and the configuration in examples/.
 *
 * @param {string} name
 * @returns {Promise<Finding[]>} File by file, from top to bottom.
 */
export async function findingsOf(name) {
  const eslint = new ESLint({ cwd: EXAMPLES });
  const results = await eslint.lintFiles([name]);
  const from = (/** @type {string} */ folder, /** @type {string} */ path) => relative(folder, path).split(sep).join('/');
  return results.flatMap(({ filePath, messages, source = '' }) =>
    messages.map(({ ruleId, messageId = '', message, line, column, endLine, endColumn }) => ({
      file: from(join(EXAMPLES, name), filePath),
      path: from(ROOT, filePath),
      source,
      rule: (ruleId ?? 'not parsed').replace('backend-patterns/', ''),
      messageId,
      message,
      line,
      column,
      endLine,
      endColumn,
    })),
  );
}

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
