/** The questions that rules ask of a file, in their words. */
import type { Member } from '#catalog';
import { lookUp } from '../binding/scope.js';
import type { Node } from '../syntax/ast.js';
import { argumentsOf, type Call, calleeOf, enclosingFunction, type Expression, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { functionName, lastName, parameterName, parametersOf } from '../syntax/names.js';
import { lineOf, moduleOf } from '../modules/parse.js';
import path from 'node:path';
import { type ControllerPlace, controllerAround as controllerOf, type ControllerOptions, type InjectedClient, injectedClients as clientsOf, isOfOwnRepository as ofOwnRepository } from '../facts/controllers.js';
import { handlerAround } from '../facts/layers.js';
import { unboundedListsOf } from '../facts/lists.js';
import { type UncappedSize, uncappedSizesOf } from '../facts/pages.js';
import { passwordFaultsOf } from '../facts/passwords.js';
import type { PasswordFault } from '../facts/passwordValues.js';
import { dictatedOf } from '../facts/dictated.js';
import { type OverridingCall, overridingCallsOf, type Query, queriesOf } from '../facts/queries.js';
import { callsOf, type Reached, reachOf, reachOfCall } from '../facts/reach.js';
import { isNested, isStartUp, isTheSameEachTurn, repetitionOf, takesList } from '../facts/repetition.js';
import { iterationOf, type Loop } from '../flow/loops.js';
import { type Leak, leaksOf } from '../facts/errors.js';
import type { Analysis } from '../flow/analysis.js';
import type { Value } from '../flow/value.js';
import { typeField } from '../match/catalogue.js';
import type { File } from './file.js';

/** All queries of the file, where they are executed. */
export function queries(file: File): readonly Query[] {
  return queriesOf(file.analysis, file.module);
}

/** Calls of the app's own methods that stand in for a library's. */
export function overridingCalls(file: File): OverridingCall[] {
  return overridingCallsOf(file.analysis, file.module);
}

/** Statements that the file words itself and has a function of the app run: `query('SELECT …', [id])`. */
export function dictatedStatements(file: File): readonly Query[] {
  return dictatedOf(file.analysis, file.module);
}

/** A call (or a function handed to an iteration) that reaches queries in further functions. */
export interface ReachingCall {
  readonly node: Node;
  readonly name: string;
  readonly reached: readonly Reached[];
  /** The iteration that calls a function handed to it by name. */
  readonly loop?: Loop;
}

/** Every call of the file whose called function runs queries. */
export function reachingCalls(file: File): ReachingCall[] {
  const { analysis, module } = file;
  const found: ReachingCall[] = [];
  const ends = new Map(queriesOf(analysis, module).map((query) => [unwrap(query.node as Expression).start, query.node.end]));
  // `this.query().where(…)`: what only begins a query is part of it.
  const isBegun = (call: Call): boolean => (ends.get(call.start) ?? 0) > call.end && isBuilder(analysis.valueOf(call));
  for (const { node } of callsOf(analysis, module)) {
    const reached = isBegun(node) ? [] : reachOfCall(analysis, node);
    if (reached.length > 0) found.push({ node, name: lastName(calleeOf(node)) ?? 'the call', reached });
  }
  for (const call of module.bindings.calls) {
    argumentsOf(call).forEach((argument, at) => {
      const passed = argument.type === 'SpreadElement' ? undefined : unwrap(argument as Expression);
      if (!passed || isFunction(passed) || (passed.type !== 'Identifier' && passed.type !== 'MemberExpression')) return;
      const loop = mayIterate(call) ? iterationOf(analysis, call, at, undefined) : undefined;
      if (loop?.kind !== 'collection') return;
      const value = analysis.valueOf(passed);
      const reached = value.kind === 'function' ? reachOf(analysis, value.fn).filter((each) => each.needs.length === 0) : [];
      if (value.kind === 'function' && reached.length > 0) found.push({ node: passed, name: lastName(passed) ?? functionName(value.fn) ?? 'the callback', reached, loop });
    });
  }
  return found;
}

function isBuilder(value: Value): boolean {
  return value.kind === 'library' && typeField(value.library, value.type, 'lazy') !== undefined;
}

function mayIterate(call: Call): boolean {
  return isCall(call) && call.type === 'CallExpression';
}

/** The collection that a query, or a call that reaches some, runs once per element of. */
export function repetition(file: File, what: Query | ReachingCall): Loop | undefined {
  if (!('reached' in what)) return repetitionOf(file.analysis, what.node, { query: what });
  return what.loop ?? repetitionOf(file.analysis, what.node, { reached: what.reached });
}

/** Methods that give a figure of many rows, which one grouped query gives for all groups. */
const FIGURES = /count|sum|avg|average|min|max|aggregate|groupBy|resultSize/i;

/** What to do instead of one query a row, in the words of its library. `undefined` for a library that has none. */
export function describeRemedy(file: File, query: Query, node: Node, loop: Loop): string | undefined {
  if (query.access === 'read' && isTheSameEachTurn(node, loop)) return 'run it once before the loop: nothing in it changes from turn to turn';
  if (takesList(query) && query.filters.length === 0) return 'gather the rows of all turns, and hand them to one such call';
  const { remedy } = query.library;
  if (query.access === 'read' && query.rows === 'value' && FIGURES.test(query.method)) return remedy?.count ?? remedy?.read;
  return query.access === 'write' && isNested(file.analysis, query) ? (remedy?.nested ?? remedy?.write) : remedy?.[query.access];
}

/** Does a node run only while the process starts? */
export function startsUp(file: File, node: Node): boolean {
  return isStartUp(file.analysis, node);
}

/** The controller that a node belongs to; `undefined` in any other layer. What settings say of the file decides. */
export function controllerAround(file: File, node: Node, options: ControllerOptions): ControllerPlace | undefined {
  if (isOtherLayer(file, options)) return undefined;
  const place = controllerOf(file.analysis, node, options);
  const fn = place || file.layer !== 'controller' || handlerAround(file.analysis, node) ? undefined : enclosingFunction(node);
  return fn ? { owner: fn, name: `\`${functionName(fn) ?? 'a function'}\`, in a file of the controller layer` } : place;
}

/** A path never says `service`, `repository` or `middleware`: settings do. */
function isOtherLayer({ layer }: File, options: ControllerOptions): boolean {
  return layer === 'service' || layer === 'repository' || (layer === 'middleware' && !options.middleware);
}

/** Is a query asked of a repository of the app's own, that is, of a class that extends a library's? */
export function isOfOwnRepository(file: File, query: Query): boolean {
  return ofOwnRepository(file.analysis, query);
}

export function injectedClients(file: File, options: ControllerOptions): InjectedClient[] {
  return isOtherLayer(file, options) ? [] : clientsOf(file.analysis, file.module, options);
}

export interface RequestedSize extends UncappedSize {
  /** The largest page that settings allow, as text. */
  readonly max: string;
  /** The edit that keeps the size between 1 and the maximum. */
  readonly clamp?: { readonly start: number; readonly end: number; readonly text: string };
}

/** Sizes that the client chooses without a cap. */
export function sizesFromRequest(file: File): RequestedSize[] {
  const max = String(file.settings.maxPageSize ?? 100);
  return uncappedSizesOf(file.analysis, file.module).map((size) => {
    if (size.whole) return { ...size, max };
    const { start, end } = size.node;
    const text = file.module.text.slice(start, end);
    const holder = parentOf(size.node);
    const key = holder?.type === 'Property' && holder.shorthand ? `${text}: ` : '';
    return { ...size, max, clamp: { start, end, text: `${key}Math.min(Math.max(${text}, 1), ${max})` } };
  });
}

/** Lists with no size whose rows go to the client. */
export function queryLists(file: File, checkFiltered: boolean): Query[] {
  return unboundedListsOf(file.analysis, file.module, checkFiltered);
}

/** Passwords that are stored, digested or compared without a password hash. */
export function passwordFaults(file: File): PasswordFault[] {
  return passwordFaultsOf(file.analysis, file.module);
}

/** A leak, and how to pass the error on instead where the handler can. */
export interface FileLeak extends Leak {
  readonly passOn?: { readonly next: string; readonly edit: { readonly start: number; readonly end: number; readonly text: string } };
}

/** Caught errors that reach the client, each once a site. */
export function leaks(file: File): FileLeak[] {
  return leaksOf(file.analysis, file.module).map((leak) => {
    const next = nextAround(file.analysis, leak.node);
    const answer = leak.response.node;
    const place = placeOfAnswer(answer);
    if (next === undefined || !place || leak.helper !== undefined || leak.response.how === 'error' || !means(answer, leak.error, leak.source)) return leak;
    const end = place.type.endsWith('Statement') && file.module.text[place.end - 1] === ';' ? ';' : '';
    const text = `${place.type === 'ReturnStatement' ? 'return ' : ''}${next}(${leak.error})${end}`;
    return { ...leak, passOn: { next, edit: { start: place.start, end: place.end, text } } };
  });
}

/** The helper that sends an error, and where it was caught if that is another file: what is not in plain sight. */
export function describeLeak(file: File, { helper, source }: Leak): string {
  const module = moduleOf(source);
  const caught = module === file.module ? '' : ` (caught at ${placeOf(source)})`;
  return `${caught}${helper === undefined ? '' : ` through \`${helper}\``}`;
}

/** The name of the parameter by which the handler around a node passes errors on. */
function nextAround(analysis: Analysis, node: Node): string | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const at = parametersOf(fn).findIndex((_, index) => {
      const value = analysis.parameterValueAt(fn, index);
      return value.kind === 'library' && isNext(value.library.types[value.type]?.call);
    });
    if (at >= 0) return parameterName(fn, at);
  }
  return undefined;
}

/** Passes errors on and does nothing else: what may answer as well is no `next`. */
function isNext(call: Member | undefined): boolean {
  return call?.passesError !== undefined && call.respond === undefined;
}

/** The statement, or the whole body of an arrow function, that an answer is; `undefined` where it is part of something larger. */
function placeOfAnswer(answer: Node): Node | undefined {
  const node = wrapped(answer);
  const parent = parentOf(node);
  if (parent?.type === 'ArrowFunctionExpression' && parent.body === node) return node;
  return parent?.type === 'ExpressionStatement' || parent?.type === 'ReturnStatement' ? parent : undefined;
}

/** Does a name mean the error itself, as it was caught here, where a node stands? */
function means(node: Node, name: string, source: Node): boolean {
  const definitions = lookUp(moduleOf(node).bindings, node, name)?.definitions ?? [];
  return definitions.some((definition) => (definition.kind === 'caught' || definition.kind === 'parameter') && definition.binding.identifier === source && definition.binding.path.length === 0);
}

/** `per \`order\` of \`orders\``, as far as the code has names for it. */
export function describeLoop(loop: Loop): string {
  if (loop.element !== undefined && loop.collection !== undefined && loop.element !== loop.collection) return `per \`${loop.element}\` of \`${loop.collection}\``;
  if (loop.element !== undefined) return `per \`${loop.element}\``;
  return loop.collection === undefined ? 'per element' : `per element of \`${loop.collection}\``;
}

/** `` `loadItems` (items.ts:12) queries `Item.findMany` ``: the evidence that is not in plain sight. */
export function describeReach(name: string, reached: Pick<Reached, 'query'>): string {
  const { query } = reached;
  return `\`${name}\` (which reaches \`${query.name}\` at ${placeOf(query.node)})`;
}

/** `orders.service.ts:12` */
export function placeOf(node: Node): string {
  return `${shortPath(moduleOf(node).path)}:${String(lineOf(node))}`;
}

/** A file's name, with its folder where the name alone says nothing. */
function shortPath(file: string): string {
  const name = path.basename(file);
  return /^(?:index|route|page|internal|handler|controller|service|repository|model|utils?|data|\+server)\./.test(name) ? `${path.basename(path.dirname(file))}/${name}` : name;
}

