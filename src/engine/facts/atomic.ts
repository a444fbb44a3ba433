/** Numbers and lists that are read, changed in memory and written back: of two changes at once, one is lost. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isWithin, unwrap } from '../syntax/ast.js';
import { propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { originsOf } from '../flow/trace.js';
import { columnsOf, isSameName, objectColumns, tableOf } from './writtenColumns.js';
import { isSameExpression, mayBeChangedList } from './listChanges.js';
import { calculates, definitionsOf, isCalculation, isNumber } from './numbers.js';
import { isProtected } from './protection.js';
import { isNoAmount, leaves, listReadBack, picksOf, readAt, readBack, type ReadBack } from './readBack.js';
import { type Query, queriesOf } from './queries.js';
import { callsOf, writesOf } from './reach.js';
import { isStartUp } from './repetition.js';
import { changesRows, isOfRow, type Sink, sinksOf } from './sinks.js';

/** A number or a list that is written back. */
export interface LostUpdate {
  /** The calculation, or the change in memory. */
  readonly node: Node;
  readonly column: string;
  readonly write: Query;
  /** It is a list. */
  readonly list?: true;
  /** What is added to or taken off the old value, where the new one is just that. */
  readonly change?: { readonly sign: 'plus' | 'minus'; readonly by: Expression };
}

/** The numbers and lists that a module reads, changes and writes back. */
export function lostUpdatesOf(analysis: Analysis, module: Module): readonly LostUpdate[] {
  return analysis.once<readonly LostUpdate[]>('lostUpdates', module, [], () => [...calculatedColumns(analysis, module), ...handedOn(analysis, module), ...changedRows(analysis, module)].filter(({ node }) => !isStartUp(analysis, node)));
}

/** `update({ data: { balance: row.balance - n } })`, `update({ data: { tags: [...row.tags, tag] } })` */
function* calculatedColumns(analysis: Analysis, module: Module): Generator<LostUpdate> {
  for (const write of queriesOf(analysis, module)) {
    if (!changesRows(write)) continue;
    for (const column of columnsOf(analysis, write)) {
      const writing = { write, at: write.node, picks: picksOf(analysis, write).filter((pick) => pick !== unwrap(column.value)) };
      const back = readBack(analysis, column, writing);
      if (back) yield { node: column.value, column: column.name, write, ...(write.sql === undefined && changeIn(column.value, back)) };
      else if (listReadBack(analysis, column, writing)) yield { node: column.value, column: column.name, write, list: true };
    }
  }
}

/** `save(id, { balance: row.balance - n })`, `setBalance(id, row.balance - n)`: a function of the app writes it. */
function* handedOn(analysis: Analysis, module: Module): Generator<LostUpdate> {
  for (const { node: call, fn } of callsOf(analysis, module)) {
    if (writesOf(analysis, fn).length === 0) continue;
    for (const [index, argument] of argumentsOf(call).entries()) {
      if (argument.type === 'SpreadElement' || !(calculates(argument as Expression) || mayBeChangedList(argument as Expression))) continue;
      for (const sink of sinksOf(analysis, fn)) {
        if (sink.index !== index) continue;
        for (const column of handedColumns(argument as Expression, sink)) {
          const writing = { write: sink.write, at: call, picks: argumentsOf(call).flatMap((each) => leaves(analysis, each)).filter((pick) => pick !== unwrap(column.value)) };
          if (readBack(analysis, column, writing)) yield { node: column.value, column: column.name, write: sink.write };
          else if (listReadBack(analysis, column, writing)) yield { node: column.value, column: column.name, write: sink.write, list: true };
        }
      }
    }
  }
}

/** The columns that an argument carries to where it is written. */
function handedColumns(argument: Expression, { path, column }: Sink): { name: string; value: Expression }[] {
  const [wanted, ...rest] = path;
  if (rest.length > 0) return [];
  if (wanted === undefined && column !== undefined) return [{ name: column, value: argument }];
  return objectColumns(argument).filter(({ name }) => wanted === undefined || name === wanted).map(({ name, value }) => ({ name: column ?? name, value }));
}

type Change = Extract<Node, { type: 'UpdateExpression' | 'AssignmentExpression' }>;

/** `row.visits++`, then `row.save()` */
function* changedRows(analysis: Analysis, module: Module): Generator<LostUpdate> {
  for (const node of [...(module.bindings.nodes.get('UpdateExpression') ?? []), ...(module.bindings.nodes.get('AssignmentExpression') ?? [])] as Change[]) {
    const target = asMember(node.type === 'UpdateExpression' ? node.argument : node.left);
    const column = target && propertyName(target);
    if (!target || column === undefined || isNoAmount(column)) continue;
    const row = unwrap(target.object);
    const write = writeOf(analysis, module, row, column, node);
    if (!write || !isChange(analysis, node, target, column)) continue;
    const reads = readsOf(analysis, row, write);
    if (reads && !isProtected(analysis, write, reads, node)) yield { node, column, write };
  }
}

/** Does a statement give a property a number that is calculated from the property itself? */
function isChange(analysis: Analysis, node: Change, target: Node, column: string): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (node.operator !== '=') return isCalculation(node) && isNumber(analysis, node, column);
  const text = textAt(target);
  return calculates(node.right) && originsOf(analysis, node.right, { callers: false }).some(({ hops }) => {
    const calculations = hops.filter(isCalculation);
    return calculations.length > 0 && hops.some((hop) => textAt(hop) === text) && calculations.every((each) => isWithin(each, enclosingFunction(node) ?? each) && isNumber(analysis, each, column));
  });
}

/** The query after a change that writes the changed row: of the row itself, of a list that it is in, or of all that is loaded. */
function writeOf(analysis: Analysis, module: Module, row: Expression, column: string, change: Node): Query | undefined {
  const home = homeOf(row) ?? enclosingFunction(change);
  if (!home) return undefined;
  const isLater = (node: Node): boolean => node.start >= change.end && isWithin(node, home);
  const own = queriesOf(analysis, module).find((query) => query.access === 'write' && !query.cache && isLater(query.node) && savesRow(query, row, column));
  if (own) return own;
  for (const { node: call, fn } of callsOf(analysis, module, home)) {
    if (!isLater(call)) continue;
    const at = argumentsOf(call).findIndex((argument) => isSameExpression(argument, row));
    const sink = at < 0 ? undefined : sinksOf(analysis, fn).find((each) => each.index === at && each.path.length === 0 && each.column === undefined);
    if (sink) return sink.write;
  }
  return undefined;
}

/** The function that a row's name belongs to. */
function homeOf(row: Expression): FunctionNode | undefined {
  const variable = row.type === 'Identifier' ? variableOf(moduleOf(row).bindings, row) : undefined;
  const scope = variable?.scope.node;
  return scope && (scope.type === 'ArrowFunctionExpression' || scope.type === 'FunctionExpression' || scope.type === 'FunctionDeclaration' ? scope : enclosingFunction(scope));
}

function savesRow(query: Query, row: Expression, column: string): boolean {
  if (query.steps.some((step) => step.member.flushes)) return true;
  const callee = asMember(calleeOf(query.call));
  if (isOfRow(query) && query.data.length === 0 && callee && isSameExpression(callee.object, row)) return query.method !== 'remove' && query.rows === 'one';
  return query.data.some((data) => carries(data as Expression, row, column)) && changesRows(query);
}

/** Is a value the row, a list that the row comes from, an object that spreads it, or one that takes the changed column from it? */
function carries(data: Expression, row: Expression, column: string): boolean {
  const inner = unwrap(data);
  if (isSameExpression(inner, row)) return true;
  if (inner.type === 'ArrayExpression') return inner.elements.some((element) => element && carries(element.type === 'SpreadElement' ? element.argument : element, row, column));
  if (inner.type === 'ObjectExpression') {
    return inner.properties.some((property) => {
      if (property.type === 'SpreadElement') return carries(property.argument, row, column);
      const member = asMember(property.value);
      return member !== undefined && isSameExpression(member.object, row) && isSameName(propertyName(member), column);
    });
  }
  return row.type === 'Identifier' && definitionsOf(row).some((definition) => definition.kind === 'element' && isSameExpression(definition.of, inner));
}

/** The queries that a row was read by: none (an empty list) for the signed-in user and for a row's own method, `undefined` where it was not read or nobody can see. */
function readsOf(analysis: Analysis, row: Expression, write: Query): Query[] | undefined {
  if (row.type === 'ThisExpression') return [];
  const origins = originsOf(analysis, row, { callers: true });
  if (origins.some((origin) => origin.kind === 'request' && origin.part === 'user')) return [];
  const reads = origins.flatMap((origin) => readAt(analysis, origin) ?? []).filter((read) => read.library === write.library);
  return reads.length === 0 ? undefined : reads;
}

/** `balance - n` → minus `n`, where the old value is the one operand and the calculation stands in the written data itself. */
function changeIn(value: Expression, { row }: ReadBack): Pick<LostUpdate, 'change'> {
  const inner = unwrap(value);
  if (inner.type !== 'BinaryExpression' || (inner.operator !== '+' && inner.operator !== '-')) return {};
  const left = asMember(inner.left);
  return left && row && unwrap(left.object) === row ? { change: { sign: inner.operator === '+' ? 'plus' : 'minus', by: inner.right } } : {};
}

/** How a message calls what is written: `Account.balance`. */
export function columnNamed({ write, column }: LostUpdate): string {
  const table = tableOf(write);
  return table === undefined ? column : `${table}.${column}`;
}
