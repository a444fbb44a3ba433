import { groupBy } from './collections.mjs';
import { codeFrame, paint } from './frame.mjs';

/** @typedef {import('./example.mjs').Finding} Finding */

const WIDTH = 100;

/**
 * A finding as a reader wants it: where, what and why, and the code.
 *
 * @param {Finding} finding
 */
export function shown(finding) {
  const { path, line, column, rule, message, source } = finding;
  const place = `${paint('cyan', `${path}:${line}:${column}`)}  ${paint('yellow', rule)}`;
  return [place, wrap(message, WIDTH), '', codeFrame(source, finding, paint)].join('\n');
}

/**
 * How often each rule reported, most often first.
 *
 * @param {readonly Finding[]} findings
 */
export function tally(findings) {
  const groups = [...groupBy(findings, ({ rule }) => rule)].sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([rule, { length }]) => `${String(length).padStart(5)}  ${rule}`).join('\n');
}

/**
 * Breaks a text at spaces, so that no line is longer than this if its words are not. Code between backticks is one word.
 *
 * @param {string} text
 * @param {number} width
 */
export function wrap(text, width) {
  const lines = [''];
  for (const [word] of text.matchAll(/(?:`[^`]*`|\S)+/g)) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
