/** The calls by which an app is put together: routes, middleware, mounted routers and plugins, in any file. */
import { type Library, type Member, libraries } from '#catalog';
import { slotValue } from '../match/slots.js';
import { typeField } from '../match/catalogue.js';
import type { Module } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isFunction, unwrap } from '../syntax/ast.js';
import { propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { type Maker, makersOf } from '../flow/makers.js';
import { addressOf } from './paths.js';

/** One such call. */
export interface Registering {
  readonly call: Call;
  readonly library: Library;
  readonly member: Member;
  /** HTTP method in lower case, `*` for any, `use` for what stands before routes, `plug` for a plugin. */
  readonly method: string;
  /** The addresses that it speaks of; none where it speaks of all below its receiver. */
  readonly paths: readonly string[];
  /** What it is called on. */
  readonly receiver: Expression;
  /** What it puts there, in the order in which that runs. The last of a route is its handler. */
  readonly steps: readonly Expression[];
  /** Does the call itself set a limit for the route? */
  readonly isLimited: boolean;
}

/** Every such call of a module, in source order. */
export function registeringsOf(analysis: Analysis, module: Module): readonly Registering[] {
  return analysis.once<readonly Registering[]>('registerings', module, [], () =>
    module.bindings.calls.flatMap((call) => {
      const found = registeringOf(analysis, call);
      return found ? [found] : [];
    }),
  );
}

/** The names by which any framework registers something: what a call is called rules most of them out. */
const NAMES = new Set(
  libraries.flatMap(({ kind, types }) => (kind === 'framework' ? Object.values(types).flatMap(({ members = {} }) => Object.entries(members).flatMap(([name, member]) => (member.route || member.plugs ? [name] : []))) : [])),
);

function registeringOf(analysis: Analysis, call: Call): Registering | undefined {
  const callee = asMember(calleeOf(call));
  return callee && call.type === 'CallExpression' && NAMES.has(propertyName(callee) ?? '') ? read(analysis, call, callee.object) : undefined;
}

function read(analysis: Analysis, call: Call, receiver: Expression): Registering | undefined {
  const callee = memberOfCall(analysis, call);
  if (callee?.library.kind !== 'framework' || !callee.receiver) return undefined;
  const { library, member } = callee;
  const rest = { call, library, member, receiver };
  if (member.plugs) {
    const plugin = slotValue(call, member.plugs.plugin) as Expression | undefined;
    const prefix = member.plugs.prefix && addressOf(analysis, slotValue(call, member.plugs.prefix));
    return plugin && { ...rest, method: 'plug', paths: prefix === undefined ? [] : [prefix], steps: [plugin], isLimited: false };
  }
  const { route } = member;
  // What handles errors, other ends or parameters stands in nobody's way.
  if (!route || (route.shape !== undefined && route.shape !== 'middleware')) return undefined;
  const method = typeof route.method === 'string' ? route.method : (staticString(slotValue(call, route.method)) ?? '*').toLowerCase();
  const paths = route.path ? addressesOf(analysis, slotValue(call, route.path)) : [];
  const steps = [
    ...(route.middlewareSlots ?? []).flatMap((slot) => valuesIn(analysis, call, slot)),
    ...(route.handlers === undefined ? [] : argumentsOf(call).slice(route.handlers).flatMap((argument) => elementsOf(analysis, argument)).filter((each) => isStep(analysis, each, paths.length > 0 && route.path?.length === 1 ? argumentsOf(call)[route.path[0]] : undefined))),
    ...(route.handlerSlots ?? []).flatMap((slot) => valuesIn(analysis, call, slot)),
  ];
  return { ...rest, method: method === 'all' ? '*' : method, paths, steps, isLimited: route.limitSlots?.some((slot) => slotValue(call, slot) !== undefined) ?? false };
}

/** `'/a'`, `['/a', '/b']` */
function addressesOf(analysis: Analysis, node: Node | undefined): string[] {
  if (!node) return [];
  const inner = unwrap(node as Expression);
  const found = inner.type === 'ArrayExpression' ? inner.elements.map((element) => (element ? addressOf(analysis, element) : undefined)) : [addressOf(analysis, inner)];
  return found.filter((each) => each !== undefined);
}

function valuesIn(analysis: Analysis, call: Call, slot: readonly [number, ...string[]]): Expression[] {
  const node = slotValue(call, slot);
  return node ? elementsOf(analysis, node) : [];
}

/** The elements of a list, written in place or named, lists in it taken apart too; anything else is its own element. */
function elementsOf(analysis: Analysis, node: Node, depth = 0): Expression[] {
  const inner = unwrap((node.type === 'SpreadElement' ? node.argument : node) as Expression);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element && depth < 4 ? elementsOf(analysis, element, depth + 1) : []));
  const value = inner.type === 'Identifier' || inner.type === 'MemberExpression' ? analysis.valueOf(inner) : undefined;
  return value?.kind === 'array' && depth < 4 ? value.elements.flatMap((element) => (element ? elementsOf(analysis, element, depth + 1) : [])) : [inner];
}

/** Texts and options among the arguments run nothing. */
function isStep(analysis: Analysis, node: Expression, path: Node | undefined): boolean {
  if (path && node.start >= path.start && node.end <= path.end) return false;
  if (isFunction(node)) return true;
  return node.type !== 'Literal' && node.type !== 'TemplateLiteral' && node.type !== 'ObjectExpression' && analysis.valueOf(node).kind !== 'literal';
}

/** The apps, routers and plugins that an expression may stand for: their makers, or the plugin functions that are handed one. */
export function scopesOf(analysis: Analysis, node: Expression): readonly Node[] {
  return makersOf(analysis, node).flatMap((maker) => {
    const scope = scopeOf(analysis, maker);
    return scope ? [scope] : [];
  });
}

function scopeOf(analysis: Analysis, { node, path, parameter }: Maker): Node | undefined {
  if (path.length > 0) return undefined;
  if (parameter) return parameter.fn;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const value = analysis.valueOf(node);
  return value.kind === 'library' && value.library.kind === 'framework' ? node : undefined;
}

/** Is a scope a whole server, so that requests come to it from outside? */
export function isServer(analysis: Analysis, scope: Node): boolean {
  if (isFunction(scope)) return false;
  const value = analysis.valueOf(scope as Expression);
  return value.kind === 'library' && typeField(value.library, value.type, 'serves') === true;
}
