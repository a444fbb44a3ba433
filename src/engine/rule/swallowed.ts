/** What rules ask about errors that are dropped. */
import { type SwallowedError, swallowedErrorsOf } from '../facts/swallowed.js';
import type { File } from './file.js';

/** The errors that the file drops, each at its `catch` or at the function that takes a rejection. */
export function swallowedErrors(file: File): SwallowedError[] {
  return swallowedErrorsOf(file.analysis, file.module);
}
