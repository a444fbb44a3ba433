/** Files on disk: their text, and a stamp that tells when it has changed. */
import fs from 'node:fs';
import { LARGEST_FILE } from './parse.js';

/** What is source text by its name. */
export const SOURCE = /\.[cm]?[jt]sx?$/;

/** Changes whenever a file does; `undefined` where there is no such file, or it is too large to be read. */
export function stampOf(file: string): string | undefined {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= LARGEST_FILE ? `${String(stat.mtimeMs)}:${String(stat.size)}` : undefined;
}

/** A file's text; `undefined` where it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    // ESLint's text of a file has no byte-order mark either.
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
