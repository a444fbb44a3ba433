/** Promises that a request handler waits for or starts, and whose rejection nobody catches. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { lastName, parameterName, propertyName } from '../syntax/names.js';
import { walk, walkOwn } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall, wrapsHandler } from '../flow/invocation.js';
import { tryAround } from '../flow/conditions.js';
import { registeredPlaces, type RegisteredPlace } from '../flow/registrations.js';

export interface UncaughtPromise {
  /** `awaited`: an `async` handler awaits it outside a `try`; `chain`: a chain of `then` that nothing catches. */
  readonly kind: 'awaited' | 'chain';
  readonly handler: FunctionNode;
  readonly place: RegisteredPlace;
  /** The promise. */
  readonly promise: Expression;
}

/** Promises in the file's handlers whose rejection reaches nobody, where the framework does not catch it either: the first awaited one a handler, and every chain. */
export function uncaughtPromisesOf(analysis: Analysis, module: Module): UncaughtPromise[] {
  const found: UncaughtPromise[] = [];
  for (const handler of module.bindings.functions) {
    if (!mayReject(module, handler)) continue;
    const awaited = handler.async ? uncaughtAwaits(analysis, handler)[0] : undefined;
    const chains = chainsIn(analysis, handler);
    if (!awaited && chains.length === 0) continue;
    const places = registeredPlaces(analysis, handler).filter(({ registration }) => registration.certain && registration.by === 'call' && leavesRejections(analysis, module, registration.library));
    const [any] = places;
    const bare = places.find((place) => place.wrappers.every(({ call, at }) => neverCatches(analysis, call, at)));
    if (awaited && bare) found.push({ kind: 'awaited', handler, place: bare, promise: awaited });
    for (const chain of chains) {
      // What the handler gives back, a wrapper may catch; what it only starts, nobody does.
      const place = chain.given ? bare : any;
      if (place && !(chain.given && handler.async && awaited)) found.push({ kind: 'chain', handler, place, promise: chain.promise });
    }
  }
  return found;
}

/** A look at the text that costs nothing: is anything awaited or chained here at all? */
function mayReject(module: Module, fn: FunctionNode): boolean {
  const hasAwait = fn.async && inside(module.bindings.nodes.get('AwaitExpression') ?? [], fn, (node) => node).length > 0;
  return hasAwait || inside(module.bindings.members.get('then') ?? [], fn, (node) => node).length > 0;
}

/** Does the framework, as this project has it, let what a handler rejects with go by? `false` where its version cannot be told. */
function leavesRejections(analysis: Analysis, module: Module, library: RegisteredPlace['registration']['library']): boolean {
  const { leavesRejections: leaves } = library;
  if (!leaves) return false;
  const major = majorOf(analysis.project.dependency(module, leaves.package));
  return major !== undefined && major <= leaves.upTo && !leaves.unless.some((name) => analysis.project.dependency(module, name) !== undefined);
}

/** The one major that a range of versions means (`^4.18.2`); `undefined` for a range of several, a tag or a path. */
export function majorOf(range: string | undefined): number | undefined {
  if (range === undefined || /\|\||[<>]| - |:/.test(range)) return undefined;
  const major = /^[\^~=v\s]*(\d+)(?:\.|$|[-x*])/.exec(range)?.[1];
  return major === undefined ? undefined : Number(major);
}

/** What an `async` function awaits with no `catch` around it, in source order. What a `catch` itself awaits is left out: the failure is being dealt with. */
function uncaughtAwaits(analysis: Analysis, fn: FunctionNode): Expression[] {
  const found: Expression[] = [];
  if (fn.body) walkOwn(fn.body, (node) => {
    if (node.type === 'AwaitExpression' && !isCaught(node, fn) && mayFail(analysis, node.argument)) found.push(node.argument);
    return undefined;
  });
  return found;
}

/** Does a node stand in a `try` that has a `catch`, or in the `catch` or `finally` of one, inside its function? */
function isCaught(node: Node, fn: FunctionNode): boolean {
  let child = node;
  for (let parent = parentOf(child); parent && child !== fn; child = parent, parent = parentOf(child)) {
    if (parent.type === 'CatchClause') return true;
    if (parent.type === 'TryStatement' && (child === parent.finalizer || (child === parent.block && parent.handler))) return true;
  }
  return false;
}

/** May an awaited expression reject? Not what catches its own failure, waits for a timer, or runs a function of the app that does so. */
function mayFail(analysis: Analysis, awaited: Expression): boolean {
  const inner = unwrap(awaited);
  if (inner.type === 'ConditionalExpression') return mayFail(analysis, inner.consequent) || mayFail(analysis, inner.alternate);
  if (!isCall(inner)) return inner.type !== 'Literal' && inner.type !== 'ObjectExpression';
  if (isHandled(inner)) return false;
  if (givesItsError(analysis, inner)) return false;
  const name = lastName(calleeOf(inner)) ?? '';
  if (name === 'Promise' && inner.type === 'NewExpression') return rejects(inner);
  const fn = calledFunction(analysis, inner);
  // What is seen of a function counts for more than what it is called.
  return fn?.body ? analysis.once('mayReject', fn, false, () => fails(analysis, fn)) : !SETTLES.test(name);
}

/** Is this a call of a library that tells a failure in what it gives (`const { data, error } = await supabase.from('orders').select()`), and that is not asked to throw? */
function givesItsError(analysis: Analysis, call: Call): boolean {
  for (let member = asMember(calleeOf(call)); member; ) {
    if (propertyName(member) === 'throwOnError') return false;
    const object = unwrap(member.object);
    const value = analysis.valueOf(object);
    if (value.kind === 'library') return value.library.resultError !== undefined && !value.steps.some(({ name }) => name === 'throwOnError');
    member = isCall(object) ? asMember(calleeOf(object)) : asMember(object);
  }
  return false;
}

/** Names of what never rejects where nobody can look into it: `allSettled`, timers, `next()`, and helpers that give the error as a value (`const [error, rows] = await to(load())`). */
const SETTLES = /^(?:allSettled|sleep|delay|wait|pause|setTimeout|setImmediate|nextTick|next|to|tryCatch|safeAwait)$/i;

/** Does a promise that is made by hand call its `reject`, or throw? */
function rejects(call: Call): boolean {
  const [executor] = argumentsOf(call);
  if (!executor || !isFunction(executor)) return true;
  const { bindings } = moduleOf(executor);
  const reject = bindings.scopes.get(executor)?.variables.get(parameterName(executor, 1) ?? '');
  return reject !== undefined && referencesOf(bindings, reject).length > 0;
}

/** May a call of a function of the app fail: by what it awaits or gives back uncaught, or by what it throws? */
function fails(analysis: Analysis, fn: FunctionNode): boolean {
  if (!fn.body) return true;
  if (fn.body.type !== 'BlockStatement') return mayFail(analysis, fn.body);
  if (uncaughtAwaits(analysis, fn).length > 0) return true;
  let found = false;
  walkOwn(fn.body, (node) => {
    if (node.type === 'ThrowStatement') found ||= !tryAround(node);
    else if (node.type === 'ReturnStatement' && node.argument && !isData(unwrap(node.argument))) found ||= mayFail(analysis, node.argument);
    return !found;
  });
  return found;
}

/** A returned value that is no promise: a name, a property, a text. What a name holds was awaited before, or is reported there. */
function isData(node: Expression): boolean {
  return !isCall(node) && node.type !== 'ConditionalExpression';
}

/** `….catch(fn)`, `….then(done, fn)`, in any place of the chain. */
function isHandled(call: Call): boolean {
  let current: Expression = call;
  while (isCall(current)) {
    const member = asMember(calleeOf(current));
    const method = member && propertyName(member);
    if (!member || method === undefined) return false;
    if (method === 'catch' || (method === 'then' && argumentsOf(current).length > 1)) return true;
    current = unwrap(member.object);
  }
  return false;
}

interface Chain {
  readonly promise: Expression;
  /** The handler gives it back, rather than only starting it. */
  readonly given: boolean;
}

/** Chains of `then` in a handler, or in callbacks inside it, that nothing catches, awaits or takes. */
function chainsIn(analysis: Analysis, handler: FunctionNode): Chain[] {
  return inside(moduleOf(handler).bindings.members.get('then') ?? [], handler, (node) => node).flatMap((member): Chain[] => {
    const call = parentOf(wrapped(member));
    if (!isCall(call) || calleeOf(call) !== member || !argumentsOf(call).some((argument) => isFunction(argument) || argument.type === 'Identifier')) return [];
    const whole = outermost(call);
    if (whole !== call && lastThen(whole) !== call) return [];
    if (isHandled(whole) || !answersOrIsPromise(analysis, member.object)) return [];
    let holder = parentOf(wrapped(whole));
    if (holder?.type === 'UnaryExpression' && holder.operator === 'void') holder = parentOf(wrapped(holder));
    if (holder?.type === 'ExpressionStatement') return [{ promise: whole, given: false }];
    const own = enclosingFunction(whole);
    const given = own === handler && (holder?.type === 'ReturnStatement' || (holder?.type === 'ArrowFunctionExpression' && holder === handler));
    return given ? [{ promise: whole, given: true }] : [];
  });
}

/** The whole chain that a call begins or goes on. */
function outermost(call: Call): Call {
  let current: Call = call;
  for (;;) {
    const member = parentOf(wrapped(current));
    const next = member?.type === 'MemberExpression' && unwrap(member.object) === current ? parentOf(wrapped(member)) : undefined;
    if (!isCall(next) || calleeOf(next) !== member) return current;
    current = next;
  }
}

/** The last `then` of a chain: the one that it is reported by. */
function lastThen(whole: Call): Call | undefined {
  let current: Expression = whole;
  while (isCall(current)) {
    const member = asMember(calleeOf(current));
    if (!member) return undefined;
    if (propertyName(member) === 'then') return current;
    current = unwrap(member.object);
  }
  return undefined;
}

/** What has a `then` is a promise, but for a library's own object of that name. */
function answersOrIsPromise(analysis: Analysis, receiver: Expression): boolean {
  const inner = unwrap(receiver);
  if (isCall(inner) && lastName(calleeOf(inner)) === 'allSettled') return false;
  return !isCall(inner) || mayFail(analysis, inner);
}

/** Is a wrapper known not to catch what its argument rejects with? `false` for one that catches, hands it on, or cannot be followed. */
function neverCatches(analysis: Analysis, call: Call, at: number): boolean {
  if (wrapsHandler(analysis, call) || memberOfCall(analysis, call)) return false;
  const fn = calledFunction(analysis, call);
  const name = fn && parameterName(fn, at);
  if (!fn || name === undefined) return false;
  let calls = 0;
  let catches = false;
  walk(fn, (node) => {
    if (node.type === 'CatchClause' || (node.type === 'MemberExpression' && propertyName(node) === 'catch')) catches = true;
    const definition = node.type === 'Identifier' && node.name === name ? variableOf(moduleOf(fn).bindings, node)?.definitions[0] : undefined;
    if (definition?.kind !== 'parameter' || definition.of !== fn) return !catches;
    const holder = parentOf(node);
    if (isCall(holder) && calleeOf(holder) === node) calls++;
    else if (isCall(holder)) catches = true;
    return !catches;
  });
  return calls > 0 && !catches;
}
