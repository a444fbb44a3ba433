/** What runs before a route's handler, in the order in which its framework runs it. */
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type Node, asMember, calleeOf } from '../syntax/ast.js';
import { precedes } from './order.js';
import { addressOf, covers, isSame, joined } from './paths.js';
import { isHandedAway, mountsOf, registeredOn } from './mounts.js';
import { type Registering, isServer, scopesOf } from './routes.js';

/** One thing on the way to a handler. */
export interface Step {
  readonly node: Expression;
  /** Does it stand in the route's own call or that which mounts its router, or on a router or the app around it? */
  readonly own: boolean;
  readonly registering: Registering;
}

export interface Chain {
  /** From the app inwards. */
  readonly steps: readonly Step[];
  /** The addresses of the route, as far as they can be read. */
  readonly paths: readonly string[];
  /** Can the whole way from the server to the handler be seen? */
  readonly whole: boolean;
}

/** Routers inside one another. */
const DEEPEST = 6;

/** The way to a route's handler. */
export function chainOf(analysis: Analysis, route: Registering): Chain {
  return analysis.once<Chain>('chain', route, { steps: [], paths: [], whole: false }, () => {
    const own = route.steps.slice(0, -1).map((node) => ({ node, own: true, registering: route }));
    const paths = route.paths.length > 0 ? route.paths : [''];
    const around = climb(analysis, route, route.receiver, route.call, paths, 0);
    return { steps: [...around.steps, ...own], paths: around.paths, whole: around.whole };
  });
}

function climb(analysis: Analysis, route: Registering, receiver: Expression, site: Node, paths: readonly string[], depth: number): Chain {
  const scopes = new Set(scopesOf(analysis, receiver));
  if (scopes.size === 0 || depth > DEEPEST) return { steps: [], paths, whole: false };
  const chains = [...scopes].map((scope): Chain => {
    const prefix = prefixOf(analysis, scope);
    const here = paths.map((path) => joined(prefix, path));
    const before = registeredOn(analysis, scope).filter((each) => standsBefore(analysis, each, route, site, [...here, ...paths])).flatMap((each) => stepsOf(analysis, each, route, here, 0));
    const mounts = mountsOf(analysis, scope);
    if (mounts.length === 0) return { steps: before, paths: here, whole: isServer(analysis, scope) && !isHandedAway(analysis, scope) };
    const above = mounts.map((mount): Chain => {
      const around = climb(analysis, route, mount.receiver, mount.call, withPrefix(mount.paths, here), depth + 1);
      return { ...around, steps: [...around.steps, ...mount.before.map((node) => ({ node, own: true, registering: route }))] };
    });
    return { steps: [...above.flatMap(({ steps }) => steps), ...before], paths: above.flatMap((each) => each.paths), whole: above.every(({ whole }) => whole) };
  });
  return { steps: chains.flatMap(({ steps }) => steps), paths: chains.flatMap((each) => each.paths), whole: chains.every(({ whole }) => whole) };
}

function withPrefix(above: readonly string[], below: readonly string[]): string[] {
  return (above.length > 0 ? above : ['']).flatMap((one) => below.map((other) => joined(one, other)));
}

/** `new Router({ prefix: '/users' })`, `router.prefix('/users')` */
function prefixOf(analysis: Analysis, scope: Node): string | undefined {
  return analysis.once<string | undefined>('prefix', scope, undefined, () => {
    const calls = moduleOf(scope).bindings.calls.filter((call) => {
      if (call === scope) return true;
      const receiver = asMember(calleeOf(call));
      return receiver !== undefined && memberOfCall(analysis, call)?.member.prefix !== undefined && memberOfCall(analysis, call)?.member.returns === 'this' && scopesOf(analysis, receiver.object).includes(scope);
    });
    for (const call of calls) {
      const member = memberOfCall(analysis, call)?.member;
      // What hangs on another router is mounted there.
      const slot = call === scope && asMember(calleeOf(call)) && member?.returns !== 'this' ? undefined : member?.prefix;
      const found = slot && addressOf(analysis, slotValue(call, slot));
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

/** Does a call put something before a route? Where the order cannot be told, it counts. */
function standsBefore(analysis: Analysis, each: Registering, route: Registering, site: Node, paths: readonly string[]): boolean {
  if (each.call === site || each.call === route.call) return false;
  const isGeneral = each.method === 'use' || each.method === 'plug' || each.method === '*';
  if (!isGeneral && each.method !== route.method) return false;
  const sees = (address: string): boolean => (isGeneral && each.method !== 'plug' ? each.paths.length === 0 || each.paths.some((path) => covers(path, address)) : isGeneral || each.paths.some((path) => isSame(path, address)));
  if (!paths.some(sees)) return false;
  return each.library.chain === 'scope' || precedes(analysis, each.call, site) !== false;
}

/** What a call puts on the way: its own steps, and what the routers and plugins among them let requests pass through. */
function stepsOf(analysis: Analysis, registering: Registering, route: Registering, paths: readonly string[], depth: number): Step[] {
  return registering.steps.flatMap((node): Step[] => {
    const scopes = depth < 2 && (registering.method === 'use' || registering.method === 'plug') ? scopesOf(analysis, node).concat(pluginOf(analysis, node, registering)) : [];
    const step = { node, own: false, registering };
    if (scopes.length === 0) return [step];
    const inner = scopes.flatMap((scope) => registeredOn(analysis, scope).filter((each) => (each.method === 'use' || each.method === 'plug') && each.paths.length === 0 && each.call !== route.call));
    return [...(registering.method === 'plug' ? [step] : []), ...inner.flatMap((each) => stepsOf(analysis, each, route, paths, depth + 1))];
  });
}

function pluginOf(analysis: Analysis, node: Expression, { method }: Registering): Node[] {
  const value = method === 'plug' ? analysis.valueOf(node) : undefined;
  return value?.kind === 'function' ? [value.fn] : [];
}
