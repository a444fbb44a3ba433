/** Calls that answer a request for good, and paths on which a second one follows. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { typeField } from '../match/catalogue.js';
import { staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt, excludeEachOther, tryAround } from '../flow/conditions.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { runsWithin, textOfNode } from '../flow/loops.js';
import { canEndWithout, whatFollows } from '../flow/paths.js';
import { handlerOf } from './layers.js';

/** A call after which the request has its answer. */
export interface Answer {
  readonly node: Call;
  /** `sends`: the response itself. `fails`: `next(err)`, which leads to the error handler. `passesOn`: `next()`, or a middleware called by hand, after which another handler answers. `helper`: a function that always answers. */
  readonly how: 'sends' | 'fails' | 'passesOn' | 'helper';
  /** It sends nothing of its own: `res.end()`. */
  readonly bare: boolean;
}

/** Two answers on one path. */
export interface DoubleAnswer {
  /** Those after which control goes on; more than one where they all lead to the same second one. */
  readonly firsts: readonly Answer[];
  /** The answer, or the `throw` that makes the framework answer, which comes after them. */
  readonly second: Answer | Node;
  /** The first ones stand in a callback, and the second one in the function around it. */
  readonly inCallback: boolean;
}

/** What a call answers; `undefined` for anything that does not answer for sure, unknown calls included. */
export function answerAt(analysis: Analysis, call: Call): Answer | undefined {
  const callee = memberOfCall(analysis, call);
  const args = argumentsOf(call);
  if (handsOn(analysis, args)) return { node: call, how: 'passesOn', bare: false };
  if (callee) {
    const { respond, passesError, passesOn } = callee.member;
    // With a callback, `render` hands the text over and sends nothing.
    if (respond?.sends) return respond.how === 'render' && isFunction(args.at(-1)) ? undefined : { node: call, how: 'sends', bare: respond.sends === 'withBody' && args.length === 0 && isPlain(call) };
    if (respond || passesError === undefined || callee.receiver === undefined || asMember(calleeOf(call))) return undefined;
    if (isNothing(args[0])) return passesOn && callee.certain ? { node: call, how: 'passesOn', bare: false } : undefined;
    return staticString(args[0]) === undefined ? { node: call, how: 'fails', bare: false } : undefined;
  }
  const fn = calledFunction(analysis, call);
  return fn && alwaysAnswers(analysis, fn) ? { node: call, how: 'helper', bare: false } : undefined;
}

/** `authenticate(req, res, next)`: a middleware that is called by hand. */
function handsOn(analysis: Analysis, args: readonly Node[]): boolean {
  const [request, response, next] = args;
  if (args.length !== 3 || request?.type !== 'Identifier' || response?.type !== 'Identifier' || next?.type !== 'Identifier') return false;
  const value = analysis.valueOf(next as Expression);
  return value.kind === 'library' && value.certain && typeField(value.library, value.type, 'call')?.passesOn === true;
}

/** `res.end()`, not `res.status(204).end()` */
function isPlain(call: Call): boolean {
  return !isCall(unwrap(asMember(calleeOf(call))?.object ?? calleeOf(call)));
}

function isNothing(argument: Node | undefined): boolean {
  if (!argument) return true;
  const inner = unwrap(argument as Expression);
  return (inner.type === 'Literal' && inner.value === null) || (inner.type === 'Identifier' && inner.name === 'undefined');
}

/** Does a function answer on every path by which it comes to its end? */
export function alwaysAnswers(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('alwaysAnswers', fn, false, () => {
    const isAnswer = (call: Call): boolean => {
      const how = answerAt(analysis, call)?.how;
      return how !== undefined && how !== 'passesOn';
    };
    return inside(moduleOf(fn).bindings.calls, fn, (call) => call).some((call) => enclosingFunction(call) === fn && isAnswer(call)) && !canEndWithout(analysis, fn, isAnswer);
  });
}

/** Every path of a module on which a request is answered twice, each first answer in one of them at most. Cost: its calls are resolved, once. */
export function doubleAnswersOf(analysis: Analysis, module: Module): DoubleAnswer[] {
  const answers = module.bindings.calls.flatMap((call) => answerAt(analysis, call) ?? []);
  const bySecond = new Map<Answer | Node, { firsts: Answer[]; inCallback: boolean }>();
  for (const first of answers) {
    if (first.how === 'passesOn') continue;
    const found = secondOf(analysis, first, answers);
    if (!found) continue;
    const known = bySecond.get(found.second);
    if (known?.inCallback === found.inCallback) known.firsts.push(first);
    else if (!known) bySecond.set(found.second, { firsts: [first], inCallback: found.inCallback });
  }
  return [...bySecond].map(([second, { firsts, inCallback }]) => ({ firsts, second, inCallback }));
}

/** The next answer that follows another one for sure: in its own function, or, where that is a callback that runs within a call, in the function around it. */
function secondOf(analysis: Analysis, first: Answer, answers: readonly Answer[]): { second: Answer | Node; inCallback: boolean } | undefined {
  let from: Node = first.node;
  for (let fn = enclosingFunction(from); fn; fn = enclosingFunction(from)) {
    const inCallback = from !== first.node;
    const pieces = whatFollows(analysis, from).flatMap((piece) => (piece.again ? [] : [piece.node]));
    const isNext = (node: Node): boolean => enclosingFunction(node) === fn && pieces.some((piece) => isWithin(node, piece)) && followsForSure(first.node, node, inCallback);
    const second = inside(answers, fn, (each) => each.node).find((each) => !(each.bare && first.how !== 'fails') && isNext(each.node) && ofOneRequest(first, each)) ?? (inCallback ? undefined : thrownAfter(analysis, fn, isNext));
    if (second) return { second, inCallback };
    const around = runsWithin(analysis, fn)?.call;
    if (!around) return undefined;
    from = around;
  }
  return undefined;
}

/**
 * Does nothing but the early exits before it, on which the first answer has no influence, keep control from coming to the second node?
 * @param strictly not even those
 */
function followsForSure(first: Node, second: Node, strictly: boolean): boolean {
  const passed = conditionsAt(first);
  const wanted = conditionsAt(second);
  if (excludeEachOther(passed, wanted)) return false;
  const own = wanted.filter((condition) => !passed.some((each) => each.test === condition.test));
  const mayDiffer = passed.some(({ test }) => isOfEnvironment(test));
  return own.every((condition) => (!mayDiffer && isOfEnvironment(condition.test)) || (!strictly && condition.exit !== undefined && !mayDepend(condition.test))) && !isInOtherLoop(first, second);
}

/** `process.env.TESTING`: where it holds, it does so for every request. */
function isOfEnvironment(test: Expression): boolean {
  const names = new Set<string>();
  walk(test, (node) => {
    if (node.type === 'Identifier' && (parentOf(node)?.type !== 'MemberExpression' || asMember(parentOf(node))?.object === node)) names.add(node.name);
    return undefined;
  });
  return names.size === 1 && names.has('process');
}

/** Asks whether something was sent, or a variable that is written more than once. */
function mayDepend(test: Expression): boolean {
  const { bindings } = moduleOf(test);
  let depends = /headersSent|headerSent|writableEnded|writableFinished|\bfinished\b|\bsent\b|closed|destroyed/.test(textOfNode(test) ?? 'sent');
  walk(test, (node) => {
    if (node.type === 'Identifier' && !(variableOf(bindings, node)?.constant ?? true) && parentOf(node)?.type !== 'MemberExpression') depends = true;
    return !depends;
  });
  return depends;
}

/** A loop's body may run for nothing. */
function isInOtherLoop(first: Node, second: Node): boolean {
  for (let at = parentOf(second); at && !isFunction(at); at = parentOf(at)) if (/^(?:For|While)/.test(at.type) && !isWithin(first, at)) return true;
  return false;
}

/** Two objects that answer are not one request's; what leads to the error handler is. */
function ofOneRequest(first: Answer, second: Answer): boolean {
  const [one, other] = [rootOf(first), rootOf(second)];
  return one === undefined || other === undefined || one === other;
}

function rootOf({ node, how }: Answer): string | undefined {
  if (how !== 'sends') return undefined;
  let current = calleeOf(node);
  for (;;) {
    if (current.type === 'MemberExpression') current = unwrap(current.object);
    else if (isCall(current)) current = calleeOf(current);
    else return current.type === 'Identifier' ? current.name : undefined;
  }
}

/** A `throw` that leaves a handler, of a framework whose error handler then answers. */
function thrownAfter(analysis: Analysis, fn: FunctionNode, isNext: (node: Node) => boolean): Node | undefined {
  const thrown = inside(moduleOf(fn).bindings.nodes.get('ThrowStatement') ?? [], fn, (node) => node).find((node) => !tryAround(node) && isNext(node));
  const registration = thrown && handlerOf(analysis, fn)?.registration;
  return registration?.certain && registration.shape.params.includes('Next') && !registration.shape.returnsBody ? thrown : undefined;
}
