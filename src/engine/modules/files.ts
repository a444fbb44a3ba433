/** Files on disk: their text, and a stamp that tells when it has changed. */
import fs from 'node:fs';
import { LARGEST_FILE } from './parse.js';

/** What is source text by its name. */
export const SOURCE = /\.[cm]?[jt]sx?$/;

/** Tells versions of a file apart; `undefined` where it is gone, out of reach, too large or no file. */
export function stampOf(file: string): string | undefined {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() && stat.size <= LARGEST_FILE ? `${String(stat.mtimeMs)}:${String(stat.size)}` : undefined;
  } catch {
    return undefined;
  }
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
