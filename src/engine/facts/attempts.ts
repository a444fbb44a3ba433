/** Work that is tried again after it has failed: loops around a `try`, and functions that call themselves where they have failed. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, type NodeOf, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { functionName, hasName, lastName, parametersOf, propertyName } from '../syntax/names.js';
import { walk, walkOwn } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { calledFunction } from '../flow/invocation.js';
import { loopsAround, textOfNode } from '../flow/loops.js';
import { waysOut, whatFollows } from '../flow/paths.js';

type LoopNode = NodeOf<'ForStatement' | 'WhileStatement' | 'DoWhileStatement'>;

/** Work that runs once more where it has failed. */
export interface Attempts {
  /** The loop, or the call by which a function runs itself again. */
  readonly node: LoopNode | Call;
  /** What is attempted. */
  readonly tried: Node;
  /** Where the code is that runs after a failure and before the next attempt; of a loop, all of its body but what is attempted. */
  readonly failing: Node;
  /** The call of a timer that starts the next attempt. */
  readonly timer?: Call;
  /** The function that calls itself. */
  readonly fn?: FunctionNode;
  /** The variables that tell one attempt from the next. */
  readonly counters: ReadonlySet<unknown>;
}

/** Code that waits until something is as it should be, or that hands out something new each time. */
const WAITING = /poll|wait_?(?:for|until)|until|generate|unique|random|acquire|lock/i;
/** Texts that are made anew for each attempt, so that it is another one. */
const DRAWN = /\b(?:random\w*|nanoid|uuid\w*|v4|generate\w*|customAlphabet|shortid|cuid\w*)\b\s*\(|Math\.random/i;
/** Another one was first: trying again at once, with what is there now, is what such an error asks for. */
const CONFLICT = /unique|duplicate|conflict|collision|P2002|P2034|11000|23505|40001|40P01|deadlock|seriali[sz]|optimistic|version|stale|Transient|UnknownTransaction|already|transaction|EADDRINUSE|\b409\b|\b412\b/i;
const RESULT = /\.ok\b|\bstatus(?:Code)?\b|\.success\b|\.isOk\b/;
/** What counts attempts is called so. */
export const ATTEMPT = /attempt|retr(?:y|ies)|tries/i;

/** The attempts of a module. Cost: a look at each loop and at each call in a `catch` or a rejection handler. */
export function attemptsOf(analysis: Analysis, module: Module): Attempts[] {
  if (isOfBrowser(module)) return [];
  const loops = (['ForStatement', 'WhileStatement', 'DoWhileStatement'] as const).flatMap((type) => (module.bindings.nodes.get(type) ?? []) as LoopNode[]);
  const found = [...loops.flatMap((loop) => triedInLoop(analysis, loop) ?? resultInLoop(analysis, loop) ?? []), ...module.bindings.calls.flatMap((call) => againByItself(analysis, call) ?? [])];
  return found.filter((each) => !isLeftAlone(each));
}

/** What renders, or says that it runs in a browser, has one user and no herd. */
function isOfBrowser({ path, text }: Module): boolean {
  return (/\.[jt]sx$/.test(path) && /<\/|\/>/.test(text)) || /^[ \t]*['"]use client['"]/m.test(text.slice(0, 500));
}

function isLeftAlone({ node, tried, failing }: Attempts): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (WAITING.test(functionName(fn) ?? '')) return true;
  const text = (part: Node): string => textAt(part);
  const conditions = conditionsAt(node).map(({ test }) => text(test));
  const rest = isWithin(tried, failing) ? text(failing).replace(text(tried), '') : text(failing);
  return DRAWN.test(text(tried)) || CONFLICT.test(rest) || conditions.some((each) => CONFLICT.test(each));
}

/** `while (…) { try { return await load(); } catch { … } }` */
function triedInLoop(analysis: Analysis, loop: LoopNode): Attempts | undefined {
  const counters = changedIn(loop);
  let attempt: NodeOf<'TryStatement'> | undefined;
  walkOwn(loop.body, (node) => {
    if (node.type === 'TryStatement' && node.handler) attempt ??= node;
    return attempt === undefined && !/^(?:For|While|DoWhile)/.test(node.type);
  });
  if (!attempt?.handler || !waits(attempt.block) || runsThrough(analysis, loop, attempt.block, counters)) return undefined;
  const comesRound = (part: Node): boolean => whatFollows(analysis, part).some(({ again }) => again);
  if (!comesRound(attempt.handler.body)) return undefined;
  if (goesRound(analysis, attempt) && !settles(loop, attempt.block)) return undefined;
  return { node: loop, tried: attempt.block, failing: loop.body, counters };
}

/** Does a success go on to the next turn as well? What a `throw` leads to is no success. */
function goesRound(analysis: Analysis, { block }: NodeOf<'TryStatement'>): boolean {
  const ways = waysOut(analysis, block);
  if (ways.continues.size > 0) return true;
  const last = block.body.at(-1);
  return ways.next && last !== undefined && whatFollows(analysis, last).some(({ again }) => again);
}

/** `while (attempt < 3) { const response = await fetch(url); if (response.ok) return response; … }` */
function resultInLoop(analysis: Analysis, loop: LoopNode): Attempts | undefined {
  const counters = changedIn(loop);
  if (!loop.test || !ATTEMPT.test(shown(loop.test)) || runsThrough(analysis, loop, loop.body, counters)) return undefined;
  let tried: Node | undefined;
  walkOwn(loop.body, (node) => {
    if (node.type === 'AwaitExpression' && isRequest(unwrap(node.argument))) tried ??= node;
    return tried === undefined;
  });
  return tried && leavesOnResult(loop.body) ? { node: loop, tried, failing: loop.body, counters } : undefined;
}

/** A request to another server, whose failure may be an answer: `fetch(url)`, `axios.get(url)`. */
function isRequest(node: Node): boolean {
  if (!isCall(node)) return false;
  const callee = calleeOf(node);
  const root = asMember(callee)?.object ?? callee;
  return root.type === 'Identifier' && /^(?:fetch|axios|got|ky|request|undici|httpService|http)$/.test(root.name);
}

/** Does a success that stands under a condition on the result leave the loop, or change what the loop asks for? */
function settles(loop: LoopNode, block: Node): boolean {
  if (leavesOnResult(block)) return true;
  let asked = false;
  if (loop.test) walk(loop.test, (node) => {
    if (node.type === 'Identifier' && variableOf(moduleOf(node).bindings, node)?.definitions.some((each) => 'from' in each && isWithin(each.from, block))) asked = true;
    return !asked;
  });
  return asked;
}

function leavesOnResult(code: Node): boolean {
  let found = false;
  walkOwn(code, (node) => {
    if ((node.type === 'ReturnStatement' || node.type === 'BreakStatement') && conditionsAt(node).some(({ test }) => isWithin(test, code) && RESULT.test(shown(test)))) found = true;
    return !found;
  });
  return found;
}

/** What a call calls, by its last name; nothing for one without a name. */
export function nameOf(call: Call): string {
  return lastName(calleeOf(call)) ?? '';
}

/** The source of a node, as far as it is short. */
export function shown(node: Node): string {
  return textOfNode(node) ?? '';
}

/** Is anything waited for in a piece of code, or a promise handed out? */
function waits(code: Node): boolean {
  let found = false;
  walkOwn(code, (node) => {
    if (node.type === 'AwaitExpression') found = true;
    return !found;
  });
  return found;
}

/** Does a loop run through a collection, or attempt something else each time: `hosts[i]`, `load(page)`? */
function runsThrough(analysis: Analysis, loop: LoopNode, tried: Node, counters: ReadonlySet<unknown>): boolean {
  const kind = loopsAround(analysis, loop.body)[0];
  if (kind?.node === loop && ['collection', 'batch', 'page', 'constant'].includes(kind.kind) && kind.collection !== undefined) return true;
  let found = false;
  walkOwn(tried, (node) => {
    if (node.type === 'Identifier' && counters.has(variableOf(moduleOf(node).bindings, node)) && isPartOfWork(node, tried)) found = true;
    return !found;
  });
  return found;
}

/** Is a counter used for more than a line of the log, a comparison or the time to wait? */
function isPartOfWork(node: Node, within: Node): boolean {
  for (let child = node, parent = parentOf(child); parent && child !== within; child = parent, parent = parentOf(child)) {
    if (parent.type === 'MemberExpression' && parent.computed && parent.property === child) return true;
    if (isCall(parent) && calleeOf(parent) !== child) {
      const name = shown(calleeOf(parent));
      return !/log|console|info|warn|debug|error|trace|metric|span|sleep|delay|wait|setTimeout|Error$|Date/i.test(name);
    }
  }
  return false;
}

/** The variables that a loop changes. */
function changedIn(loop: Node): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const { bindings } = moduleOf(loop);
  walkOwn(loop, (node) => {
    const target = node.type === 'UpdateExpression' ? node.argument : node.type === 'AssignmentExpression' ? node.left : undefined;
    if (target?.type === 'Identifier') found.add(variableOf(bindings, target));
    return undefined;
  });
  found.delete(undefined);
  return found;
}

/** `catch { return load(url, attempts - 1); }`, `load().catch(() => setTimeout(load, 1000))` */
function againByItself(analysis: Analysis, call: Call): Attempts | undefined {
  const timer = timerOf(call);
  const started = timer ?? call;
  const failed = failureAround(started);
  if (!failed) return undefined;
  const target = timer ? timedFunction(analysis, timer) : calledFunction(analysis, call);
  let fn = enclosingFunction(failed.at);
  while (fn && fn !== target) fn = enclosingFunction(fn);
  const inner = timer ? callInTimer(timer, fn, analysis) : call;
  if (!fn || !isSameWork(fn, inner)) return undefined;
  const counters = new Set<unknown>([...changedIn(fn), ...changedArguments(fn, inner)]);
  return { node: started, tried: failed.tried, failing: failed.code, fn, counters, ...(timer && { timer }) };
}

/** A call of `setTimeout` with a function. */
function timerOf(call: Call): Call | undefined {
  return lastName(calleeOf(call)) === 'setTimeout' && argumentsOf(call).length > 1 ? call : undefined;
}

function timedFunction(analysis: Analysis, timer: Call): FunctionNode | undefined {
  const [first] = argumentsOf(timer);
  if (!first || first.type === 'SpreadElement') return undefined;
  const inner = unwrap(first as Expression);
  if (isFunction(inner)) {
    const calls = inside(moduleOf(inner).bindings.calls, inner, (each) => each).filter((each) => enclosingFunction(each) === inner);
    return calls.map((each) => calledFunction(analysis, each)).find((each) => each && isWithin(timer, each));
  }
  const value = analysis.valueOf(inner);
  return value.kind === 'function' ? value.fn : undefined;
}

function callInTimer(timer: Call, fn: FunctionNode | undefined, analysis: Analysis): Call | undefined {
  return inside(moduleOf(timer).bindings.calls, timer, (each) => each).find((each) => each !== timer && calledFunction(analysis, each) === fn);
}

/** The `catch` or rejection handler around a call, and what failed before it. */
function failureAround(node: Node): { readonly at: Node; readonly tried: Node; readonly code: Node } | undefined {
  for (let child = node, parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    if (parent.type === 'CatchClause' && parent.parent?.type === 'TryStatement') return waits(parent.parent.block) ? { at: parent.parent, tried: parent.parent.block, code: parent.body } : undefined;
    if (!isFunction(child)) continue;
    const call = isCall(parent) ? parent : undefined;
    const member = call && asMember(calleeOf(call));
    const method = member && propertyName(member);
    if (call && member && ((method === 'catch' && argumentsOf(call)[0] === child) || (method === 'then' && argumentsOf(call)[1] === child))) return { at: call, tried: member.object, code: child };
    // What runs at once, or when the time is over: `new Promise(…).then(() => again())`.
    if (!call || (lastName(calleeOf(call)) !== 'Promise' && method !== 'then')) return undefined;
  }
  return undefined;
}

/** Is a function called with what it was given, but for counters and delays? */
function isSameWork(fn: FunctionNode, call: Call | undefined): boolean {
  if (!call) return true;
  const parameters = parametersOf(fn);
  return argumentsOf(call).every((argument, index) => {
    const parameter = parameters[index];
    const name = parameter?.type === 'Identifier' ? parameter.name : parameter?.type === 'AssignmentPattern' && parameter.left.type === 'Identifier' ? parameter.left.name : undefined;
    if (name === undefined) return false;
    const inner = unwrap(argument as Expression);
    if (inner.type === 'Identifier') return inner.name === name;
    if (inner.type === 'BinaryExpression' || inner.type === 'UpdateExpression' || isCall(inner)) return hasName(shown(inner), name) && (inner.type !== 'BinaryExpression' || /^[-+*]$|^\*\*$/.test(inner.operator));
    return false;
  });
}

/** The parameters that a call of the function itself changes. */
function changedArguments(fn: FunctionNode, call: Call | undefined): unknown[] {
  if (!call) return [];
  const { bindings } = moduleOf(fn);
  return parametersOf(fn).flatMap((parameter, index) => {
    const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const argument = argumentsOf(call)[index];
    return argument && pattern.type === 'Identifier' && unwrap(argument as Expression).type !== 'Identifier' ? [bindings.scopes.get(fn)?.variables.get(pattern.name)] : [];
  });
}
