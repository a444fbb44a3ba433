/** What is a password: by its name, by where it comes from, and until it is hashed. */
import { variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, calleeOf, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import { digests, isHashCall } from './hashing.js';
import { propertiesIn, type Query } from './queries.js';
import { parametersOf, templateOf } from './writtenColumns.js';

export type PasswordFault =
  | { readonly kind: 'plaintext'; readonly node: Node; readonly field: string; readonly target: string; readonly promise: boolean }
  | { readonly kind: 'fastHash'; readonly node: Node; readonly field: string; readonly algorithm: string }
  | { readonly kind: 'weakCost'; readonly node: Node; readonly cost: number; readonly least: number; readonly unit: string; readonly library: string }
  | { readonly kind: 'plaintextCompare'; readonly node: Node; readonly field: string };

/** Is this the name of a user's password, in plain? Tokens, confirmations, hashes and passwords of machines are not. */
export function isPasswordName(name: string | undefined): boolean {
  if (name === undefined) return false;
  const word = name.replace(/^#/, '');
  // `ADMIN_PASSWORD`: a constant or a variable of the environment, the app's own secret.
  if (/^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(word)) return false;
  if (!/(?:^|[a-z_\d])(?:password|passwd|pwd)$/i.test(word) && !/^(?:pass|passw)$/i.test(word)) return false;
  return !/confirm|repeat|again|retype|match|hash|crypt|salt|digest|reset|forgot|has_?p|is_?p|show|hide|min|max|smtp|mail|db_?|database|redis|proxy|cert|key|share|link|room|zip|wifi|secret|basic|ftp|ssh|mongo|postgres|mysql|broker|queue|root_?pass/i.test(word);
}

/** A value that a statement puts into (or compares with) a column of passwords. */
export interface SqlPassword {
  readonly name: string;
  readonly value: Expression;
  /** The function of the database that the value is handed to: `crypt` of `crypt($2, gen_salt('bf'))`. */
  readonly by?: string | undefined;
}

/** `INSERT INTO users (email, password) VALUES ($1, $2)` with its parameters, and values put into the text itself, by a tag or not. */
export function sqlPasswords(analysis: Analysis, query: Query, statement: string): SqlPassword[] {
  const found: SqlPassword[] = [];
  const template = templateOf(query);
  // A template's expressions are numbered: its text may have question marks of its own.
  const sql = template?.quasis.map((part, index) => (index === 0 ? part.value.raw : `$${String(index)}${part.value.raw}`)).join('') ?? statement;
  const parameters = parametersOf(analysis, query);
  for (const { column, at, mark, by } of filledColumns(sql)) {
    if (!isPasswordColumn(column)) continue;
    const value = /^\W?\d+$/.test(mark) ? parameters.listed[Number(mark.slice(1)) - 1] : mark === '?' ? parameters.listed[sql.slice(0, at).split('?').length - 1] : parameters.named(mark.slice(1));
    if (value) found.push({ name: column, value, by });
  }
  return found;
}

/** `SET password = :p`, with `{ ':p': password }` beside it: what the data holds for a column of passwords. */
export function expressionPasswords(analysis: Analysis, query: Query): SqlPassword[] {
  return query.steps.flatMap(({ call, member }) => {
    const node = member.query?.expression && slotValue(call, member.query.expression);
    const text = node && staticString(node);
    return filledColumns(text ?? '').flatMap(({ column, mark }) =>
      (isPasswordColumn(column) ? query.data.flatMap((data) => propertiesIn(analysis, data as Expression, [mark]) as Expression[]).map((value) => ({ name: column, value })) : []));
  });
}

/** A column of passwords by its name: of hashes too, since what is put there decides. */
function isPasswordColumn(name: string): boolean {
  return isPasswordName(name) || /^(?:hashed_?|encrypted_?)?password(?:_?(?:hash|digest))?$/i.test(name);
}

interface FilledColumn {
  readonly column: string;
  /** Where its placeholder stands in the statement. */
  readonly at: number;
  /** `?`, `$1`, `:name`, `@name` */
  readonly mark: string;
  /** The function that the placeholder is handed to. */
  readonly by: string | undefined;
}

/** The columns of a statement that placeholders fill in or are compared with. */
function filledColumns(sql: string): FilledColumn[] {
  // `INSERT … ON CONFLICT … DO UPDATE SET` assigns, too.
  const assigned = [...sql.matchAll(/\b(\w+)["'`\]]?\s*=\s*["']?(?:(\w+)\s*\(\s*)?(\?|\$\d+|[:@]\w+)/g)].map((match) => ({ column: match[1] ?? '', at: match.index + match[0].length - (match[3] ?? '').length, mark: match[3] ?? '', by: match[2] }));
  const insert = /insert\s+into\s+[^\s(]+\s*\(([^)]*)\)\s*values\s*\(/i.exec(sql);
  if (!insert) return assigned;
  const start = insert.index + insert[0].length;
  const columns = (insert[1] ?? '').split(',').map((column) => column.trim().replace(/["'`[\]]/g, ''));
  const inserted = valuesFrom(sql, start).flatMap(({ text, at }, index) => {
    const match = /^\s*["']?(?:(\w+)\s*\(\s*)?(\?|\$\d+|[:@]\w+)/.exec(text);
    const mark = match?.[2];
    return match && mark !== undefined ? [{ column: columns[index] ?? '', at: at + match[0].length - mark.length, mark, by: match[1] }] : [];
  });
  return [...inserted, ...assigned];
}

/** The values of a list in a statement, from behind its bracket to the bracket that closes it. */
function valuesFrom(sql: string, start: number): { readonly text: string; readonly at: number }[] {
  const found: { text: string; at: number }[] = [];
  let from = start;
  let open = 0;
  for (let at = start; at < sql.length; at++) {
    const mark = sql[at];
    if (mark === '(') open++;
    if (open === 0 && (mark === ',' || mark === ')')) {
      found.push({ text: sql.slice(from, at), at: from });
      from = at + 1;
      if (mark === ')') break;
    } else if (mark === ')') open--;
  }
  return found;
}

/** `md5($2)`, `SHA2(?, 256)`: the database digests a password, and fast. What `crypt` and its like make is a hash. */
export function* digestedInSql(analysis: Analysis, passwords: readonly SqlPassword[]): Generator<PasswordFault> {
  for (const { name, value, by } of passwords) {
    if (by !== undefined && /^(?:md5|sha[12]?|sha(?:224|256|384|512)|hashbytes)$/i.test(by) && originsOf(analysis, value, untilHashed(analysis, true)).some(isPlain)) yield { kind: 'fastHash', node: value, field: name, algorithm: by.toUpperCase() };
  }
}

export function isPlain(origin: Origin): boolean {
  // The signed-in user is a row that the server has put there.
  if (origin.kind !== 'request' || origin.part === 'user') return false;
  const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
  return isPasswordName(name);
}

/** What has people who log in: there a password is somebody's. */
export const USER_LIKE = /user|account|member|customer|admin|auth|person|profile|employee|patient|student/i;

/** The name of a model of something that logs in somewhere itself (what it sends there cannot be a hash), or whose password opens what many share. */
export function isOfSomethingElse(name: string): boolean {
  return /smtp|imap|mail|database|datasource|connection|server|host|proxy|redis|broker|queue|ftp|ssh|wifi|room|share|link|^(?:status_?)?pages?$|document|board|gallery|album|paste|poll|cert|integration|settings?$|config/i.test(name) && !USER_LIKE.test(name);
}

/** A field of the client's whose name says nothing against a password, such as `next` or `pin`: what goes into a user's `password` is one. */
export function isSecretOfClient(origin: Origin): boolean {
  const name = origin.path.findLast((each) => each !== '*') ?? '';
  return origin.kind === 'request' && (origin.part === 'body' || origin.part === 'query') && /^(?:new|next|plain|plain_?text|raw|pin|pw|secret|pass_?(?:phrase|code|key)|credential)$/i.test(name);
}

export function untilHashed(analysis: Analysis, callers: boolean): TraceOptions {
  return { callers, clean: (node, path) => isHashed(analysis, node, path) };
}

/** A hash, a digest (another fault's matter), or a variable or property that is hashed in place. */
export function isHashed(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (isCall(node)) {
    const member = memberOfCall(analysis, node)?.member;
    return isHashCall(analysis, node) || member?.digest !== undefined || member?.verifies === true || member?.equals === true || digestsPassword(analysis, node);
  }
  const text = textOfNode(node);
  if (text === undefined) return false;
  const module = moduleOf(node);
  if (node.type === 'Identifier') {
    const definitions = variableOf(module.bindings, node)?.definitions ?? [];
    if (definitions.some((definition) => definition.kind === 'value' && definition.binding.path.length === 0 && isHashExpression(analysis, definition.from))) return true;
  }
  const targets = new Set([text, ...(path[0] === undefined ? [] : [`${text}.${path[0]}`])]);
  return (module.bindings.nodes.get('AssignmentExpression') ?? []).some((assignment) => assignment.type === 'AssignmentExpression' && targets.has(textOfNode(assignment.left) ?? '') && isHashExpression(analysis, assignment.right));
}

export function isHashExpression(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  if (inner.type === 'AwaitExpression') return isHashExpression(analysis, inner.argument);
  if (inner.type === 'ConditionalExpression') return isHashExpression(analysis, inner.consequent) || isHashExpression(analysis, inner.alternate);
  return isCall(inner) && isHashCall(analysis, inner);
}

function digestsPassword(analysis: Analysis, call: Call): boolean {
  const value = analysis.valueOf(calleeOf(call));
  return value.kind === 'function' && digests(analysis, value.fn);
}

/** The password's name, where an expression is one by name: its own, or that of what it comes from. */
export function passwordNamed(analysis: Analysis, node: Expression): string | undefined {
  const own = lastName(node);
  return isPasswordName(own) ? own : passwordAmong(originsOf(analysis, node, { callers: false }));
}

/** The name by which one of these origins is a password. */
export function passwordAmong(origins: readonly Origin[]): string | undefined {
  for (const origin of origins) {
    const name = origin.path.findLast((each) => each !== '*') ?? (origin.node.type === 'Identifier' ? origin.node.name : undefined);
    if ((origin.kind === 'request' || origin.kind === 'parameter') && isPasswordName(name)) return name;
    const set = origin.kind === 'parameter' && origin.path.length === 0 && origin.parameter ? setName(origin.parameter.fn) : undefined;
    if (isPasswordName(set)) return set;
  }
  return undefined;
}

/** The field that a function sets: `set password(value) {}`, `password: { set(value) {} }`. */
function setName(fn: FunctionNode): string | undefined {
  const holder = parentOf(wrapped(fn));
  if (holder?.type === 'MethodDefinition') return holder.kind === 'set' ? keyName(holder.key, holder.computed) : undefined;
  const field = holder?.type === 'Property' && keyName(holder.key, holder.computed) === 'set' && holder.parent ? parentOf(holder.parent) : undefined;
  return field?.type === 'Property' ? keyName(field.key, field.computed) : undefined;
}

/** A password that comes with a row: read off something that is no request. */
export function isStored(origin: Origin): boolean {
  return (origin.kind === 'other' || origin.kind === 'parameter') && isPasswordName(origin.path.findLast((name) => name !== '*'));
}
