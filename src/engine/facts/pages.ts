/** How many rows a list may give: sizes that a client chooses without a cap, and lists with no size at all. */
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentAt, argumentsOf, calleeOf, isCall, isWithin, unwrap } from '../syntax/ast.js';
import { keyName, lastName, staticString, textOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import { isBounded, isBoundedRequest } from './bounds.js';
import { handlerAround } from './layers.js';
import { statementsOf } from './dictated.js';
import { type Query, slotNodes } from './queries.js';
import { callsOf } from './reach.js';
import { NO_PARAMETERS, type Parameters, parametersOf } from './writtenColumns.js';

export interface UncappedSize {
  readonly node: Node;
  /** The request value as the code calls it. */
  readonly value: string;
  /** The query, as messages name it. */
  readonly query: string;
  /** The node is an object that holds the size, made elsewhere: no bound can be put around it. */
  readonly whole?: true;
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
      if (!argument || !handlerAround(analysis, call)) continue;
      const path = [...argument.path, ...sink.path];
      const handed = handedSize(analysis, argument.node, path);
      if (!handed) {
        // Where others cap what they hand in, this call is the place to say so.
        const origin = path.length > 0 && sizeOfCallers(analysis, fn, sink.index, sink.path, 0) === 'capped' ? originsOf(analysis, argument.node, options(analysis, false), path).find((each) => isUncappedRequest(analysis, each)) : undefined;
        if (origin) found.push({ node: argument.node, value: nameOfOrigin(origin, argument.node), query: sink.query, whole: true });
        continue;
      }
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
    for (const query of statementsOf(analysis, module)) {
      if (!query.cache && query.rows === 'many') for (const size of sizesOf(analysis, query)) found.set(size, query.name);
    }
    for (const call of libraryCallsOf(analysis, module)) for (const size of laterSizes(analysis, call)) if (!found.has(size)) found.set(size, nameOfBuilder(analysis, call));
    for (const node of module.bindings.nodes.get('TemplateLiteral') ?? []) {
      const text = textOf(node);
      if (text !== undefined && SQL.test(text)) for (const size of sqlSizes(analysis, node, NO_PARAMETERS, 3)) if (!found.has(size)) found.set(size, 'LIMIT');
    }
    return [...found].map(([size, query]) => ({ size, query }));
  });
}

/** The sizes that a call sets on a builder which runs elsewhere: `this.query = this.query.limit(limit)`. */
function laterSizes(analysis: Analysis, call: Call): Expression[] {
  const callee = memberOfCall(analysis, call);
  if (callee?.library.kind !== 'database') return [];
  return (callee.member.step?.size ?? []).flatMap((slot) => slotNodes(analysis, call, slot)).filter((node): node is Expression => node.type !== 'SpreadElement');
}

function nameOfBuilder(analysis: Analysis, call: Call): string {
  const receiver = memberOfCall(analysis, call)?.receiver;
  return [receiver?.model?.name, receiver?.steps[0]?.name ?? lastName(calleeOf(call))].filter((part) => part !== undefined).join('.');
}

/** Text that is SQL, or a clause of it. */
const SQL = /\bselect\b[\s\S]*\bfrom\b|\border\s+by\b|\bwhere\b[\s\S]*=|^\s*(?:limit|fetch)\b|\boffset\b/i;

/** The size expressions of a query, those in its SQL among them. */
export function sizesOf(analysis: Analysis, query: Query): Expression[] {
  const found = query.sizes.filter((node): node is Expression => node.type !== 'SpreadElement');
  return query.sqlNode ? [...found, ...sqlSizes(analysis, query.sqlNode, parametersOf(analysis, query))] : found;
}

/** What stands after `LIMIT` and its like: something filled in, or a placeholder. `LIMIT a, b` takes `b` rows. */
const SQL_SIZE = /\b(?:limit|top|fetch\s+(?:first|next))\s*(?:toInteger\s*)?(?:\(\s*)?(?:(?:\0|\?|\$\d+|[:@][a-z_]\w*)\s*,\s*)?(\0|\?|[$:](\d+)|[$:@]([a-z_]\w*))(?!\w|\s*,)/gi;

/** `LIMIT ${n}`, also in a fragment that is put into the text, and `LIMIT $1` or `LIMIT :size` with its parameter. */
function sqlSizes(analysis: Analysis, node: Node, parameters: Parameters, depth = 0): Expression[] {
  const { text, filled } = sqlParts(node);
  const found = [...text.matchAll(SQL_SIZE)].flatMap((match) => {
    const [, place, number, name] = match;
    const before = text.slice(0, match.index + match[0].length - (place ?? '').length);
    if (place === '\0') return filled[before.split('\0').length - 1] ?? [];
    if (name !== undefined) return parameters.named(name) ?? [];
    return parameters.listed[number === undefined ? before.split('?').length - 1 : Number(number) - 1] ?? [];
  });
  if (depth > 2) return found;
  const fragments = filled.flatMap((each) => (found.includes(each) ? [] : originsOf(analysis, each, { callers: false }).map((origin) => origin.node)));
  const whole = text === '\0' ? parameters : NO_PARAMETERS;
  return [...found, ...fragments.flatMap((each) => (/Template|Literal/.test(each.type) && moduleOf(each) === moduleOf(node) ? sqlSizes(analysis, each, whole, depth + 1) : []))];
}

/** SQL text with a NUL where each expression is filled in. */
export function sqlParts(node: Node): { readonly text: string; readonly filled: readonly Expression[] } {
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
  return { callers, fields: true, clean: (node, path) => isBounded(analysis, node, path) };
}

interface SizeParameter {
  readonly index: number;
  readonly path: readonly string[];
  readonly query: string;
}

/** The parameters (or fields of them) of a function that become a list's size with no cap on the way. */
function sizeParameters(analysis: Analysis, fn: FunctionNode): readonly SizeParameter[] {
  return analysis.ofParameters<SizeParameter>('sizeParameters', fn, () => {
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

/**
 * The expression that hands a size over: the argument itself, the property of an object literal, or that of a literal from which a call makes
 * the argument (`Command.create({ limit })`). A whole object says nothing.
 */
function handedSize(analysis: Analysis, argument: Expression, path: readonly string[]): { node: Expression; rest: readonly string[] } | undefined {
  const [name, ...rest] = path;
  const inner = unwrap(argument);
  if (name === undefined) return { node: argument, rest: [] };
  if (isCall(inner)) {
    if (!originsOf(analysis, inner, options(analysis, false), path).some((origin) => isUncappedRequest(analysis, origin))) return undefined;
    const literals = argumentsOf(inner).flatMap((each) => (each.type === 'ObjectExpression' ? [each] : []));
    return literals.map((each) => handedSize(analysis, each, path)).find((each) => each !== undefined);
  }
  if (inner.type !== 'ObjectExpression') return undefined;
  const property = inner.properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === name);
  return property?.type === 'Property' ? handedSize(analysis, property.value, rest) : undefined;
}

function nameOfOrigin(origin: Origin, size: Expression): string {
  const named = origin.path.findLast((name) => name !== '*');
  if (named !== undefined) return named;
  const inner = unwrap(size);
  return inner.type === 'Identifier' ? inner.name : 'the value';
}
