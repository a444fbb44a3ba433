import { styleText } from 'node:util';

/** @typedef {{ line: number, column: number, endLine?: number | undefined, endColumn?: number | undefined }} Place 1-based, as in ESLint's messages. */
/** @typedef {(format: 'red' | 'dim' | 'bold' | 'cyan' | 'yellow' | 'green', text: string) => string} Paint */

const AROUND = 2;

/** @type {Paint} */
export const plain = (_format, text) => text;

/** Colours where somebody looks, plain text in a pipe. @type {Paint} */
export const paint = process.stdout.isTTY ? (format, text) => styleText(format, text) : plain;

/**
 * The reported line with a caret under the guilty expression, and two lines on either side.
 *
 * @param {string} source
 * @param {Place} place
 * @param {Paint} [colour]
 */
export function codeFrame(source, place, colour = plain) {
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, place.line - AROUND);
  const last = Math.min(lines.length, place.line + AROUND);
  const width = String(last).length;
  const frame = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? '';
    const here = number === place.line;
    const label = `${here ? '>' : ' '} ${String(number).padStart(width)} | `;
    frame.push((colour(here ? 'bold' : 'dim', label) + text).trimEnd());
    if (here) frame.push(`${colour('dim', `  ${' '.repeat(width)} | `)}${colour('red', caret(text, place))}`);
  }
  return frame.join('\n');
}

/**
 * @param {string} text
 * @param {Place} place
 */
function caret(text, { line, column, endLine, endColumn }) {
  const end = endLine === line && endColumn !== undefined ? endColumn : text.length + 1;
  // Tabs stay tabs, so that the caret stands under its column however wide they are shown.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return indent + '^'.repeat(Math.max(1, end - column));
}
