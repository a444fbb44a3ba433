import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ESLint } from 'eslint';
import { codeFrame, paint } from './frame.mjs';
import { ROOT } from './run.mjs';

/** @typedef {{ file: string, line: number, rule: string, messageId: string }} Expected */

/**
 * Lints one of the examples the way its reader would: with ESLint and the configuration in examples/.
 *
 * @param {string} name
 * @returns {Promise<{ text: string, keys: string[] }>} What to print, and one key for each finding.
 */
export async function findingsOf(name) {
  const eslint = new ESLint({ cwd: join(ROOT, 'examples') });
  const results = await eslint.lintFiles([name]);
  /** @type {string[]} */
  const blocks = [];
  /** @type {string[]} */
  const keys = [];
  for (const { filePath, messages, source = '' } of results) {
    for (const message of messages) {
      const rule = message.ruleId ?? 'not parsed';
      const place = `${relative(ROOT, filePath)}:${message.line}:${message.column}`;
      const file = relative(join(ROOT, 'examples', name), filePath).split(sep).join('/');
      keys.push(keyOf({ file, line: message.line, rule: rule.replace('backend-patterns/', ''), messageId: message.messageId ?? '' }));
      blocks.push(`${paint('cyan', place)} ${paint('yellow', rule)}\n${message.message}\n${codeFrame(source, message, paint)}\n`);
    }
  }
  return { text: blocks.join('\n'), keys };
}

/**
 * The findings that an example was written to show.
 *
 * @param {string} name
 */
export function expectedOf(name) {
  const list = readFileSync(join(ROOT, 'examples', name, 'expected.json'), 'utf8');
  return /** @type {Expected[]} */ (JSON.parse(list)).map(keyOf);
}

/** @param {Expected} finding */
function keyOf({ file, line, rule, messageId }) {
  return `${file}:${line} ${rule}/${messageId}`;
}
