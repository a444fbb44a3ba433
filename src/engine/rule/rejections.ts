/** What rules ask about promises that nobody catches. */
import { nameOfHandler } from '../facts/controllers.js';
import { uncaughtPromisesOf, type UncaughtPromise } from '../facts/rejections.js';
import { lineOf, oneLine, textAt } from '../modules/parse.js';
import { makerOf } from '../flow/registrations.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { functionName } from '../syntax/names.js';
import type { File } from './file.js';

export interface FileUncaughtPromise extends UncaughtPromise {
  /** The head of the handler, or the chain up to its first line's end. */
  readonly node: Node;
  /** How a message calls the handler. */
  readonly name: string;
  /** The source text of the promise, and its line. */
  readonly text: string;
  readonly line: string;
  /** The framework that does not look at it, and the first major that would, as people write them: `Express 4`, `Express 5`. */
  readonly framework: string;
  readonly later: string;
}

/** Promises in the file's handlers whose rejection reaches nobody. */
export function uncaughtPromises(file: File): FileUncaughtPromise[] {
  return uncaughtPromisesOf(file.analysis, file.module).map((uncaught) => {
    const { handler, place, promise, kind } = uncaught;
    const name = nameOf(handler, place);
    return { ...uncaught, node: kind === 'awaited' ? headOf(handler) : firstLine(promise), name, text: oneLine(promise, 50), line: String(lineOf(promise)), ...frameworkOf(place) };
  });
}

function nameOf(fn: FunctionNode, { registration }: UncaughtPromise['place']): string {
  const maker = makerOf(fn);
  const made = maker && functionName(maker);
  // One that is made for several routes is the handler of none of them.
  if (made !== undefined) return `the handler that \`${made}\` makes`;
  const name = functionName(fn);
  return name === undefined || registration.path !== undefined ? nameOfHandler({ fn, registration, layer: registration.shape.layer }) : `handler \`${name}\``;
}

function frameworkOf({ registration: { library } }: UncaughtPromise['place']): { readonly framework: string; readonly later: string } {
  const upTo = library.leavesRejections?.upTo ?? 0;
  return { framework: `${library.name} ${String(upTo)}`, later: `${library.name} ${String(upTo + 1)}` };
}

/** A function without its body: what an editor underlines. */
export function headOf(fn: FunctionNode): Node {
  return fn.body ? { ...fn, end: fn.body.start } : fn;
}

function firstLine(node: Node): Node {
  const text = textAt(node);
  const end = text.indexOf('\n');
  return end < 0 ? node : { ...node, end: node.start + end };
}
