/** What rules ask of a file about permissions. */
import { type PermissionFault, permissionFaultsOf } from '../facts/permissionChecks.js';
import { lineOf, moduleOf } from '../modules/parse.js';
import type { File } from './file.js';
import { placeOf } from './questions.js';

/** A fault, with the permission that shows the declared form and where that stands. */
export interface DescribedFault extends PermissionFault {
  readonly sample: string;
  readonly place: string;
}

/** Checks for permissions in another form than they are declared in. */
export function permissionFaults(file: File): DescribedFault[] {
  return permissionFaultsOf(file.analysis, file.module).map((fault) => {
    const { node, text } = fault.declared;
    return { ...fault, sample: text, place: moduleOf(node) === file.module ? `line ${String(lineOf(node))}` : placeOf(node) };
  });
}
