/** Files on disk: their text, and a stamp that tells when it has changed. */
import fs from 'node:fs';
import { LARGEST_FILE } from './parse.js';

/** What is source text by its name. */
export const SOURCE = /\.[cm]?[jt]sx?$/;

/** What stands at a path; `undefined` where nothing does, or where nobody may look: a link that leads to itself, a folder of somebody else. */
export function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Tells versions of a file apart; `undefined` where it is gone, out of reach, too large or no file. */
export function stampOf(file: string): string | undefined {
  const stat = statOf(file);
  return stat?.isFile() && stat.size <= LARGEST_FILE ? `${String(stat.mtimeMs)}:${String(stat.size)}` : undefined;
}

/** A file's text, as ESLint has it without a byte order mark; `undefined` where it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
