/** Which read a new value is calculated from, and whether the row that is written is the one that was read. */
import { type Variable, variableOf } from '../binding/scope.js';
import { moduleOf, textAt } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { keyName, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { fieldsOf } from './fields.js';
import { listChange, mayBeChangedList } from './listChanges.js';
import { type Column, isSameName, parametersOf, tableOf } from './writtenColumns.js';
import { calculates, isCalculation, isNumber } from './numbers.js';
import { isProtected } from './protection.js';
import { type Query, queryAt } from './queries.js';

/** A write, and what picks its rows where it stands: a filter's values, or what a function that writes is given beside the new value. */
export interface Writing {
  readonly write: Query;
  readonly at: Node;
  readonly picks: readonly Expression[];
}

/** The read that a column's new value was calculated from. */
export interface ReadBack {
  /** `undefined` for the signed-in user, whom authentication has read. */
  readonly read: Query | undefined;
  readonly origin: Origin;
  /** `row` of `row.balance`. */
  readonly row: Expression | undefined;
}

/**
 * The read of the same row and column that a new value is calculated from; `undefined` where nobody can see such a read, where nothing is calculated or what comes
 * out is no number, and where the write is safe by a lock, a version or a condition of its own.
 */
export function readBack(analysis: Analysis, column: Column, writing: Writing): ReadBack | undefined {
  const { name, value } = column;
  if (isNoAmount(name) || !calculates(value)) return undefined;
  return madeFromRead(analysis, column, writing, ({ hops }) => {
    const calculations = hops.filter(isCalculation);
    return calculations.every((each) => isNumber(analysis, each, name)) ? calculations[0] : undefined;
  });
}

/** The same for a list that was added to or taken from: only in a column that is known to hold one, and not in a row that is saved whole, whose lists may be other rows. */
export function listReadBack(analysis: Analysis, column: Column, writing: Writing): ReadBack | undefined {
  const { write, at } = writing;
  if (!mayBeChangedList(column.value) || !holdsList(analysis, write, column.name)) return undefined;
  return madeFromRead(analysis, column, writing, (origin) => listChange(origin, column.name, at));
}

function holdsList(analysis: Analysis, { library, model, steps, node }: Query, column: string): boolean {
  if (library.remedy?.list === undefined || steps.some(({ member }) => member.query?.saves)) return false;
  return !library.schemaFiles || (model !== undefined && fieldsOf(analysis, library, model, node)?.get(column)?.list === true);
}

/** The read of the same row and column on the way of a value that changes in the writing function, unless the write is safe. @param changeOf where it changes, if it does */
function madeFromRead(analysis: Analysis, { name, value }: Column, writing: Writing, changeOf: (origin: Origin) => Node | undefined): ReadBack | undefined {
  const { write, at } = writing;
  const home = enclosingFunction(at);
  for (const origin of originsOf(analysis, value, { callers: true })) {
    const first = changeOf(origin);
    if (!first || !isIn(first, home)) continue;
    const read = readAt(analysis, origin);
    if (!(read ? isColumn(origin, name, read, write) : isSignedIn(origin, name, write))) continue;
    const row = origin.hops.map((hop) => asMember(hop)).find((member) => member && isSameName(propertyName(member), name))?.object;
    const back = { read, origin, row: row && unwrap(row) };
    if (isSameRow(analysis, back, writing) && !isConditional(write, name) && !isProtected(analysis, write, read ? [read] : [], first)) return back;
  }
  return undefined;
}

/** The query that gave the row which an origin leads back to; `undefined` for anything else, and for numbers that the database worked out. */
export function readAt(analysis: Analysis, origin: Origin): Query | undefined {
  const read = origin.kind === 'other' && isCall(origin.node) ? queryAt(analysis, origin.node) : undefined;
  return read?.access === 'read' && !read.cache && read.rows !== 'value' ? read : undefined;
}

/** Versions are checked rather than counted, and points in time are no amounts. */
export function isNoAmount(column: string): boolean {
  return /version|revision|^rev$|^__v$|(?:At|_at|[dD]ate|[tT]imestamp|_ts|[eE]xpir\w*|[uU]ntil|[dD]eadline)$/.test(column);
}

function isIn(node: Node, fn: FunctionNode | undefined): boolean {
  return fn === undefined || (moduleOf(node) === moduleOf(fn) && isWithin(node, fn));
}

/** Does an origin lead to this very column: of the row that was read, or of a row of the written table inside it? */
function isColumn(origin: Origin, column: string, read: Query, write: Query): boolean {
  const names = origin.path.filter((name) => !/^(?:\*|\d+|rows|data|dataValues|recordset)$/.test(name));
  const [last, before] = names.toReversed();
  const table = tableOf(write);
  if (last === undefined) return false;
  if (write.library.documents && column.includes('.')) return names.join('.') === column;
  if (!isSameName(last, column)) return false;
  if (before !== undefined) return isSameName(table, before);
  const own = tableOf(read);
  return table === undefined || own === undefined || isSameName(table, own);
}

/** The user that authentication puts on the request, written by a model of users. */
function isSignedIn(origin: Origin, column: string, write: Query): boolean {
  return origin.kind === 'request' && origin.part === 'user' && isSameName(origin.path.at(-1), column) && /user|account|member/i.test(String(tableOf(write)));
}

/** Is the row that is written the one that was read: it is named by what picks it, or both are picked by the same value? */
export function isSameRow(analysis: Analysis, { read, origin, row }: ReadBack, { write, at, picks }: Writing): boolean {
  const names = new Set(origin.hops.flatMap((hop) => (hop.type === 'Identifier' ? sourceOf(hop) : [])));
  const mentioned = (node: Node): boolean => {
    let found = false;
    walk(node, (each) => {
      if (each.type === 'Identifier') found ||= isName(each) && sourceOf(each).some((source) => names.has(source));
      return !found;
    });
    return found;
  };
  // `rows[i - 1]` is not `rows[i]`.
  const oneOfMany = row && asMember(row)?.computed ? textAt(row) : undefined;
  const owner = write.receiver && asMember(calleeOf(write.call))?.object;
  if ([...picks, ...(owner ? [owner] : [])].some((pick) => (oneOfMany === undefined ? mentioned(pick) : textAt(pick).includes(oneOfMany)))) return true;
  if (!read) return picks.some((pick) => textAt(pick).startsWith(textAt(origin.node)));
  // The first of the rows is the one that was asked for; any of them may be another.
  if (read.rows === 'many' && Number.isNaN(Number(origin.path.find((name) => name === '*' || /^\d+$/.test(name))))) return false;
  // Names of another function mean something else.
  const isNear = isIn(at, enclosingFunction(read.node)) || isIn(read.node, enclosingFunction(at));
  const asked = new Set([...(isNear ? picksOf(analysis, read) : []), ...origin.hops.flatMap((hop) => (isCall(hop) && calledFunction(analysis, hop) ? argumentsOf(hop).flatMap((argument) => leaves(analysis, argument)) : []))].map(textAt));
  return picks.some((pick) => asked.has(textAt(pick)));
}

/** Does an identifier mean a variable, not a property? */
function isName(identifier: Node): boolean {
  const holder = parentOf(identifier);
  if (holder?.type === 'MemberExpression') return holder.object === identifier || holder.computed;
  return holder?.type !== 'Property' || holder.value === identifier || holder.computed;
}

/** What a name stands for, so that names taken out of one value count as one: the variable, and what it was taken out of. */
function sourceOf(identifier: Extract<Node, { type: 'Identifier' }>): (Variable | Node)[] {
  const variable = variableOf(moduleOf(identifier).bindings, identifier);
  return variable ? [variable, ...variable.definitions.flatMap((definition) => (definition.kind === 'value' && definition.binding.path.length > 0 ? [unwrap(definition.from)] : definition.kind === 'parameter' && definition.binding.path.length > 0 ? [definition.parameter] : []))] : [];
}

/** The values that pick a query's rows: those in its filter, the parameters of a statement, and the row's own other values where it is saved whole. */
export function picksOf(analysis: Analysis, query: Query): Expression[] {
  const given = query.sql === undefined ? [] : parametersOf(analysis, query).listed;
  const whole = query.steps.some((step) => step.member.query?.saves) ? query.data : [];
  return [...query.filters, ...given, ...whole].flatMap((node) => leaves(analysis, node));
}

/** The values in a filter, names of columns and literals left out. */
export function leaves(analysis: Analysis, node: Node): Expression[] {
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  if (inner.type === 'ObjectExpression') return inner.properties.flatMap((property) => leaves(analysis, property.type === 'SpreadElement' ? property.argument : property.value));
  if (inner.type === 'ArrayExpression') return inner.elements.filter((element) => element !== null).flatMap((element) => leaves(analysis, element));
  if (inner.type === 'TemplateLiteral') return inner.expressions.flatMap((expression) => leaves(analysis, expression));
  const condition = isCall(inner) ? memberOfCall(analysis, inner)?.member.condition : undefined;
  if (isCall(inner) && condition) return argumentsOf(inner).slice(condition === 'all' || condition === 'loose' ? 0 : 1).flatMap((argument) => leaves(analysis, argument));
  return inner.type === 'Literal' || inner.type === 'ArrowFunctionExpression' || inner.type === 'FunctionExpression' ? [] : [inner];
}

/** Does a write's own filter compare the column, or a version of the row? */
export function isConditional(write: Query, column: string): boolean {
  const isMeant = (name: string | undefined): boolean => name !== undefined && (isSameName(name, column) || /version|revision|^__v$|updated_?at|etag/i.test(name));
  const where = /\bwhere\b[\s\S]*$/i.exec(write.sql ?? '')?.[0] ?? '';
  return (where.match(/\b\w+(?=["'`\]]?\s*(?:=|<|>|!))/g) ?? []).some(isMeant) || write.filters.some((filter) => mentionsName(filter, isMeant));
}

/** Does a node name something of the kind: by a key, a text, or a property that is read? */
export function mentionsName(node: Node, isMeant: (name: string | undefined) => boolean): boolean {
  let found = false;
  walk(node, (each) => {
    if (found || isFunction(each)) return false;
    found = isMeant(each.type === 'Property' ? keyName(each.key, each.computed) : each.type === 'MemberExpression' ? propertyName(each) : each.type === 'Literal' && typeof each.value === 'string' ? /\b\w+(?=\W*$|\s*[=<>!])/.exec(each.value)?.[0] : undefined);
    return !found;
  });
  return found;
}
