/** What rules ask about promises that nobody catches. */
import { nameOfHandler } from '../facts/controllers.js';
import { uncaughtPromisesOf, type UncaughtPromise } from '../facts/rejections.js';
import { moduleOf } from '../modules/parse.js';
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
}

/** Promises in the file's handlers whose rejection reaches nobody. */
export function uncaughtPromises(file: File): FileUncaughtPromise[] {
  return uncaughtPromisesOf(file.analysis, file.module).map((uncaught) => {
    const { handler, place, promise, kind } = uncaught;
    const name = functionName(handler) === undefined || place.registration.path !== undefined ? nameOfHandler({ fn: handler, registration: place.registration, layer: place.registration.shape.layer }) : `handler \`${functionName(handler) ?? ''}\``;
    return { ...uncaught, node: kind === 'awaited' ? headOf(handler) : firstLine(promise), name, text: shorten(promise), line: String(moduleOf(promise).text.slice(0, promise.start).split('\n').length) };
  });
}

/** A function without its body: what an editor underlines. */
export function headOf(fn: FunctionNode): Node {
  return fn.body ? { ...fn, end: fn.body.start } : fn;
}

function firstLine(node: Node): Node {
  const text = moduleOf(node).text.slice(node.start, node.end);
  const end = text.indexOf('\n');
  return end < 0 ? node : { ...node, end: node.start + end };
}

function shorten(node: Node): string {
  const text = moduleOf(node).text.slice(node.start, node.end).replace(/\s+/g, ' ');
  return text.length > 50 ? `${text.slice(0, 47)}…` : text;
}
