/** How many rows a list may give: sizes that a client chooses without a cap, and lists with no size at all. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { slotValue } from '../match/slots.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, staticString, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { spelledOut } from '../flow/spelled.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import { memberOfCall } from '../flow/invocation.js';
import { isBounded, isBoundedRequest } from './bounds.js';
import { handlerAround, handlersOf } from './layers.js';
import { type Query, queriesOf } from './queries.js';
import { callsOf, homeOf } from './reach.js';
import { responsesOf } from './responses.js';

export interface UncappedSize {
  readonly node: Node;
  /** The request value as the code calls it. */
  readonly value: string;
  /** The query, as messages name it. */
  readonly query: string;
}

/** Sizes of list queries that come from the request with no upper bound on the way, where this module is the place to say so. */
export function uncappedSizesOf(analysis: Analysis, module: Module): UncappedSize[] {
  const found: UncappedSize[] = [];
  for (const { size, query } of listSizes(analysis, module)) {
    const origin = uncappedOrigin(analysis, size);
    if (origin) found.push({ node: size, value: nameOfOrigin(origin, size), query });
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const sink of sizeParameters(analysis, fn)) {
      const argument = argumentAt(call, sink.index);
      const handed = argument && handedSize(argument.node, [...argument.path, ...sink.path]);
      if (!handed || !handlerAround(analysis, call)) continue;
      const origin = originsOf(analysis, handed.node, options(analysis, false), handed.rest).find((each) => isUncappedRequest(analysis, each));
      if (origin) found.push({ node: handed.node, value: nameOfOrigin(origin, handed.node), query: sink.query });
    }
  }
  return found;
}

/** Every size of a list in a module: of its queries, and `LIMIT ${n}` in SQL text wherever that is put together. */
function listSizes(analysis: Analysis, module: Module): readonly { readonly size: Expression; readonly query: string }[] {
  return analysis.once('listSizes', module, [], () => {
    const found = new Map<Expression, string>();
    for (const query of queriesOf(analysis, module)) {
      if (!query.cache && query.rows === 'many') for (const size of sizesOf(analysis, query)) found.set(size, query.name);
    }
    for (const node of module.bindings.nodes.get('TemplateLiteral') ?? []) {
      const text = textOf(node);
      if (text !== undefined && SQL.test(text)) for (const size of sqlSizes(analysis, node, undefined, 3)) if (!found.has(size)) found.set(size, 'LIMIT');
    }
    return [...found].map(([size, query]) => ({ size, query }));
  });
}

/** Text that is SQL, or a clause of it. */
const SQL = /\bselect\b[\s\S]*\bfrom\b|\border\s+by\b|\bwhere\b[\s\S]*=|^\s*(?:limit|fetch)\b|\boffset\b/i;

/** The size expressions of a query, those in its SQL among them. */
function sizesOf(analysis: Analysis, query: Query): Expression[] {
  const found = query.sizes.filter((node): node is Expression => node.type !== 'SpreadElement');
  return query.sqlNode ? [...found, ...sqlSizes(analysis, query.sqlNode, argumentsOf(query.call)[1])] : found;
}

/** What stands after `LIMIT` and its like: something filled in, or a placeholder. `LIMIT a, b` takes `b` rows. */
const SQL_SIZE = /\b(?:limit|top|fetch\s+(?:first|next))\s*\(?\s*(?:(?:\0|\?|\$\d+)\s*,\s*)?(\0|\?|\$(\d+))(?!\d|\s*,)/gi;

/** `LIMIT ${n}`, also in a fragment that is put into the text, and `LIMIT $1` with its parameter. */
function sqlSizes(analysis: Analysis, node: Node, parameters: Node | undefined, depth = 0): Expression[] {
  const { text, filled } = sqlParts(node);
  const list = parameters ? unwrap(parameters as Expression) : undefined;
  const found = [...text.matchAll(SQL_SIZE)].flatMap((match) => {
    const [, place, number] = match;
    const before = text.slice(0, match.index + match[0].length - (place ?? '').length);
    if (place === '\0') return filled[before.split('\0').length - 1] ?? [];
    const element = list?.type === 'ArrayExpression' ? list.elements[number === undefined ? before.split('?').length - 1 : Number(number) - 1] : undefined;
    return element && element.type !== 'SpreadElement' ? [element] : [];
  });
  if (depth > 2) return found;
  const fragments = filled.flatMap((each) => (found.includes(each) ? [] : originsOf(analysis, each, { callers: false }).map((origin) => origin.node)));
  const whole = text === '\0' ? parameters : undefined;
  return [...found, ...fragments.flatMap((each) => (/Template|Literal/.test(each.type) && moduleOf(each) === moduleOf(node) ? sqlSizes(analysis, each, whole, depth + 1) : []))];
}

/** SQL text with a NUL where each expression is filled in. */
function sqlParts(node: Node): { readonly text: string; readonly filled: readonly Expression[] } {
  const inner = unwrap(node as Expression);
  if (inner.type === 'TaggedTemplateExpression') return sqlParts(inner.quasi);
  if (inner.type === 'TemplateLiteral') return { text: inner.quasis.map((part) => part.value.raw).join('\0'), filled: inner.expressions };
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const [left, right] = [sqlParts(inner.left), sqlParts(inner.right)];
    return { text: left.text + right.text, filled: [...left.filled, ...right.filled] };
  }
  const text = staticString(inner);
  return text === undefined ? { text: '\0', filled: [inner] } : { text, filled: [] };
}

/** The request value behind a size, if every caller in sight hands one in without a cap. */
function uncappedOrigin(analysis: Analysis, size: Expression): Origin | undefined {
  const near = originsOf(analysis, size, options(analysis, false));
  const here = near.find((origin) => isUncappedRequest(analysis, origin));
  if (here) return here;
  const parameters = near.filter((origin) => origin.kind === 'parameter');
  if (parameters.length === 0) return undefined;
  const all = originsOf(analysis, size, options(analysis, true));
  const uncapped = all.find((origin) => isUncappedRequest(analysis, origin));
  if (!uncapped) return undefined;
  // A caller that caps it, or hands in a constant, shows that this is not the place.
  return parameters.every((origin) => origin.parameter && sizeOfCallers(analysis, origin.parameter.fn, origin.parameter.index, origin.path, 0) === 'uncapped') ? uncapped : undefined;
}

/** What callers hand in as a size: the client's choice (every one of them), a capped value or constant (any of them), or nobody is seen to call. */
function sizeOfCallers(analysis: Analysis, fn: FunctionNode, index: number, path: readonly string[], depth: number): 'uncapped' | 'capped' | 'unknown' {
  if (depth > 5) return 'unknown';
  const answers = analysis.callSites(fn).flatMap((site) => {
    const argument = site.kind === 'call' ? argumentAt(site.call, index) : undefined;
    if (!argument) return [];
    const origins = originsOf(analysis, argument.node, options(analysis, false), [...argument.path, ...path]);
    if (origins.some((origin) => isUncappedRequest(analysis, origin))) return ['uncapped'];
    const above = origins.flatMap((origin) => (origin.kind === 'parameter' && origin.parameter ? [sizeOfCallers(analysis, origin.parameter.fn, origin.parameter.index, origin.path, depth + 1)] : []));
    return above.includes('uncapped') ? ['uncapped'] : above.length > 0 && above.every((each) => each === 'unknown') ? [] : ['capped'];
  });
  return answers.includes('capped') ? 'capped' : answers.length > 0 ? 'uncapped' : 'unknown';
}

function isUncappedRequest(analysis: Analysis, origin: Origin): boolean {
  if (origin.kind !== 'request' || origin.part === 'user' || origin.part === 'headers' || origin.part === 'cookies' || origin.part === 'files') return false;
  if (origin.part === 'whole' && origin.path.length === 0) return false;
  return !isBoundedRequest(analysis, origin);
}

function options(analysis: Analysis, callers: boolean): TraceOptions {
  return { callers, clean: (node, path) => isBounded(analysis, node, path) };
}

interface SizeParameter {
  readonly index: number;
  readonly path: readonly string[];
  readonly query: string;
}

/** The parameters (or fields of them) of a function that become a list's size with no cap on the way. */
function sizeParameters(analysis: Analysis, fn: FunctionNode): readonly SizeParameter[] {
  return analysis.once<readonly SizeParameter[]>('sizeParameters', fn, [], () => {
    const found: SizeParameter[] = [];
    const add = (origin: Origin, query: string): void => {
      if (origin.kind !== 'parameter' || origin.parameter?.fn !== fn) return;
      const { index } = origin.parameter;
      if (!found.some((each) => each.index === index && each.path.join('.') === origin.path.join('.'))) found.push({ index, path: origin.path, query });
    };
    for (const { size, query } of listSizes(analysis, moduleOf(fn))) {
      if (isWithin(size, fn)) for (const origin of originsOf(analysis, size, options(analysis, false))) add(origin, query);
    }
    for (const { node: call, fn: callee } of callsOf(analysis, moduleOf(fn), fn)) {
      if (callee === fn) continue;
      for (const inner of sizeParameters(analysis, callee)) {
        const argument = argumentAt(call, inner.index);
        if (argument) for (const origin of originsOf(analysis, argument.node, options(analysis, false), [...argument.path, ...inner.path])) add(origin, inner.query);
      }
    }
    return found;
  });
}

/** The expression that hands a size over: the argument itself, or the property of an object literal. A whole object says nothing. */
function handedSize(argument: Expression, path: readonly string[]): { node: Expression; rest: readonly string[] } | undefined {
  const [name, ...rest] = path;
  const inner = unwrap(argument);
  if (name === undefined) return { node: argument, rest: [] };
  if (inner.type !== 'ObjectExpression') return undefined;
  const property = inner.properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === name);
  return property?.type === 'Property' ? handedSize(property.value, rest) : undefined;
}

function nameOfOrigin(origin: Origin, size: Expression): string {
  const named = origin.path.findLast((name) => name !== '*');
  if (named !== undefined) return named;
  const inner = unwrap(size);
  return inner.type === 'Identifier' ? inner.name : 'the value';
}

/** List queries with no size and nothing that keeps them small, whose rows go to the client. */
export function unboundedListsOf(analysis: Analysis, module: Module, checkFiltered: boolean): Query[] {
  return queriesOf(analysis, module).filter((query) => {
    if (query.cache || query.rows !== 'many' || query.access !== 'read' || query.streams || sizesOf(analysis, query).length > 0) return false;
    if (query.steps.some(({ member }) => member.query?.paged ?? member.step?.paged) || hasOpaqueOptions(analysis, query) || isLimitedSql(query) || isGrouped(query) || isDerived(analysis, query) || isLookUp(query) || isKeptSmall(analysis, query, checkFiltered)) return false;
    return isSentToClient(analysis, query);
  });
}

/** One row a group, or a single row of sums, not one a row of the table. */
function isGrouped(query: Query): boolean {
  if (query.sql !== undefined && /\bgroup\s+by\b|\bdistinct\s+on\b/i.test(query.sql)) return true;
  return query.steps.some(({ name, call }) => /^groupBy|distinctOn$/i.test(name) || (name === 'select' && isSummed(argumentsOf(call)[0])));
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
    const [table] = name === 'from' || member === query.receiver?.steps[0]?.member ? argumentsOf(call) : [];
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
  // A clause that is filled in whole may say anything.
  if (query.sqlNode && sqlParts(query.sqlNode).text.split('\0').slice(0, -1).some((before) => before !== '' && !SQL_OPERAND.test(before))) return true;
  return query.sql !== undefined && (!/^\s*(?:with\b|select\b)/i.test(query.sql) || /\b(?:limit|top|fetch\s+first|fetch\s+next)\b/i.test(query.sql));
}

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
      return inner.type !== 'ArrayExpression' && inner.type !== 'Literal' && !isPlainObject(analysis, inner);
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

const UNIQUE = /^(?:_?id|uuid|slug|email|username|user_?name|token|key|code|ids|handle|hash)$/i;
const PARENT = /(?:Id|_id|Ids|_ids)$|(?<!first|last|full|middle|display|given|family|nick)(?:_name|(?<=[a-z])Name)$/;
const TENANT = /^(?:tenant|org|organi[sz]ation|workspace|company)/i;
const OWNER = /^(?:user|owner|author|customer|account|created_?by|parent|child|post|order|article|project)$/i;

/** A unique key, a parent's or owner's id, or a list of ids in the filter. */
function isKeptSmall(analysis: Analysis, query: Query, checkFiltered: boolean): boolean {
  return [...query.narrowing.flatMap((filter) => filterKeys(analysis, filter as Expression)), ...sqlKeys(query.sql)].some((key) => key === '?' || UNIQUE.test(key) || (!checkFiltered && ((PARENT.test(key) && !TENANT.test(key)) || OWNER.test(key))));
}

/** The columns that a statement's `WHERE` compares for equality; none where alternatives widen it. */
function sqlKeys(sql: string | undefined): string[] {
  const where = /\bwhere\b([\s\S]*?)(?:\b(?:group|order)\s+by\b|$)/i.exec(sql ?? '')?.[1] ?? '';
  return /\bor\b/i.test(where) ? [] : [...where.matchAll(/(\w+)["`\]]?\s*(?:=|\bin\b)/gi)].map((match) => match[1] ?? '');
}

/** The column names of a filter; `?` for a part that cannot be read. */
function filterKeys(analysis: Analysis, filter: Expression, depth = 0): string[] {
  const inner = unwrap(filter);
  if (depth > 4) return [];
  if (inner.type === 'ObjectExpression') {
    return inner.properties.flatMap((property) => {
      if (property.type === 'SpreadElement') return filterKeys(analysis, property.argument, depth + 1);
      const key = keyName(property.key, property.computed);
      if (key === undefined) return ['?'];
      if (/^(?:AND|\$and|where|some|is|every)$/.test(key)) return [key, ...filterKeys(analysis, property.value, depth + 1)];
      if (key === 'OR' || key === '$or') return isListLookup(analysis, property.value, depth) ? ['id'] : [];
      const related = unwrap(property.value);
      // Rows that belong to some row of another table: `{ users: { some: { userId } } }`.
      if (related.type === 'ObjectExpression' && related.properties.some((each) => each.type === 'Property' && /^(?:some|is|every)$/.test(keyName(each.key, each.computed) ?? ''))) return [key, ...filterKeys(analysis, related, depth + 1)];
      // `{ link: { in: [...rowsByLink.keys()] } }`: as many rows as there are keys in hand.
      if (isListOfKeys(related)) return ['ids'];
      return key === 'NOT' || key === '$nor' || isLoose(property.value) ? [] : key === '$where' || key === '$expr' ? ['?'] : [key];
    });
  }
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element ? (element.type === 'SpreadElement' ? ['?'] : filterKeys(analysis, element, depth + 1)) : []));
  const condition = isCall(inner) ? memberOfCall(analysis, inner)?.member.condition : undefined;
  if (condition === 'loose') return [];
  if (condition === 'all') return argumentsOf(inner as Call).flatMap((argument) => (argument.type === 'SpreadElement' ? ['?'] : filterKeys(analysis, argument as Expression, depth + 1)));
  if (condition) return [lastName(slotValue(inner as Call, condition)) ?? '?'];
  const value = analysis.valueOf(inner);
  if (value.kind === 'object') return filterKeys(analysis, value.node, depth + 1);
  const text = textOf(inner);
  if (text !== undefined) return text.match(/\w+(?=\s*(?:=|in\b|IN\b))/g) ?? (/^(?:[\w?"`]+\.)*["`]?(\w+)["`]?$/.exec(text)?.slice(1) ?? []);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined') ? [] : ['?'];
}

/** `{ in: rows.map((row) => row.link) }`, `{ $in: [...new Set(links)] }`: values that other rows gave. */
function isListOfKeys(node: Expression): boolean {
  const list = node.type === 'ObjectExpression' ? node.properties.find((each) => each.type === 'Property' && /^\$?in$/.test(keyName(each.key, each.computed) ?? '')) : undefined;
  const inner = list?.type === 'Property' ? spelledOut(list.value) : undefined;
  if (inner?.type === 'ArrayExpression') return inner.elements.length === 1 && inner.elements[0]?.type === 'SpreadElement';
  return inner !== undefined && isCall(inner) && asMember(calleeOf(inner)) !== undefined && ['map', 'flatMap', 'from', 'keys'].includes(lastName(calleeOf(inner)) ?? '');
}

/** `{ not: id }`, `{ $gt: id }`: a comparison that leaves most rows. */
function isLoose(node: Node): boolean {
  const inner = unwrap(node as Expression);
  return inner.type === 'ObjectExpression' && inner.properties.length > 0 && inner.properties.every((property) => property.type === 'Property' && /^(?:not|notIn|isNot|\$?(?:ne|nin|gte?|lte?|exists))$/.test(keyName(property.key, property.computed) ?? ''));
}

/** `OR: keys.map((key) => ({ key }))`, or alternatives that each name a key. */
function isListLookup(analysis: Analysis, node: Expression, depth: number): boolean {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression') return inner.elements.every((element) => element !== null && element.type !== 'SpreadElement' && filterKeys(analysis, element, depth + 1).some((key) => UNIQUE.test(key) || PARENT.test(key)));
  return isCall(inner) && lastName(calleeOf(inner)) === 'map';
}

/** Do a query's rows, as a list, stand in a response: of its own handler, or of the handlers that call its function? */
function isSentToClient(analysis: Analysis, query: Query): boolean {
  const pair = query.steps.some(({ member }) => member.query?.pair ?? member.step?.pair);
  if (!pair && isTakenApart(query.node)) return false;
  // What has no filter at all is no part of the one thing that a detail answer is about.
  const unfiltered = query.filters.every((filter) => filterKeys(analysis, filter as Expression).length === 0);
  const home = homeOf(analysis, query.node);
  const modules = new Set<Module>([moduleOf(query.node)]);
  if (home) for (const module of callingModules(analysis, home, 0)) modules.add(module);
  return [...modules].some((module) => {
    const sent = sentRows(analysis, module, unfiltered);
    return [query.node, query.call].some((node) => sent.get(node)?.some((path) => isWholeList(pair && path[0] === '0' ? path.slice(1) : path)));
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
function isWholeList(path: readonly string[]): boolean {
  return path.every((name) => name === '*' || name === 'rows' || name === 'data');
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

interface Sent {
  readonly body: Expression;
  /** The part of it that is sent. */
  readonly path: readonly string[];
}

/** What a module (or one function of it) sends as data, by itself or by a function that answers with what it is given: `ok(res, rows)`. */
function sentIn(analysis: Analysis, module: Module, within?: FunctionNode): Sent[] {
  const own = responsesOf(analysis, module).flatMap((response) => (response.how === 'error' || response.how === 'redirect' || response.how === 'flash' || (within && !isWithin(response.node, within)) ? [] : response.body.map((body) => ({ body, path: [] }))));
  const handed = callsOf(analysis, module, within).flatMap(({ node, fn }) =>
    sentParameters(analysis, fn).flatMap(({ index, path }) => {
      const argument = argumentAt(node, index);
      return argument ? [{ body: argument.node, path: [...argument.path, ...path] }] : [];
    }),
  );
  return [...own, ...handed];
}

function sentParameters(analysis: Analysis, fn: FunctionNode): readonly { readonly index: number; readonly path: readonly string[] }[] {
  return analysis.once<readonly { readonly index: number; readonly path: readonly string[] }[]>('sentParameters', fn, [], () =>
    sentIn(analysis, moduleOf(fn), fn).flatMap(({ body, path }) =>
      originsOf(analysis, body, { callers: false }, path).flatMap((origin) => (origin.kind === 'parameter' && origin.parameter?.fn === fn ? [{ index: origin.parameter.index, path: origin.path }] : [])),
    ),
  );
}

/** `/users/:id` answers with one thing, and lists inside it are its parts. */
function isDetail(path: string | undefined): boolean {
  return path !== undefined && /(?::[\w?]+|\{\w+\??\}|\[\w+\])\/?$/.test(path);
}
