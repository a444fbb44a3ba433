/** How long work that is tried again waits, how often it is tried, and whether that can help. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type Node, type NodeOf, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { functionName, hasName, lastName, parametersOf, propertyName } from '../syntax/names.js';
import { walk, walkOwn } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { type Condition, conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { ATTEMPT, type Attempts, attemptsOf, nameOf, shown } from './attempts.js';

export interface BackoffFault {
  readonly kind: 'noDelay' | 'constantDelay' | 'unbounded' | 'hopeless';
  readonly attempts: Attempts;
  /** The time that is waited before each attempt. */
  readonly delay?: Expression;
  /** The test or the error that says that trying again does not help. */
  readonly hopeless?: Node;
}

/** Statuses of the 4xx that may be another one later. */
const TEMPORARY = new Set([408, 409, 412, 421, 423, 425, 429]);
const PERMANENT = /(?:Validation|BadRequest|NotFound|Unauthori[sz]ed|Forbidden|Unprocessable\w*|Zod|Syntax|InvalidArgument|Authori[sz]ation|Authentication)(?:Error|Exception)?$/;
const WAITS = /^(?:sleep|delay|wait|pause|snooze|nap|setTimeout|timeout|backoff|backOff)(?:[A-Z_].*)?$|(?:Sleep|Delay|Wait|Backoff|BackOff)$/;
/** Lines of a log and of measurements, which do not wait. */
const WATCHES = /log|console|info|warn|debug|error|trace|metric|sentry|capture|report|span|record|emit/i;
/** What is to stay connected is connected again for as long as it takes. */
const LASTING = /connect|subscri|listen|stream|watch|consum|socket|start|boot|init/i;

/** The attempts of a module that wait too little, or go on too long. */
export function backoffFaultsOf(analysis: Analysis, module: Module): BackoffFault[] {
  return attemptsOf(analysis, module).flatMap((attempts) => faultOf(analysis, attempts) ?? []);
}

function faultOf(analysis: Analysis, attempts: Attempts): BackoffFault | undefined {
  const hopeless = hopelessIn(analysis, attempts);
  if (hopeless) return { kind: 'hopeless', attempts, hopeless };
  const delay = delayOf(analysis, attempts);
  if (delay === 'none') return isSecondAndLast(analysis, attempts) ? undefined : { kind: 'noDelay', attempts };
  if (delay !== 'unknown' && delay !== 'grows') return { kind: 'constantDelay', attempts, delay };
  return isBounded(analysis, attempts) || isLasting(attempts) ? undefined : { kind: 'unbounded', attempts };
}

/** The time before the next attempt, where it is the same each time. */
function delayOf(analysis: Analysis, attempts: Attempts): 'none' | 'grows' | 'unknown' | Expression {
  const waits: (Expression | 'unknown')[] = [];
  const gather = (code: Node): void => walk(code, (node) => {
    if (node === attempts.tried || node === attempts.node) return false;
    const wait = isCall(node) ? waitOf(analysis, node) : undefined;
    if (wait) waits.push(wait);
    return undefined;
  });
  const timer = attempts.timer ?? timerAround(attempts);
  if (timer) waits.push(argumentsOf(timer)[1] as Expression);
  else gather(attempts.failing);
  // A function that calls itself may wait before it begins.
  if (waits.length === 0 && attempts.fn?.body) gather(attempts.fn.body);
  if (waits.length === 0 && waitsFirst(attempts.tried)) return 'unknown';
  if (waits.length === 0) return 'none';
  // Beside a time that is stated, what else is waited for counts for nothing.
  const times = waits.flatMap((wait) => (wait === 'unknown' ? [] : [wait]));
  const each = times.map((wait) => kindOf(wait, attempts));
  if (each.includes('grows')) return 'grows';
  const [first] = times;
  return first && each.every((kind) => kind === 'constant') ? first : 'unknown';
}

/** `setTimeout(async () => { try { … } catch { again(); } }, delay)` in the function that calls itself. */
function timerAround({ node, fn }: Attempts): Call | undefined {
  for (let child: Node = node, parent = parentOf(child); parent && child !== fn; child = parent, parent = parentOf(child)) {
    if (isFunction(child) && isCall(parent) && lastName(calleeOf(parent)) === 'setTimeout' && argumentsOf(parent).length > 1) return fn && parent;
  }
  return undefined;
}

/** What a call waits for; `undefined` for one that waits for nothing but its own work. */
function waitOf(analysis: Analysis, call: Call): Expression | 'unknown' | undefined {
  const callee = calleeOf(call);
  const name = nameOf(call);
  const args = argumentsOf(call);
  if (memberOfCall(analysis, call)?.library.kind === 'retry') return 'unknown';
  if (WAITS.test(name)) {
    if (isFunction(args[0]) && !isInPromise(call)) return undefined;
    const time = name === 'setTimeout' && (isFunction(args[0]) || args.length > 1) && !isPromised(call) ? args[1] : args[0];
    return time && time.type !== 'SpreadElement' && !isFunction(time) ? (time as Expression) : 'unknown';
  }
  if (call.type === 'NewExpression' || parentOf(call)?.type !== 'AwaitExpression') return undefined;
  // What is waited for here may well wait by itself.
  return WATCHES.test(shown(callee)) ? undefined : 'unknown';
}

/** `if (attempt > 0) await sleep(…)` at the head of what is attempted. */
function waitsFirst(tried: Node): boolean {
  let found = false;
  walkOwn(tried, (node) => {
    if (isCall(node) && WAITS.test(nameOf(node)) && !isFunction(argumentsOf(node)[0])) found = true;
    return !found;
  });
  return found;
}

/** `new Promise((resolve) => setTimeout(() => resolve(), 1000))`; any other timer with a function of its own only watches the work. */
function isInPromise(call: Call): boolean {
  const executor = enclosingFunction(call);
  const made = executor && parentOf(executor);
  return made?.type === 'NewExpression' && lastName(made.callee) === 'Promise';
}

/** `setTimeout(ms)` of `node:timers/promises`. */
function isPromised(call: Call): boolean {
  const callee = calleeOf(call);
  const [definition] = callee.type === 'Identifier' ? (variableOf(moduleOf(callee).bindings, callee)?.definitions ?? []) : [];
  return definition?.kind === 'import' && definition.source.endsWith('timers/promises');
}

type Change = 'constant' | 'grows' | 'unknown';

function worse(one: Change, other: Change): Change {
  return one === 'grows' || other === 'grows' ? 'grows' : one === 'unknown' ? one : other;
}

/** A field that some method of the module counts up or sets anew: `this.attempts++`. */
function isChanged(member: NodeOf<'MemberExpression'>): boolean {
  const name = propertyName(member);
  return name !== undefined && (moduleOf(member).bindings.members.get(name) ?? []).some((each) => {
    const holder = parentOf(each);
    return holder?.type === 'UpdateExpression' || (holder?.type === 'AssignmentExpression' && holder.left === each && holder.operator !== '=');
  });
}

/** Does a time grow (or change at all) from one attempt to the next? Only what can be read tells. */
function kindOf(time: Expression, attempts: Attempts, depth = 0): Change {
  const inner = unwrap(time);
  const { bindings } = moduleOf(inner);
  const region = attempts.fn?.body ?? attempts.failing;
  let kind: Change = 'constant';
  walk(inner, (node) => {
    if (isCall(node)) {
      if (/^Math\.(?:min|max|round|floor|ceil|abs|trunc)$|^(?:Number|parseInt)$/.test(shown(calleeOf(node)))) return undefined;
      kind = /^Math\.(?:pow|random|exp)$/.test(shown(calleeOf(node))) ? 'grows' : kind === 'grows' ? 'grows' : 'unknown';
      if (!mentionsCounter(node, attempts)) return undefined;
      kind = 'grows';
      return undefined;
    }
    const member = asMember(parentOf(node));
    if (node.type === 'ThisExpression' && member && isChanged(member)) kind = 'grows';
    if (node.type !== 'Identifier' || (member?.property === node && !member.computed)) return undefined;
    const variable = variableOf(bindings, node);
    const [only] = variable?.definitions ?? [];
    if (!variable || !only || kind === 'grows') return undefined;
    if (attempts.counters.has(variable)) kind = 'grows';
    else if (variable.definitions.length > 1) kind = 'unknown';
    else if (only.kind === 'value' && isWithin(only.from, region)) kind = depth < 3 ? worse(kind, kindOf(only.from, attempts, depth + 1)) : 'unknown';
    else if (only.kind === 'caught' || (only.kind === 'parameter' && isWithin(only.parameter, region))) kind = 'unknown';
    return undefined;
  });
  return kind;
}

function mentionsCounter(node: Node, { counters }: Attempts): boolean {
  let found = false;
  walk(node, (each) => {
    if (each.type === 'Identifier' && counters.has(variableOf(moduleOf(each).bindings, each))) found = true;
    return !found;
  });
  return found;
}

/** Is there an end to the attempts: a test of the loop, or one behind which it is left, that compares a number? */
function isBounded(analysis: Analysis, attempts: Attempts): boolean {
  const { node, fn, failing } = attempts;
  const asks = (test: Expression): boolean => isLimit(analysis, test, attempts);
  if (fn) return conditionsAt(node).some(({ test }) => asks(test)) || hasLimitedExit(fn.body ?? fn, asks);
  if (!isCall(node) && node.test && asks(node.test)) return true;
  return hasLimitedExit(failing, asks);
}

/** `if (attempt >= 5) throw err;`, `if (attempt < 5) { …; continue; }` */
function hasLimitedExit(code: Node, asks: (test: Expression) => boolean): boolean {
  let found = false;
  walkOwn(code, (node) => {
    if (/^(?:Throw|Return|Break|Continue)Statement$/.test(node.type) && conditionsAt(node).some(({ test }: Condition) => isWithin(test, code) && asks(test))) found = true;
    else if (isCall(node) && /^(?:reject|exit|abort)$/.test(nameOf(node)) && conditionsAt(node).some(({ test }) => isWithin(test, code) && asks(test))) found = true;
    return !found;
  });
  return found;
}

/** A comparison of numbers, a counter by itself, or a question about anything but the error: `attempt < 5`, `--left`, `Date.now() > end`, `signal.aborted`. */
function isLimit(analysis: Analysis, test: Expression, attempts: Attempts): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression') return isLimit(analysis, inner.left, attempts) || isLimit(analysis, inner.right, attempts);
  if (inner.type === 'UnaryExpression') return isLimit(analysis, inner.argument, attempts);
  if (inner.type === 'BinaryExpression') return /^[<>]=?$/.test(inner.operator) ? !asksError(analysis, inner.left as Expression) : /^[!=]==?$/.test(inner.operator) && mentionsCounter(inner, attempts);
  if (inner.type === 'Identifier') {
    const variable = variableOf(moduleOf(inner).bindings, inner);
    return attempts.counters.has(variable) && !variable?.definitions.some((each) => 'from' in each && isWithin(each.from, attempts.tried));
  }
  return inner.type === 'UpdateExpression' || (isCall(inner) && !asksError(analysis, inner)) || (inner.type === 'MemberExpression' && !asksError(analysis, inner));
}

/** Is a caught error, or a part of one, all that is asked about? */
function asksError(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return asksError(analysis, inner.object);
  if (isCall(inner)) return argumentsOf(inner).some((argument) => argument.type !== 'SpreadElement' && asksError(analysis, argument as Expression)) || (asMember(calleeOf(inner)) !== undefined && asksError(analysis, calleeOf(inner)));
  return analysis.valueOf(inner).kind === 'caught';
}

function isLasting({ node, tried }: Attempts): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (isFunction(at) && LASTING.test(functionName(at) ?? '')) return true;
  return LASTING.test(textAt(tried));
}

/** One more attempt at once, and no third one. */
function isSecondAndLast(analysis: Analysis, { node, fn }: Attempts): boolean {
  if (fn) return parametersOf(fn).some((parameter) => parameter.type === 'AssignmentPattern' && parameter.right.type === 'Literal' && parameter.right.value === 1 && ATTEMPT.test(shown(parameter.left)));
  const test = isCall(node) ? undefined : node.test && unwrap(node.test);
  if (test?.type !== 'BinaryExpression') return false;
  const limit = analysis.valueOf(test.right);
  return limit.kind === 'literal' && typeof limit.value === 'number' && (test.operator === '<' ? limit.value <= 2 : test.operator === '<=' && limit.value <= 1);
}

/** What says that the next attempt fails like the last one: the status or class of the error that is tried again, or one that the attempt itself throws. */
function hopelessIn(analysis: Analysis, attempts: Attempts): Node | undefined {
  const next: Node[] = isCall(attempts.node) ? [attempts.node] : [];
  walkOwn(attempts.failing, (node) => {
    if (node === attempts.tried) return false;
    if (node.type === 'ContinueStatement' || (isCall(node) && WAITS.test(nameOf(node)))) next.push(node);
    return undefined;
  });
  for (const node of next) {
    const conditions = conditionsAt(node).filter(({ test }) => isWithin(test, attempts.failing));
    const told = conditions.find(({ test, holds }) => holds && isPermanent(test));
    if (told) return told.test;
  }
  return thrownForGood(attempts);
}

/** `throw new NotFoundError()` in the attempt itself, where the `catch` does not look at what it caught. */
function thrownForGood({ tried, failing }: Attempts): Node | undefined {
  const attempt = parentOf(tried);
  const clause = attempt?.type === 'TryStatement' ? attempt.handler : undefined;
  const name = clause?.param?.type === 'Identifier' ? clause.param.name : undefined;
  if (!clause || !isWithin(clause, failing) || asksAbout(clause.body, name)) return undefined;
  let found: Node | undefined;
  walkOwn(tried, (node) => {
    if (node.type === 'ThrowStatement' && isCall(node.argument) && PERMANENT.test(lastName(calleeOf(node.argument)) ?? '')) found ??= node;
    return found === undefined && node.type !== 'TryStatement';
  });
  return found;
}

/** Does a test in some code, or a function that it calls, have a look at a variable? */
function asksAbout(code: Node, name: string | undefined): boolean {
  let found = false;
  if (name !== undefined) walk(code, (node) => {
    const test = node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : node.type === 'SwitchStatement' ? node.discriminant : undefined;
    if (test && hasName(textOfNode(test) ?? name, name, true)) found = true;
    return !found;
  });
  return found;
}

/** `err.status === 404`, `err instanceof ValidationError` */
function isPermanent(test: Expression): boolean {
  const inner = unwrap(test);
  if (inner.type === 'LogicalExpression' && inner.operator === '||') return isPermanent(inner.left) && isPermanent(inner.right);
  if (inner.type !== 'BinaryExpression') return false;
  if (inner.operator === 'instanceof') return PERMANENT.test(lastName(inner.right) ?? '');
  const status = unwrap(inner.right);
  return /^===?$/.test(inner.operator) && /status(?:Code)?$/i.test(lastName(inner.left) ?? '') && status.type === 'Literal' && typeof status.value === 'number' && status.value >= 400 && status.value < 500 && !TEMPORARY.has(status.value);
}
