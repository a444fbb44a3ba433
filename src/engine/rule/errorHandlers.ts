/** What rules ask about error handlers. */
import { type ErrorHandlerFault, errorHandlerFaultsOf } from '../facts/errorHandlers.js';
import { lineOf, oneLine } from '../modules/parse.js';
import type { Node } from '../syntax/ast.js';
import { functionName, parametersOf } from '../syntax/names.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';
import { headOf } from './rejections.js';

export interface FileErrorHandlerFault extends ErrorHandlerFault {
  /** What to underline. */
  readonly at: Node;
  readonly name: string;
  readonly taken: number;
  /** What the other place says, and its line. */
  readonly text: string;
  readonly line: string;
  /** The edit that adds the parameter that is missing, where it is the last one. */
  readonly added?: readonly Edit[];
}

/** What is wrong with the file's error handlers. */
export function errorHandlerFaults(file: File): FileErrorHandlerFault[] {
  return errorHandlerFaultsOf(file.analysis, file.module).map((fault) => {
    const { fn, node, kind, wanted, other = node } = fault;
    const parameters = parametersOf(fn);
    const last = parameters.at(-1);
    const named = functionName(fn);
    return {
      ...fault,
      at: kind === 'parameters' ? headOf(fn) : node,
      name: named === undefined ? 'The error handler' : `\`${named}\``,
      taken: parameters.length,
      text: oneLine(other, 40),
      line: String(lineOf(other)),
      ...(kind === 'parameters' && parameters.length === wanted - 1 && last?.type === 'Identifier' && !last.typeAnnotation && { added: [{ start: last.end, end: last.end, text: ', next' }] }),
    };
  });
}
