/** Which parameters of a function end up in the rows that it writes. */
import { typeField } from '../match/catalogue.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, argumentsOf, asMember, calleeOf, isWithin } from '../syntax/ast.js';
import type { Analysis } from '../flow/analysis.js';
import { originsOf } from '../flow/trace.js';
import { columnsOf } from './writtenColumns.js';
import { type Query, queriesOf } from './queries.js';
import { callsOf } from './reach.js';

/** A parameter, or a property of one, on its way into a row. */
export interface Sink {
  readonly index: number;
  /** Property names from the parameter down to what is written. */
  readonly path: readonly string[];
  /** The column that it becomes; `undefined` where it is the whole row, or several of its columns. */
  readonly column?: string;
  readonly write: Query;
}

/** What a function writes over rows that are there, by its parameters, also through functions that it calls; empty where nothing is known to be written. */
export function sinksOf(analysis: Analysis, fn: FunctionNode): readonly Sink[] {
  return analysis.once<readonly Sink[]>('rowSinks', fn, [], () => {
    const found: Sink[] = [];
    const parametersIn = (node: Expression, of: FunctionNode): { index: number; path: readonly string[] }[] =>
      originsOf(analysis, node, { callers: false }).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === of ? [{ index: origin.parameter.index, path: origin.path }] : []));
    for (const write of queriesOf(analysis, moduleOf(fn))) {
      if (!isWithin(write.node, fn) || !changesRows(write)) continue;
      for (const data of write.data) for (const parameter of parametersIn(data as Expression, fn)) found.push({ ...parameter, write });
      for (const { name, value } of columnsOf(analysis, write)) for (const parameter of parametersIn(value, fn)) found.push({ ...parameter, column: name, write });
    }
    for (const call of callsOf(analysis, moduleOf(fn), fn)) {
      if (call.fn === fn) continue;
      for (const sink of sinksOf(analysis, call.fn)) {
        const argument = argumentsOf(call.node)[sink.index];
        if (!argument || argument.type === 'SpreadElement') continue;
        for (const origin of originsOf(analysis, argument as Expression, { callers: false }, sink.path)) if (origin.kind === 'parameter' && origin.parameter?.fn === fn) found.push({ ...sink, index: origin.parameter.index, path: origin.path });
      }
    }
    return found;
  });
}

/** A query that writes over rows that are there: an update, or a row that is saved; no insert. */
export function changesRows(query: Query): boolean {
  if (query.access !== 'write' || query.cache) return false;
  if (query.sql !== undefined) return /\bupdate\b/i.test(query.sql);
  return query.data.length > 0 && (query.filters.length > 0 || isOfRow(query) || query.steps.some(({ member }) => member.query?.saves ?? member.query?.ofRow));
}

/** `row.save()`, `row.update({ … })`, `row.$query().patch({ … })` */
export function isOfRow({ steps, receiver }: Query): boolean {
  const [first] = steps;
  const root = first ? asMember(calleeOf(first.call)) : undefined;
  return root !== undefined && receiver !== undefined && typeField(receiver.library, receiver.type, 'entity') === true;
}
