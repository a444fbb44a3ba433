/** How much is lost with a write: notes of times, counters, records that only tell of something, and rows that only have to be there bear little. */
import { type Expression, type Node, argumentsOf, unwrap } from '../syntax/ast.js';
import { objectProperty } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { isFalse } from '../flow/given.js';
import type { Query } from './queries.js';
import { type Column, columnsOf, objectColumns } from './writtenColumns.js';

/** A note of when something was last done: what is lost with it is little. */
const NOTES_A_TIME = /^(?:last|updated|accessed|seen|viewed|touched|used|synced)_?\w*$/i;
/** What a step of one more is no mere count of: money, stock, places, uses that are checked. */
const BEARS = /balance|amount|credit|debit|wallet|fund|price|paid|stock|quantity|qty|inventory|seat|slot|capacity|available|remaining|left|used|uses|redeem|points?$|limit|quota/i;
/** Rows that tell of something and bear nothing: whether one is there changes nothing for the others. */
const TELLS = /(?:^|[a-z_])(?:logs?|audits?|auditentry|auditlogs?|analytics?|metrics?|telemetry|stat(?:istic)?s|cache|jobs?|queue|notifications?|(?:sent|notification)_?e?mails?|search_?(?:documents?|index(?:es)?))$/i;
/** What a user asks for anew where it is missing. */
const ASKED_ANEW = /(?:token|code|otp|challenge|nonce)s?$/i;
/** A helper that only sees to it that a row is there. */
const SEES_TO_IT = /^(?:(?:find|get|fetch|load)Or(?:Create|Insert|Add|Make)|(?:create|insert|add)Or(?:Find|Get|Fetch)|ensure)(?![a-z])|IfMissing$|IfNotExists$/;

/** Does a write set nothing but times, and counters that go up by one, with the sums beside them? */
export function isNote(analysis: Analysis, query: Query): boolean {
  const columns = [...columnsOf(analysis, query), ...query.data.flatMap(chosenColumns)];
  if (columns.length === 0) return false;
  const isWhole = query.data.every((data) => data.type === 'ObjectExpression' && data.properties.every((property) => property.type === 'Property' || objectColumns(chosen(property.argument)).length > 0));
  const counters = columns.filter(counts);
  return isWhole && columns.every((column) => NOTES_A_TIME.test(column.name) || counters.includes(column) || (stepOf(column) !== undefined && counters.some(({ name }) => column.name.startsWith(name.replace(/s$/, '')))));
}

/** The columns that a row gets under a condition: `{ ...(first && { firsts: { increment: 1 } }) }`. */
function chosenColumns(data: Node): Column[] {
  return data.type === 'ObjectExpression' ? data.properties.flatMap((property) => (property.type === 'SpreadElement' ? objectColumns(chosen(property.argument)) : [])) : [];
}

/** `{ … }` of `test && { … }`. */
function chosen(node: Expression): Expression {
  const inner = unwrap(node);
  return inner.type === 'LogicalExpression' && inner.operator === '&&' ? inner.right : inner;
}

/** `views: { increment: 1 }`, `views: { increment: n ?? 1 }` */
function counts(column: Column): boolean {
  const step = stepOf(column);
  const one = step?.type === 'LogicalExpression' ? unwrap(step.right) : step;
  return one?.type === 'Literal' && one.value === 1 && !BEARS.test(column.name);
}

/** `n` of `{ increment: n }`. */
function stepOf({ value }: Column): Expression | undefined {
  const inner = unwrap(value);
  const step = inner.type === 'ObjectExpression' && inner.properties.length === 1 ? objectProperty(inner, 'increment')?.value : undefined;
  return step && unwrap(step);
}

/** Is a model one of records that tell of something? */
export function tells(model: string): boolean {
  return TELLS.test(model);
}

/** Is a model one of rows that a user asks for anew, such as codes for one sign-in? */
export function isAskedAnew(model: string): boolean {
  return ASKED_ANEW.test(model);
}

/** Does a write only see to it that a row is there, and leave one that is there alone: an upsert that updates nothing, an insert that skips what is there, `findOrCreate`? */
export function onlyEnsures({ method, steps, sql }: Query, helper: string | undefined): boolean {
  if ((helper !== undefined && SEES_TO_IT.test(helper)) || /^findOrCreate$/.test(method) || /\bon\s+conflict\b[^;]*\bdo\s+nothing\b|\binsert\s+ignore\b/i.test(sql ?? '')) return true;
  return steps.some(({ call, name }) => name === 'ignore' || name === 'onConflictDoNothing' || argumentsOf(call).some((argument) => argument.type !== 'SpreadElement' && leavesAlone(argument)));
}

/** `{ create: …, update: {} }`, `{ data, skipDuplicates: true }` */
function leavesAlone(argument: Node): boolean {
  const inner = unwrap(argument as Expression);
  if (inner.type !== 'ObjectExpression') return false;
  const update = objectProperty(inner, 'update')?.value;
  const skips = objectProperty(inner, 'skipDuplicates')?.value ?? objectProperty(inner, 'ignoreDuplicates')?.value;
  return (update?.type === 'ObjectExpression' && update.properties.length === 0 && objectProperty(inner, 'create') !== undefined) || (skips !== undefined && !isFalse(skips));
}
