/** Guards that ask for a role at a time when nobody knows who asks. */
import type { Analysis } from '../flow/analysis.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type Node, calleeOf, isCall, parentOf } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import { chainOf } from './chains.js';
import { type DecoratedRoute, decoratedRoutesOf, decoratedRoutesOfClass, surroundingsOf } from './guards.js';
import { registeredOn } from './mounts.js';
import { precedes } from './order.js';
import { asksForRole, findsOut, isHandler, mayFindOut, mayFindOutIn } from './roleGuards.js';
import { type Registering, registeringsOf, scopesOf } from './routes.js';
import { partsOf } from './steps.js';

export interface GuardFault {
  readonly node: Expression;
  /** `before`: what finds out who asks comes later; `afterHandler`: the handler has answered already; `without`: nothing finds out. */
  readonly kind: 'before' | 'afterHandler' | 'without';
  /** What finds out, or the handler, where there is one. */
  readonly other?: Expression;
}

/** The guards of a module that ask for a role too early, too late, or of somebody whom nothing finds; none where the way cannot be seen. */
export function guardFaultsOf(analysis: Analysis, module: Module): GuardFault[] {
  const found = new Map<Node, GuardFault>();
  const registerings = registeringsOf(analysis, module).filter(({ library, method }) => library.chain !== undefined && method !== 'plug');
  const faults = [
    ...registerings.flatMap((each) => (each.method === 'use' ? onRouter(analysis, each) : onRoute(analysis, each))),
    ...decoratedRoutesOf(analysis, module).flatMap((route) => onMethod(analysis, route, module)),
    ...onApp(analysis, module),
  ];
  for (const fault of faults) if (moduleOf(fault.node) === module && !found.has(fault.node)) found.set(fault.node, fault);
  return [...found.values()];
}

/** `app.get('/admin', authorize('admin'), authenticate, list)` */
function onRoute(analysis: Analysis, route: Registering): GuardFault[] {
  const handler = route.steps.at(-1);
  const before = route.steps.at(-2);
  if (!handler) return [];
  if (before && asksForRole(analysis, handler) && isHandler(analysis, before)) return [{ node: handler, kind: 'afterHandler', other: before }];
  const guards = route.steps.slice(0, -1).filter((step) => asksForRole(analysis, step));
  if (guards.length === 0) return [];
  const chain = chainOf(analysis, route);
  const steps = chain.steps.map(({ node }) => node);
  const isSeen = chain.whole && steps.every((step) => findsOut(analysis, step) === undefined) && !partsOf(analysis, handler).functions.some(mayFindOutIn);
  return guards.flatMap((guard) => faultOf(analysis, guard, steps.slice(0, steps.indexOf(guard)), steps.slice(steps.indexOf(guard) + 1), isSeen));
}

/** `router.use(authorize('admin')); router.use(authenticate);` */
function onRouter(analysis: Analysis, route: Registering): GuardFault[] {
  const guard = route.steps.find((step) => asksForRole(analysis, step));
  if (!guard || route.library.chain !== 'order') return [];
  const chain = chainOf(analysis, route);
  const earlier = [...chain.steps.map(({ node }) => node).filter((step) => !route.steps.includes(step)), ...route.steps.slice(0, route.steps.indexOf(guard))];
  const beside = scopesOf(analysis, route.receiver).flatMap((scope) => registeredOn(analysis, scope)).filter((each) => each.method === 'use' && each.call !== route.call && (route.paths.length === 0 || each.paths.length === 0)).flatMap(({ steps }) => steps);
  const later = [...route.steps.slice(route.steps.indexOf(guard) + 1), ...beside];
  return faultOf(analysis, guard, earlier, later, chain.whole && [...earlier, ...later].every((step) => findsOut(analysis, step) === undefined));
}

/** What is wrong with a guard, from the steps before it and after it. `isSeen`: all of them are known not to find out who asks. */
function faultOf(analysis: Analysis, guard: Expression, earlier: readonly Expression[], later: readonly Expression[], isSeen: boolean): GuardFault[] {
  if (earlier.some((step) => mayFindOut(analysis, step))) return [];
  const other = later.find((step) => findsOut(analysis, step) === 'certain' && comesLater(analysis, guard, step));
  if (other) return [{ node: guard, kind: 'before', other }];
  return isSeen ? [{ node: guard, kind: 'without' }] : [];
}

function comesLater(analysis: Analysis, guard: Node, other: Node): boolean {
  return moduleOf(guard) === moduleOf(other) && (areBeside(guard, other) ? guard.start < other.start : precedes(analysis, guard, other) === true);
}

/** Do two expressions stand in one list, or among the arguments of one call? */
export function areBeside(one: Node, other: Node): boolean {
  const holder = parentOf(one);
  return holder !== undefined && holder === parentOf(other) && (holder.type === 'ArrayExpression' || isCall(holder));
}

/** `@UseGuards(RolesGuard, JwtGuard)` */
function onMethod(analysis: Analysis, route: DecoratedRoute, module: Module): GuardFault[] {
  // Guards of a class that it extends may hold for it, too.
  const at = route.owner.superClass ? -1 : route.guards.findIndex((guard) => asksForRole(analysis, guard));
  const node = route.guards[at];
  if (!node) return [];
  const app = surroundingsOf(analysis, module);
  const around = [...app.guards, ...app.middleware.filter(({ before }) => before(route)).map((each) => each.node)];
  if ([...around, ...route.guards.slice(0, at)].some((each) => mayFindOut(analysis, each))) return [];
  const other = route.guards.slice(at + 1).find((guard) => findsOut(analysis, guard) === 'certain');
  if (other) return [{ node, kind: 'before', other }];
  const isSeen = app.whole && [...around, ...route.guards].every((guard) => findsOut(analysis, guard) === undefined) && !mayFindOutIn(route.fn) && !bringsAuthentication(route);
  return isSeen ? [{ node, kind: 'without' }] : [];
}

/** Is there a decorator that may bring authentication along: `@Auth()`, `@ApiBearerAuth()`? */
function bringsAuthentication({ decorators }: DecoratedRoute): boolean {
  return decorators.some((each) => /auth|protect|secure|jwt|session|login/i.test(String(lastName(isCall(each) ? calleeOf(each) : each))));
}

/** A guard of every route that asks for a role, in an app whose controllers find out one by one: it runs before theirs. */
function onApp(analysis: Analysis, module: Module): GuardFault[] {
  // Cheap: who puts guards before all routes says so by one of a few names.
  if (!guardWords(analysis).some((name) => module.bindings.identifiers.has(name) || module.bindings.members.has(name))) return [];
  const app = surroundingsOf(analysis, module);
  const at = app.guards.findIndex((guard) => moduleOf(guard) === module && asksForRole(analysis, guard));
  const node = app.guards[at];
  if (!node || !app.whole || [...app.guards.slice(0, at), ...app.middleware.map((each) => each.node)].some((each) => mayFindOut(analysis, each))) return [];
  const later = [...app.guards.slice(at + 1), ...app.controllers.flatMap((owner) => decoratedRoutesOfClass(analysis, owner)).flatMap(({ guards }) => guards)];
  const other = later.find((guard) => findsOut(analysis, guard) === 'certain');
  return other ? [{ node, kind: 'before', other }] : [];
}

/** The names by which frameworks put guards before all routes. */
function guardWords(analysis: Analysis): readonly string[] {
  const { catalogue } = analysis;
  return catalogue.derived('guardWords', () => [...catalogue.named()].flatMap(([name, member]) => (member.guardToken || member.guards === 'all' ? [name] : [])));
}
