/** What rules ask about queries whose text the client has a hand in. */
import { type Injection, injectionsOf } from '../facts/injections.js';
import { type OperatorFilter, operatorFiltersOf } from '../facts/operators.js';
import type { File } from './file.js';

/** Values of the client's in the text of queries, each once a site. */
export function injections(file: File): Injection[] {
  return injectionsOf(file.analysis, file.module);
}

/** Filters that a client can put operators into, each once a value. */
export function operatorFilters(file: File): OperatorFilter[] {
  return operatorFiltersOf(file.analysis, file.module);
}
