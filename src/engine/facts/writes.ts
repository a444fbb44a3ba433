/** Values on their way into a row: what a query writes, and what an object of a model is given to be saved. */
import { type Module, oneLine } from '../modules/parse.js';
import { type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOf } from '../flow/calls.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { returnsOf } from '../flow/trace.js';
import type { Model } from '../flow/value.js';
import { statementsOf } from './dictated.js';
import { type Query, slotNodes } from './queries.js';

export interface Write {
  /** How a message names what takes them. */
  readonly name: string;
  readonly model: Model | undefined;
  /** The rows, one expression each. */
  readonly data: readonly Expression[];
  /** The query that writes them. */
  readonly query?: Query;
  /** Where an object is only filled: the method that saves it, and what the library's hooks run for. */
  readonly filled?: { readonly saved: string; readonly covers: Readonly<Record<string, readonly string[]>> | undefined };
  /** The object's values may hold operators that write further fields: `{ $set: … }`. */
  readonly operators: boolean;
}

/** What a module writes to a database, or puts into objects that will be saved. Caches are left out. */
export function writesOf(analysis: Analysis, module: Module): readonly Write[] {
  return analysis.once<readonly Write[]>('writes', module, [], () => {
    const found: Write[] = [];
    for (const query of statementsOf(analysis, module)) {
      if (!query.cache && query.access === 'write') found.push({ name: query.name, model: query.model, data: query.data.flatMap(rowsIn), query, operators: query.library.codePaths !== undefined });
    }
    for (const call of libraryCallsOf(analysis, module)) {
      const callee = memberOfCall(analysis, call);
      const builds = callee?.member.builds;
      if (!callee || !builds) continue;
      const name = `${call.type === 'NewExpression' ? 'new ' : ''}${oneLine(calleeOf(call), 80)}`;
      const data = builds.data.flatMap((slot) => slotNodes(analysis, call, slot)).flatMap(rowsIn);
      found.push({ name, model: modelOf(analysis, callee, call), data, filled: { saved: builds.saved, covers: callee.library.hookCovers }, operators: false });
    }
    return found;
  });
}

/** The rows of an array literal or of a `map`; anything else is one row. */
export function rowsIn(data: Node): Expression[] {
  const inner = unwrap(data as Expression);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? [element] : []));
  const member = isCall(inner) ? asMember(calleeOf(inner)) : undefined;
  const callback = isCall(inner) && member && propertyName(member) === 'map' ? unwrap(argumentsOf(inner)[0] as Expression | undefined ?? inner) : undefined;
  return callback && isFunction(callback) ? returnsOf(callback).map(unwrap) : [inner];
}
