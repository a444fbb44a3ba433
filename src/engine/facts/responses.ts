/** What the app sends to its clients: bodies, views, redirects, messages, and errors that are made to be sent. */
import type { ResponseShape, Slot } from '#catalog';
import { memberOf } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { lookUp, referencesOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type Node, type NodeOf, argumentsOf, asMember, awaited, calleeOf, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { bindingsOf, keyName, lastName, parametersOf, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { runsWithin } from '../flow/loops.js';
import { returnsOf } from '../flow/trace.js';
import { handlersOf } from './layers.js';

export interface Response {
  readonly node: Node;
  readonly how: ResponseShape['how'] | 'return' | 'fields';
  /** The expressions that reach the client. */
  readonly body: readonly Expression[];
  /** The library hands an error object that is the whole body on to its own error handler (`reply.send(err)`). */
  readonly passesErrors: boolean;
}

/** Every answer in a module, in helpers and middleware too. */
export function responsesOf(analysis: Analysis, module: Module): readonly Response[] {
  return analysis.once<readonly Response[]>('responses', module, [], () => {
    const found: Response[] = [];
    for (const call of module.bindings.calls) {
      const response = answer(analysis, call) ?? madeError(analysis, call);
      if (response) found.push(response);
    }
    for (const node of module.bindings.nodes.get('AssignmentExpression') ?? []) {
      if (node.type !== 'AssignmentExpression' || node.operator !== '=') continue;
      const target = asMember(node.left);
      const object = target && analysis.valueOf(target.object);
      const name = target && propertyName(target);
      const how = object?.kind === 'library' && name !== undefined ? memberOf(object.library, object.type, name)?.assigns : undefined;
      if (how) found.push({ node, how, body: [node.right], passesErrors: false });
    }
    for (const handler of handlersOf(analysis, module)) {
      const { returnsBody } = handler.registration.shape;
      if (!returnsBody) continue;
      const how = returnsBody === 'fields' ? 'fields' : 'return';
      for (const returned of returnsOf(handler.fn)) if (!isAnswer(analysis, returned)) found.push({ node: returned, how, body: [returned], passesErrors: false });
    }
    return found;
  });
}

function answer(analysis: Analysis, call: Call): Response | undefined {
  const callee = memberOfCall(analysis, call);
  if (callee?.member.respond) {
    const { body, how } = callee.member.respond;
    return { node: call, how, body: bodies(call, body), passesErrors: callee.member.passesError !== undefined };
  }
  const name = lastName(calleeOf(call));
  if (name !== undefined && analysis.options.names.responseMethods.includes(name)) return { node: call, how: 'json', body: argumentsOf(call).filter((each) => each.type !== 'SpreadElement') as Expression[], passesErrors: false };
  return undefined;
}

/** `throw new HttpException(text, 500)`, `next(createError(500, text))`, the app's own error classes that carry a status. */
function madeError(analysis: Analysis, call: Call): Response | undefined {
  const callee = memberOfCall(analysis, call);
  const shape = callee?.member.httpError;
  if (isCaughtAgain(analysis, call)) return undefined;
  if (shape) {
    if (call.type === 'NewExpression' && !isSent(call)) return undefined;
    const status = typeof shape.status === 'number' ? shape.status : shape.status ? numberIn(analysis, call, shape.status) : undefined;
    if (shape.masks5xx && (status ?? 500) >= 500) return undefined;
    return { node: call, how: 'error', body: [...bodies(call, shape.body), ...textsAmongOptions(call, shape.body)], passesErrors: false };
  }
  if (callee || call.type !== 'NewExpression' || !isSent(call)) return undefined;
  const value = analysis.valueOf(calleeOf(call));
  if (value.kind !== 'class' || !carriesStatus(analysis, value.node)) return undefined;
  return { node: call, how: 'error', body: argumentsOf(call).flatMap((each) => (each.type === 'SpreadElement' ? [] : withoutCause(each as Expression))), passesErrors: false };
}

/** `{ cause: err }` are the options of `Error` itself: the cause stays with the server. */
function withoutCause(argument: Expression): Expression[] {
  const options = unwrap(argument);
  const isCause = (each: Node): boolean => each.type === 'Property' && keyName(each.key, each.computed) === 'cause';
  if (options.type !== 'ObjectExpression' || !options.properties.some(isCause)) return [argument];
  return options.properties.flatMap((each) => (isCause(each) ? [] : [each.type === 'SpreadElement' ? each.argument : each.value]));
}

/** Thrown in a `try` of the same function whose `catch` keeps it: what goes to the client is said there. */
function isCaughtAgain(analysis: Analysis, call: Call): boolean {
  let child = parentOf(awaited(call));
  if (child?.type !== 'ThrowStatement') return false;
  for (let parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    if (parent.type === 'TryStatement' && child === parent.block && parent.handler) return !passesOn(parent.handler);
    if (!isFunction(parent)) continue;
    // A callback that runs at once, if whoever waits for it stands in the `try`.
    const around = runsWithin(analysis, parent)?.call;
    if (!around || parentOf(wrapped(around))?.type !== 'AwaitExpression') return false;
    parent = around;
  }
  return false;
}

/** Does a `catch` throw its error again, or hand it on whole to something else than a log? */
function passesOn({ param, body }: NodeOf<'CatchClause'>): boolean {
  if (param?.type !== 'Identifier') return false;
  const { bindings } = moduleOf(param);
  const variable = lookUp(bindings, body, param.name);
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => {
    const holder = parentOf(wrapped(reference));
    return holder?.type === 'ThrowStatement' || holder?.type === 'ReturnStatement' || (isCall(holder) && calleeOf(holder) !== reference && !isLog(holder));
  });
}

function isLog(call: Call): boolean {
  return asMember(calleeOf(call)) !== undefined && /^(?:log|info|warn|error|debug|trace|fatal|captureException)$/.test(lastName(calleeOf(call)) ?? '');
}

/** The whole of `err.response.data || err.message`, whose parts are one value to the client. */
export function choiceAround(node: Node): Node {
  let current = wrapped(node);
  for (let parent = parentOf(current); parent?.type === 'LogicalExpression' || (parent?.type === 'ConditionalExpression' && parent.test !== current); parent = parentOf(current)) current = wrapped(parent);
  return current;
}

/** Is an error that a call makes thrown, passed to `next`, rejected with or returned? What is only logged is not. */
export function isSent(call: Call): boolean {
  const node = choiceAround(awaited(call));
  const holder = parentOf(node);
  if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return isSentByName(holder.id);
  if (isCall(holder) && isLog(holder)) return false;
  return holder?.type === 'ThrowStatement' || holder?.type === 'ReturnStatement' || holder?.type === 'ArrowFunctionExpression' || (isCall(holder) && calleeOf(holder) !== node);
}

/** Does a function only give the error that a call makes, so that its caller has to send it? */
export function isGiven(call: Node): boolean {
  const holder = parentOf(choiceAround(call));
  return holder?.type === 'ReturnStatement' || holder?.type === 'ArrowFunctionExpression';
}

/** `const failure = new ApiError(500, text); return next(failure);` */
function isSentByName(id: NodeOf<'Identifier'>): boolean {
  const { bindings } = moduleOf(id);
  const variable = lookUp(bindings, id, id.name);
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => {
    const holder = parentOf(wrapped(reference));
    return holder?.type === 'ThrowStatement' || (isCall(holder) && calleeOf(holder).type === 'Identifier' && calleeOf(holder) !== reference);
  });
}

/** Does a class of the app (or a base of it) extend `Error` and carry an HTTP status? */
function carriesStatus(analysis: Analysis, node: ClassNode, depth = 0): boolean {
  if (!node.superClass || depth > 5) return false;
  const base = analysis.valueOf(node.superClass);
  const isError = base.kind === 'foreign' && (lastName(node.superClass) ?? '').endsWith("Error");
  if (base.kind === 'class' ? !carriesStatus(analysis, base.node, depth + 1) && !extendsError(analysis, base.node) : base.kind === 'member' ? base.member.httpError === undefined : base.kind === 'library' || !isError) return false;
  if (base.kind === 'class' && carriesStatus(analysis, base.node, depth + 1)) return true;
  if (base.kind === 'member' && base.member.httpError) return true;
  // The status of a response that was received is none that is sent.
  if (node.body.body.some((member) => member.type === 'PropertyDefinition' && /^(?:raw)?response(?:Body|Data)?$/i.test(keyName(member.key, member.computed) ?? ''))) return false;
  // `class ApiError extends Error { code }`: the app's handler makes a status of it.
  const carries = /(?:Api|Http|Rest|Rpc)(?:Error|Exception)$/i.test(node.id?.name ?? '') ? STATUS_OR_CODE : STATUS;
  return node.body.body.some((member) => {
    if (member.type === 'PropertyDefinition') return carries.test(keyName(member.key, member.computed) ?? '');
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return false;
    return parametersOf(member.value).some((parameter) => bindingsOf(parameter).some((binding) => carries.test(binding.identifier.name)));
  });
}

function extendsError(analysis: Analysis, node: ClassNode, depth = 0): boolean {
  if (!node.superClass || depth > 5) return false;
  const base = analysis.valueOf(node.superClass);
  return base.kind === 'class' ? extendsError(analysis, base.node, depth + 1) : (lastName(node.superClass) ?? '').endsWith("Error");
}

const STATUS = /^(?:http)?_?status(?:Code)?$/i;
const STATUS_OR_CODE = /^(?:(?:http)?_?status(?:Code)?|code)$/i;

function numberIn(analysis: Analysis, call: Call, slot: Slot): number | undefined {
  const node = slotValue(call, slot);
  const value = node ? analysis.valueOf(node as Expression) : undefined;
  return value?.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
}

function bodies(call: Call, slots: readonly Slot[]): Expression[] {
  return slots.flatMap((slot) => {
    const node = slotValue(call, slot);
    return node && node.type !== 'SpreadElement' ? [node as Expression] : [];
  });
}

/** `new NotFoundException(body, text)`: where an options object is looked for, a plain text may stand as well. */
function textsAmongOptions(call: Call, slots: readonly Slot[]): Expression[] {
  return slots.flatMap(([position, ...path]) => {
    const argument = path.length > 0 ? argumentsOf(call)[position] : undefined;
    return argument && argument.type !== 'SpreadElement' && unwrap(argument as Expression).type !== 'ObjectExpression' ? [argument as Expression] : [];
  });
}

/** Is a returned expression an answer by itself (`return res.json(x)`, `return c.json(x)`), so that it is counted already? */
function isAnswer(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  return isCall(inner) && memberOfCall(analysis, inner)?.member.respond !== undefined;
}
