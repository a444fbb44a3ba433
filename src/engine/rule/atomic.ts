/** What rules ask about numbers and lists that are read and written back. */
import { columnNamed, type LostUpdate, lostUpdatesOf } from '../facts/atomic.js';
import { type CheckedWrite, checkedWritesOf } from '../facts/checks.js';
import type { File } from './file.js';

/** A number or a list that is read, changed in memory and written back. */
export interface FileLostUpdate extends LostUpdate {
  /** `Account.balance` */
  readonly name: string;
  /** How it is changed in the database instead, in the words of its library. */
  readonly remedy: string;
  /** The edit that has the database do it, where that is one. */
  readonly inPlace?: { readonly start: number; readonly end: number; readonly text: string };
}

export function lostUpdates(file: File): FileLostUpdate[] {
  return lostUpdatesOf(file.analysis, file.module).map((found) => {
    const { node, change, list, write } = found;
    const { remedy } = write.library;
    const shape = change && remedy?.inPlace?.[change.sign];
    const edit = shape !== undefined && change ? { inPlace: { start: node.start, end: node.end, text: shape.replace('$', () => file.module.text.slice(change.by.start, change.by.end)) } } : {};
    return { ...found, name: columnNamed(found), remedy: (list ? remedy?.list : remedy?.change) ?? 'one statement that adds to it', ...edit };
  });
}

/** Writes that a check of a number decides which was read before. */
export function checkedWrites(file: File): CheckedWrite[] {
  return checkedWritesOf(file.analysis, file.module);
}
