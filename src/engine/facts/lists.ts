/** Lists that go to the client with no size. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, asMember, enclosingFunction, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { originsOf } from '../flow/trace.js';
import { handlerAround, handlersOf } from './layers.js';
import { statementsOf } from './dictated.js';
import { type Query, slotNodes } from './queries.js';
import { callsOf, homeOf } from './reach.js';
import { type Response, responsesOf } from './responses.js';
import { filterKeys, isKeptSmall } from './filters.js';
import { sizesOf, sqlParts } from './pages.js';

/** List queries with no size and nothing that keeps them small, whose rows go to the client. */
export function unboundedListsOf(analysis: Analysis, module: Module, checkFiltered: boolean): Query[] {
  return statementsOf(analysis, module).filter((query) => {
    if (query.cache || query.rows !== 'many' || query.access !== 'read' || query.streams || sizesOf(analysis, query).length > 0) return false;
    if (query.steps.some(({ member }) => member.query?.paged ?? member.step?.paged) || hasOpaqueOptions(analysis, query) || isLimitedSql(query) || isGrouped(analysis, query) || isDerived(analysis, query) || isLookUp(query) || isKeptSmall(analysis, query, checkFiltered)) return false;
    return isSentToClient(analysis, query);
  });
}

/** One row a group, or a single row of sums, not one a row of the table. */
function isGrouped(analysis: Analysis, query: Query): boolean {
  if (query.sql !== undefined && /\bgroup\s+by\b|\bdistinct\s+on\b/i.test(query.sql)) return true;
  return query.steps.some(({ name, call, member }) => /^groupBy|distinctOn$/i.test(name) || (name === 'select' && isSummed(argumentsOf(call)[0])) || (member.query?.gathers ?? []).some((slot) => slotNodes(analysis, call, slot).length > 0));
}

/** `{ total: sql`COALESCE(SUM(…), 0)` }`: every column is worked out over all rows. */
function isSummed(columns: Node | undefined): boolean {
  const inner = columns && unwrap(columns as Expression);
  if (inner?.type !== 'ObjectExpression' || inner.properties.length === 0) return false;
  return inner.properties.every((property) => {
    const value = property.type === 'Property' ? unwrap(property.value) : undefined;
    const text = value?.type === 'TaggedTemplateExpression' ? value.quasi.quasis[0]?.value.raw : undefined;
    return text !== undefined && /^\s*(?:\w+\s*\(\s*)*?(?:count|sum|avg|min|max)\s*\(/i.test(text);
  });
}

/** From a query inside it, which may well keep the rows few: `with('recent', …)`, `from(recent)`. */
function isDerived(analysis: Analysis, query: Query): boolean {
  return query.steps.some(({ name, member, call }) => {
    if (/^with(?:Recursive|Materialized|NotMaterialized)?$/.test(name) && (member.returns === 'this' || call === query.steps[0]?.call)) return true;
    const [table] = name === 'from' || (member === query.receiver?.steps[0]?.member && !member.callbacks?.some(({ builds }) => builds)) ? argumentsOf(call) : [];
    const value = table && table.type !== 'SpreadElement' ? analysis.valueOf(table as Expression) : undefined;
    return value?.kind === 'function' || (value?.kind === 'library' && value.steps.length > 0);
  });
}

/** A table of a few dozen rows that come with the app, or that somebody sets up by hand: `roles`, `feature_types`, `integrations`, `api_keys`. */
function isLookUp(query: Query): boolean {
  return LOOK_UPS.test(query.model?.name ?? '');
}

const LOOK_UPS = /(?:^|[a-z_.])(?:role|permission|type|status|countr(?=y|ie)|currenc(?=y|ie)|language|locale|timezone|time_?zone|setting|plan|strateg(?=y|ie)|feature_?flag|enum|unit|region|integration|add_?on|api_?(?:key|token)|oauth_?(?:app|client)|webhook(?:_?endpoint)?|sso_?domain)(?:y|ies|es|s)?$/i;

function isLimitedSql(query: Query): boolean {
  if (query.steps.some((step) => step.member.query?.sql) && query.sql === undefined) return true;
  if (query.sqlNode && (saysAnything(query.sqlNode) || laterParts(query.sqlNode).some((part) => saysAnything(part) || beginsOpenly(part, query.sqlNode)))) return true;
  return query.sql !== undefined && (!/^\s*(?:with\b|select\b)/i.test(query.sql) || SQL_LIMIT.test(query.sql));
}

/** What a statement that has a name gets later: `sql += ' LIMIT 50'`, `sql = sql + clause`. */
function laterParts(node: Node): Expression[] {
  const inner = unwrap(node as Expression);
  const definitions = inner.type === 'Identifier' ? (variableOf(moduleOf(inner).bindings, inner)?.definitions.slice(1) ?? []) : [];
  return definitions.flatMap((definition) => (definition.kind === 'value' ? [definition.from] : definition.kind === 'changed' && definition.node.type === 'AssignmentExpression' ? [definition.node.right] : []));
}

/** Does a part of a statement set a size, or have a clause that is filled in whole, and so may say anything? */
function saysAnything(part: Node): boolean {
  const { text } = sqlParts(part);
  if (SQL_LIMIT.test(text)) return true;
  return text.split('\0').slice(0, -1).some((before) => before !== '' && !SQL_OPERAND.test(before));
}

/** Does it begin with a part that nobody can read, other than what it is added to? */
function beginsOpenly(part: Expression, whole: Node | undefined): boolean {
  const { text, filled: [first] } = sqlParts(part);
  return text.startsWith('\0') && !(first && lastName(first) === lastName(whole));
}

const SQL_LIMIT = /\b(?:limit|top|fetch\s+first|fetch\s+next)\b/i;

/** What stands before a value, a column or a table that is filled in. */
const SQL_OPERAND = /(?:[=<>(,+*/%'"`-]|\b(?:in|like|ilike|limit|offset|by|from|join|asc|desc))\s*$/i;

/** An options argument that cannot be read may well set the size. */
function hasOpaqueOptions(analysis: Analysis, query: Query): boolean {
  return query.steps.some((step) => {
    const slots = [...(step.member.query?.size ?? []), ...(step.member.step?.size ?? [])];
    return slots.some(([position, ...path]) => {
      const argument = argumentsOf(step.call)[position];
      if (!argument || path.length === 0) return argument?.type === 'SpreadElement';
      const inner = unwrap(argument as Expression);
      return inner.type !== 'ArrayExpression' && inner.type !== 'Literal' && !isFunction(inner) && !isPlainObject(analysis, inner);
    });
  });
}

/** An object literal without spreads, or a variable that holds one and is handed to nothing that could add to it. */
function isPlainObject(analysis: Analysis, node: Expression): boolean {
  if (node.type === 'ObjectExpression') return node.properties.every((property) => property.type === 'Property');
  const variable = node.type === 'Identifier' ? variableOf(moduleOf(node).bindings, node) : undefined;
  const value = variable ? analysis.valueOf(node) : undefined;
  if (!variable || value?.kind !== 'object' || moduleOf(value.node) !== moduleOf(node) || !isPlainObject(analysis, value.node)) return false;
  return variable.definitions.length === 1 && referencesOf(moduleOf(node).bindings, variable).every((reference) => reference === node || reference === value.node.parent || parentOf(reference)?.type === 'MemberExpression' || parentOf(reference)?.type === 'VariableDeclarator');
}

/** Does a query give its rows, and behind them how many there are: `const [rows, total] = await users.findAndCount()`? */
export function isCounted(query: Query): boolean {
  return query.steps.some(({ member }) => member.query?.pair ?? member.step?.pair);
}

/** Do a query's rows, as a list, stand in a response: of its own handler, or of the handlers that call its function? */
function isSentToClient(analysis: Analysis, query: Query): boolean {
  const pair = isCounted(query);
  if (!pair && isTakenApart(query.node)) return false;
  // What has no filter at all is no part of the one thing that a detail answer is about.
  const unfiltered = query.filters.every((filter) => filterKeys(analysis, filter as Expression).length === 0);
  const home = homeOf(analysis, query.node);
  const modules = new Set<Module>([moduleOf(query.node)]);
  if (home) for (const module of callingModules(analysis, home, 0)) modules.add(module);
  return [...modules].some((module) => {
    const sent = sentRows(analysis, module, unfiltered);
    return [query.node, query.call].some((node) => sent.get(node)?.some((path) => isWholeList(pair && path[0] === '0' ? path.slice(1) : path, query.library.resultRows)));
  });
}

function* callingModules(analysis: Analysis, fn: FunctionNode, depth: number): Generator<Module> {
  if (depth > 4) return;
  for (const site of analysis.callSites(fn)) {
    yield moduleOf(site.node);
    const around = site.kind === 'call' ? homeOf(analysis, site.call) : enclosingFunction(site.node);
    if (around && around !== fn) yield* callingModules(analysis, around, depth + 1);
  }
}

/** `const [row] = await query`, `(await query)[0]`, `.length` */
function isTakenApart(node: Node): boolean {
  const holder = parentOf(wrapped(node));
  const outer = holder?.type === 'AwaitExpression' ? parentOf(wrapped(holder)) : holder;
  if (outer?.type === 'VariableDeclarator' && outer.id.type === 'ArrayPattern') return outer.id.elements.length === 1;
  const member = asMember(outer);
  return member !== undefined && (member.computed || (member.property.type === 'Identifier' && ['length', 'find', 'some', 'every', 'at', 'shift', 'pop', 'reduce'].includes(member.property.name)));
}

/** Does a path into a query's result lead to its rows, not to one of them? */
function isWholeList(path: readonly string[], rows: string | undefined): boolean {
  return path.every((name) => name === '*' || name === 'rows' || name === 'data' || name === rows);
}

/** The expressions whose value a module sends, with the paths into them. */
function sentRows(analysis: Analysis, module: Module, inDetails: boolean): ReadonlyMap<Node, readonly (readonly string[])[]> {
  return analysis.once<ReadonlyMap<Node, readonly (readonly string[])[]>>(inDetails ? 'sentRows' : 'sentLists', module, new Map(), () => {
    const found = new Map<Node, (readonly string[])[]>();
    if (handlersOf(analysis, module).length === 0) return found;
    for (const { body, path } of sentIn(analysis, module)) {
      const handler = handlerAround(analysis, body);
      const answersList = handler?.layer === 'controller' || (handler?.layer === 'resolver' && handler.registration.method === 'get');
      if (!answersList || (!inDetails && isDetail(handler.registration.path))) continue;
      for (const origin of originsOf(analysis, body, { callers: false, mapped: true }, path)) {
        if (origin.kind === 'other') for (const hop of [origin.node, ...origin.hops]) found.set(hop, [...(found.get(hop) ?? []), origin.path]);
      }
    }
    return found;
  });
}

export interface Sent {
  /** The answer itself, here or in the function that is handed the body. */
  readonly response: Response;
  /** The call of that function. */
  readonly through?: Node;
  readonly body: Expression;
  /** The part of it that is sent. */
  readonly path: readonly string[];
}

/** What a module (or one function of it) sends as data, by itself or by a function that answers with what it is given: `ok(res, rows)`. */
export function sentIn(analysis: Analysis, module: Module, within?: FunctionNode): Sent[] {
  const own = responsesOf(analysis, module).flatMap((response) => (response.how === 'error' || response.how === 'redirect' || response.how === 'flash' || response.how === 'fields' || (within && !isWithin(response.node, within)) ? [] : response.body.map((body) => ({ response, body, path: [] }))));
  const handed = callsOf(analysis, module, within).flatMap(({ node, fn }) =>
    sentParameters(analysis, fn).flatMap(({ index, path, response }) => {
      const argument = argumentAt(node, index);
      return argument ? [{ response, through: node, body: argument.node, path: [...argument.path, ...path] }] : [];
    }),
  );
  return [...own, ...handed];
}

interface SentParameter {
  readonly index: number;
  readonly path: readonly string[];
  readonly response: Response;
}

function sentParameters(analysis: Analysis, fn: FunctionNode): readonly SentParameter[] {
  return analysis.ofParameters<SentParameter>('sentParameters', fn, () =>
    sentIn(analysis, moduleOf(fn), fn).flatMap(({ body, path, response }) =>
      originsOf(analysis, body, { callers: false }, path).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === fn ? [{ index: origin.parameter.index, path: origin.path, response }] : [])),
    ),
  );
}

/** `/users/:id` answers with one thing, and lists inside it are its parts. */
function isDetail(path: string | undefined): boolean {
  return path !== undefined && /(?::[\w?]+|\{\w+\??\}|\[\w+\])\/?$/.test(path);
}
