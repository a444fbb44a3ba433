/** Writes that a number decides which was read before: between the check and the write, somebody else can pass the same check. */
import { type Module, textAt } from '../modules/parse.js';
import { type Expression, type Node, argumentsOf, enclosingFunction, isCall, isFunction, isWithin, unwrap } from '../syntax/ast.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { type Condition, conditionsAt } from '../flow/conditions.js';
import { type Origin, originsOf } from '../flow/trace.js';
import { lostUpdatesOf } from './atomic.js';
import { columnsOf, isSameName, tableOf } from './writtenColumns.js';
import { isConditional, isNoAmount, isSameRow, mentionsName, picksOf, readAt } from './readBack.js';
import { isProtected } from './protection.js';
import { type Query, queriesOf, queryAt } from './queries.js';
import { isStartUp } from './repetition.js';
import { changesRows } from './sinks.js';

/** A write, and what was checked before it. */
export interface CheckedWrite {
  /** `row`: a column of the row that it writes; `count`: how many rows there are of the table that it adds to. */
  readonly kind: 'row' | 'count';
  readonly write: Query;
  /** `Wallet.balance`, or `the number of Seat`. */
  readonly checked: string;
}

/** The writes of a module that a number decides which an earlier query gave: a column that the write changes, or how many rows there are of the table that it adds to. */
export function checkedWritesOf(analysis: Analysis, module: Module): CheckedWrite[] {
  const lost = lostUpdatesOf(analysis, module);
  return queriesOf(analysis, module).flatMap((write): CheckedWrite[] => {
    if (write.access !== 'write' || write.cache || isStartUp(analysis, write.node) || lost.some((each) => each.write === write)) return [];
    const conditions = conditionsAt(write.node);
    for (const { test } of conditions) {
      const fn = enclosingFunction(test);
      if (fn && !isWithin(write.node, fn)) continue;
      for (const comparison of comparisonsIn(test)) {
        if (onlyBringsInLine(analysis, write, comparison, conditions)) continue;
        const checked = checkedBy(analysis, comparison, write);
        if (checked) return [{ ...checked, write }];
      }
    }
    return [];
  });
}

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

function comparisonsIn(test: Expression): Comparison[] {
  const found: Comparison[] = [];
  walk(test, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator)) found.push(node);
    return undefined;
  });
  return found;
}

/**
 * Is a row written because it differs from what it is to be: `if (row.size !== size) update({ size })`, and likewise as one of several differences? Done twice, it
 * changes nothing.
 */
function onlyBringsInLine(analysis: Analysis, write: Query, comparison: Comparison, conditions: readonly Condition[]): boolean {
  const isSet = (side: Expression): boolean => columnsOf(analysis, write).some(({ value }) => textAt(value) === textAt(side));
  return conditions.some(({ test, holds }) => holds && alternativesOf(test).some((each) => {
    const sides = each.type === 'BinaryExpression' && /^!==?$/.test(each.operator) ? sidesOf(each) : [];
    const isAboutIt = isWithin(comparison, test) || sides.some((side) => sidesOf(comparison).some((other) => textAt(other) === textAt(side)));
    return isAboutIt && sides.some(isSet);
  }));
}

/** `a || b` → `a`, `b` */
function alternativesOf(test: Expression): Expression[] {
  const inner = unwrap(test);
  return inner.type === 'LogicalExpression' && inner.operator === '||' ? [...alternativesOf(inner.left), ...alternativesOf(inner.right)] : [inner];
}

/** The sides of a comparison that are no literals. */
function sidesOf({ left, right }: Comparison): Expression[] {
  return [left as Expression, right].filter((side) => unwrap(side).type !== 'Literal');
}

/** What an earlier query gave that a comparison looks at, where the write changes just that; `undefined` where it does not, or the write is safe. */
function checkedBy(analysis: Analysis, comparison: Comparison, write: Query): Omit<CheckedWrite, 'write'> | undefined {
  const table = tableOf(write);
  if (table === undefined) return undefined;
  for (const side of [comparison.left as Expression, comparison.right]) {
    for (const origin of originsOf(analysis, side, { callers: true })) {
      const read = counted(analysis, origin) ?? readAt(analysis, origin);
      const own = read && tableOf(read);
      if (!read || own === undefined || !isSameName(own, table) || isProtected(analysis, write, [read], comparison)) continue;
      if (read.rows === 'value' || origin.path.at(-1) === 'length') {
        if (isInsert(write) && !isExistence(comparison)) return { kind: 'count', checked: `the number of \`${own}\`` };
        continue;
      }
      const column = origin.path.findLast((name) => name !== '*');
      if (column === undefined || isNoAmount(column) || !changes(write, column) || isConditional(write, column)) continue;
      const row = origin.hops.find((hop) => hop.type === 'MemberExpression');
      if (isSameRow(analysis, { read, origin, row: row?.type === 'MemberExpression' ? unwrap(row.object) : undefined }, { write, at: write.node, picks: picksOf(analysis, write) })) return { kind: 'row', checked: `\`${own}.${column}\`` };
    }
  }
  return undefined;
}

/** The query that counted rows, where an origin is one. */
function counted(analysis: Analysis, origin: Origin): Query | undefined {
  const query = origin.kind === 'other' && isCall(origin.node) ? queryAt(analysis, origin.node) : undefined;
  return query?.access === 'read' && !query.cache && query.rows === 'value' && /count/i.test(query.method + String(query.steps.at(-1)?.name)) ? query : undefined;
}

function isInsert(write: Query): boolean {
  return write.sql === undefined ? write.data.length > 0 && write.filters.length === 0 && !changesRows(write) : /^\s*insert\b/i.test(write.sql);
}

/** `count > 0`, `count < 1`: whether there is any, which a unique index would settle. */
function isExistence({ left, right }: Comparison): boolean {
  return [left as Expression, right].some((side) => {
    const inner = unwrap(side);
    return inner.type === 'Literal' && (inner.value === 0 || inner.value === 1);
  });
}

/** Does a write name a column among what it sets, adds to or takes off? */
function changes(write: Query, column: string): boolean {
  const set = /\bset\b([\s\S]*?)(?=\bwhere\b|$)/i.exec(write.sql ?? '')?.[1];
  if (write.sql !== undefined) return set?.match(/\w+/g)?.some((word) => isSameName(word, column)) ?? false;
  return write.steps.flatMap((step) => argumentsOf(step.call)).some((argument) => !write.filters.includes(argument) && mentionsName(argument, (name) => name !== undefined && isSameName(name, column)));
}
