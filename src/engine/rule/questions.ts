/** The questions that rules ask of a file, in their words. */
import type { Node } from '../syntax/ast.js';
import { argumentsOf, type Call, calleeOf, enclosingFunction, type Expression, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { functionName, lastName, parameterName, parametersOf } from '../syntax/names.js';
import { moduleOf } from '../modules/parse.js';
import path from 'node:path';
import { type ControllerPlace, controllerAround as placeOf, type ControllerOptions, type InjectedClient, injectedClients as clientsOf } from '../facts/controllers.js';
import { unboundedListsOf, type UncappedSize, uncappedSizesOf } from '../facts/pages.js';
import { type PasswordFault, passwordFaultsOf } from '../facts/passwords.js';
import { type Query, queriesOf } from '../facts/queries.js';
import { callsOf, type Reached, reachOf, reachOfCall } from '../facts/reach.js';
import { isStartUp, repetitionOf } from '../facts/repetition.js';
import { iterationOf, type Loop } from '../flow/loops.js';
import { type Leak, leaksOf } from '../facts/errors.js';
import type { Analysis } from '../flow/analysis.js';
import type { File } from './file.js';

/** All queries of the file, where they are executed. */
export function queries(file: File): readonly Query[] {
  return queriesOf(file.analysis, file.module);
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
  for (const { node } of callsOf(analysis, module)) {
    const reached = reachOfCall(analysis, node);
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

function mayIterate(call: Call): boolean {
  return isCall(call) && call.type === 'CallExpression';
}

/** The collection that a node runs once per element of. */
export function repetition(file: File, node: Node, query?: Query): Loop | undefined {
  return repetitionOf(file.analysis, node, query);
}

/** Does a node run only while the process starts? */
export function startsUp(file: File, node: Node): boolean {
  return isStartUp(file.analysis, node);
}

/** The controller that a node belongs to. */
export function controllerAround(file: File, node: Node, options: ControllerOptions): ControllerPlace | undefined {
  return placeOf(file.analysis, node, options);
}

export function injectedClients(file: File, options: ControllerOptions): InjectedClient[] {
  return clientsOf(file.analysis, file.module, options);
}

export interface RequestedSize extends UncappedSize {
  /** The largest page that settings allow, as text. */
  readonly max: string;
  /** The edit that keeps the size between 1 and the maximum. */
  readonly clamp: { readonly start: number; readonly end: number; readonly text: string };
}

/** Sizes that the client chooses without a cap. */
export function sizesFromRequest(file: File): RequestedSize[] {
  const max = String(file.settings.maxPageSize ?? 100);
  return uncappedSizesOf(file.analysis, file.module).map((size) => {
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
    const statement = next === undefined ? undefined : statementOf(leak.response.node);
    if (next === undefined || !statement || leak.helper !== undefined || leak.response.how === 'error') return leak;
    const text = `${statement.type === 'ReturnStatement' ? 'return ' : ''}${next}(${leak.error});`;
    return { ...leak, passOn: { next, edit: { start: statement.start, end: statement.end, text } } };
  });
}

/** The name of the parameter by which the handler around a node passes errors on. */
function nextAround(analysis: Analysis, node: Node): string | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const at = parametersOf(fn).findIndex((_, index) => {
      const value = analysis.parameterValueAt(fn, index);
      return value.kind === 'library' && value.library.types[value.type]?.call?.passesError !== undefined;
    });
    if (at >= 0) return parameterName(fn, at);
  }
  return undefined;
}

function statementOf(node: Node): Node | undefined {
  const parent = parentOf(wrapped(node));
  return parent?.type === 'ExpressionStatement' || parent?.type === 'ReturnStatement' ? parent : undefined;
}

/** `per \`order\` of \`orders\``, as far as the code has names for it. */
export function describeLoop(loop: Loop): string {
  if (loop.element !== undefined && loop.collection !== undefined && loop.element !== loop.collection) return `per \`${loop.element}\` of \`${loop.collection}\``;
  if (loop.element !== undefined) return `per \`${loop.element}\``;
  return loop.collection === undefined ? 'per element' : `per element of \`${loop.collection}\``;
}

/** `` `loadItems` (items.ts:12) queries `Item.findMany` ``: the evidence that is not in plain sight. */
export function describeReach(name: string, reached: Reached): string {
  const { query } = reached;
  const module = moduleOf(query.node);
  const line = module.text.slice(0, query.node.start).split('\n').length;
  return `\`${name}\` (which reaches \`${query.name}\` at ${path.basename(module.path)}:${String(line)})`;
}

