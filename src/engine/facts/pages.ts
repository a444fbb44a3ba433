/** How many rows a list may give: sizes that a client chooses without a cap, and lists with no size at all. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, asMember, enclosingFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import { isBounded, isBoundedRequest } from './bounds.js';
import { handlerAround, handlersOf } from './layers.js';
import { type Query, queriesOf } from './queries.js';
import { callsOf, homeOf } from './reach.js';
import { responsesOf } from './responses.js';

export interface UncappedSize {
  readonly node: Node;
  /** The request value as the code calls it. */
  readonly value: string;
  readonly query: Query;
}

/** Sizes of list queries that come from the request with no upper bound on the way, where this module is the place to say so. */
export function uncappedSizesOf(analysis: Analysis, module: Module): UncappedSize[] {
  const found: UncappedSize[] = [];
  for (const query of queriesOf(analysis, module)) {
    if (query.cache || query.rows !== 'many') continue;
    for (const size of sizesOf(query)) {
      const origin = uncappedOrigin(analysis, size);
      if (origin) found.push({ node: size, value: nameOfOrigin(origin, size), query });
    }
  }
  for (const { node: call, fn } of callsOf(analysis, module)) {
    for (const sink of sizeParameters(analysis, fn)) {
      const argument = argumentsOf(call)[sink.index];
      if (!argument || argument.type === 'SpreadElement') continue;
      const handed = handedSize(argument as Expression, sink.path);
      if (!handed || !handlerAround(analysis, call)) continue;
      const origin = originsOf(analysis, handed.node, options(analysis, false), handed.rest).find((each) => isUncappedRequest(analysis, each));
      if (origin) found.push({ node: handed.node, value: nameOfOrigin(origin, handed.node), query: sink.query });
    }
  }
  return found;
}

/** The size expressions of a query, `LIMIT ${n}` in its SQL among them. */
function sizesOf(query: Query): Expression[] {
  const found = query.sizes.filter((node): node is Expression => node.type !== 'SpreadElement');
  const sql = query.sqlNode && unwrap(query.sqlNode as Expression);
  if (sql?.type === 'TemplateLiteral') {
    sql.expressions.forEach((expression, index) => {
      if (/\b(?:limit|fetch\s+(?:first|next)|top)\s*\(?\s*$/i.test(sql.quasis[index]?.value.raw ?? '')) found.push(expression);
    });
  } else if (sql?.type === 'BinaryExpression') {
    const right = sql.right;
    if (/\blimit\s*$/i.test(textOf(sql.left as Node) ?? '')) found.push(right);
  }
  return found;
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
  return parameters.every((origin) => origin.parameter && everyCallerUncapped(analysis, origin.parameter.fn, origin.parameter.index, origin.path, 0)) ? uncapped : undefined;
}

function everyCallerUncapped(analysis: Analysis, fn: FunctionNode, index: number, path: readonly string[], depth: number): boolean {
  const sites = analysis.callSites(fn).filter((site) => site.kind === 'call');
  if (sites.length === 0 || depth > 5) return false;
  let uncapped = 0;
  for (const site of sites) {
    const argument = argumentsOf(site.call)[index];
    if (!argument || argument.type === 'SpreadElement') continue;
    const origins = originsOf(analysis, argument as Expression, options(analysis, false), path);
    if (origins.some((origin) => isUncappedRequest(analysis, origin))) uncapped++;
    else if (origins.some((origin) => origin.kind === 'parameter' && origin.parameter && everyCallerUncapped(analysis, origin.parameter.fn, origin.parameter.index, origin.path, depth + 1))) uncapped++;
    else if (origins.length > 0 && !origins.every((origin) => origin.kind === 'literal')) continue;
  }
  return uncapped > 0;
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
  readonly query: Query;
}

/** The parameters (or fields of them) of a function that become a list's size with no cap on the way. */
function sizeParameters(analysis: Analysis, fn: FunctionNode): readonly SizeParameter[] {
  return analysis.once<FunctionNode, readonly SizeParameter[]>('sizeParameters', fn, [], () => {
    const found: SizeParameter[] = [];
    const add = (origin: Origin, query: Query): void => {
      if (origin.kind !== 'parameter' || origin.parameter?.fn !== fn) return;
      const { index } = origin.parameter;
      if (!found.some((each) => each.index === index && each.path.join('.') === origin.path.join('.'))) found.push({ index, path: origin.path, query });
    };
    for (const query of queriesOf(analysis, moduleOf(fn))) {
      if (query.cache || query.rows !== 'many' || !isWithin(query.node, fn)) continue;
      for (const size of sizesOf(query)) for (const origin of originsOf(analysis, size, options(analysis, false))) add(origin, query);
    }
    for (const { node: call, fn: callee } of callsOf(analysis, moduleOf(fn))) {
      if (callee === fn || !isWithin(call, fn)) continue;
      for (const inner of sizeParameters(analysis, callee)) {
        const argument = argumentsOf(call)[inner.index];
        if (argument && argument.type !== 'SpreadElement') for (const origin of originsOf(analysis, argument as Expression, options(analysis, false), inner.path)) add(origin, inner.query);
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
  return property?.type === 'Property' ? handedSize(property.value as Expression, rest) : undefined;
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
    if (query.cache || query.rows !== 'many' || query.access !== 'read' || query.streams || query.sizes.length > 0) return false;
    if (hasOpaqueOptions(query) || isLimitedSql(query) || isKeptSmall(analysis, query, checkFiltered)) return false;
    return isSentToClient(analysis, query);
  });
}

function isLimitedSql(query: Query): boolean {
  if (query.steps.some((step) => step.member.query?.sql) && query.sql === undefined) return true;
  return query.sql !== undefined && (!/^\s*(?:with\b|select\b)/i.test(query.sql) || /\b(?:limit|top|fetch\s+first|fetch\s+next)\b/i.test(query.sql) || /\bwhere\b[^)]*\b\w*_?ids?\b\s*(?:=|in\b)/i.test(query.sql));
}

/** An options argument that cannot be read may well set the size. */
function hasOpaqueOptions(query: Query): boolean {
  return query.steps.some((step) => {
    const slots = [...(step.member.query?.size ?? []), ...(step.member.step?.size ?? [])];
    return slots.some(([position, ...path]) => {
      if (path.length === 0) return false;
      const argument = argumentsOf(step.call)[position];
      if (!argument) return false;
      const inner = unwrap(argument as Expression);
      return inner.type === 'ObjectExpression' ? inner.properties.some((property) => property.type === 'SpreadElement') : inner.type !== 'ArrayExpression' && inner.type !== 'Literal';
    });
  });
}

const UNIQUE = /^(?:_?id|uuid|slug|email|username|user_?name|token|key|code|ids|handle|hash)$/i;
const PARENT = /(?:Id|_id|Ids|_ids)$/;
const TENANT = /^(?:tenant|org|organi[sz]ation|workspace|company)/i;
const OWNER = /^(?:user|owner|author|customer|account|created_?by|parent|post|order|article|project)$/i;

/** A unique key, a parent's or owner's id, or a list of ids in the filter. */
function isKeptSmall(analysis: Analysis, query: Query, checkFiltered: boolean): boolean {
  return query.filters.some((filter) => filterKeys(analysis, filter as Expression).some((key) => key === '?' || UNIQUE.test(key) || (!checkFiltered && ((PARENT.test(key) && !TENANT.test(key)) || OWNER.test(key)))));
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
      if (key === 'AND' || key === '$and' || key === 'where') return [key, ...filterKeys(analysis, property.value as Expression, depth + 1)];
      return key === 'OR' || key === '$or' || key === 'NOT' ? [] : [key];
    });
  }
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? filterKeys(analysis, element, depth + 1) : []));
  const value = analysis.valueOf(inner);
  if (value.kind === 'object') return filterKeys(analysis, value.node, depth + 1);
  const text = textOf(inner);
  if (text !== undefined) return text.match(/\w+(?=\s*(?:=|in\b|IN\b))/g) ?? (/^\w+$/.test(text) ? [text] : []);
  return inner.type === 'Literal' || (inner.type === 'Identifier' && inner.name === 'undefined') ? [] : ['?'];
}

/** Do a query's rows, as a list, stand in a response: of its own handler, or of the handlers that call its function? */
function isSentToClient(analysis: Analysis, query: Query): boolean {
  if (isTakenApart(query.node)) return false;
  const home = homeOf(analysis, query.node);
  const modules = new Set<Module>([moduleOf(query.node)]);
  if (home) for (const module of callingModules(analysis, home, 0)) modules.add(module);
  return [...modules].some((module) => sentRows(analysis, module).has(query.node) || sentRows(analysis, module).has(query.call));
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

/** The queries whose rows a module sends as lists. */
function sentRows(analysis: Analysis, module: Module): ReadonlySet<Node> {
  return analysis.once<Module, ReadonlySet<Node>>('sentRows', module, new Set(), () => {
    const found = new Set<Node>();
    if (handlersOf(analysis, module).length === 0) return found;
    for (const response of responsesOf(analysis, module)) {
      if (response.how === 'error' || response.how === 'redirect' || response.how === 'flash') continue;
      const handler = handlerAround(analysis, response.node);
      if (!handler || handler.layer !== 'controller' || isDetail(handler.registration.path)) continue;
      for (const body of response.body) {
        for (const origin of originsOf(analysis, body, { callers: false })) {
          if (origin.kind === 'other' && origin.path.every((name) => name === '*' || name === 'rows' || name === 'data' || name === '0')) for (const hop of [origin.node, ...origin.hops]) found.add(hop);
        }
      }
    }
    return found;
  });
}

/** `/users/:id` answers with one thing, and lists inside it are its parts. */
function isDetail(path: string | undefined): boolean {
  return path !== undefined && /(?::[\w?]+|\{\w+\??\}|\[\w+\])\/?$/.test(path);
}
