/** Which HTTP status an answer goes out with. */
import type { Library, Slot } from '#catalog';
import { type Variable, referencesOf, variableOf } from '../binding/scope.js';
import { memberOf, typeOf } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, memberOfClass, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { calledFunction, libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { onOnePath } from '../flow/paths.js';
import { decoration } from '../flow/registration.js';
import { isWrittenTo } from '../flow/loops.js';
import { spelledOut } from '../flow/spelled.js';
import { returnsOf } from '../flow/trace.js';
import type { MemberValue } from '../flow/value.js';
import { type Handler, handlerAround } from './layers.js';
import type { Response } from './responses.js';

export interface Statuses {
  /** Those that an answer may have, as far as they can be read. */
  readonly values: readonly number[];
  /** There is no other one. */
  readonly all: boolean;
  /** The expression that says so; absent where nothing sets a status, so that the framework's own goes out. */
  readonly stated?: Expression;
}

const UNKNOWN: Statuses = { values: [], all: false };
/** Nothing sets another one. */
const IMPLIED: Statuses = { values: [200], all: true };
/** Functions between a status and the number. */
const DEEPEST = 4;

/** The statuses that an answer may go out with; none where nobody can tell. Cost: a look at what else its function does to the response. */
export function statusesOf(analysis: Analysis, { node, how }: Response): Statuses {
  if (!isCall(node)) return around(analysis, node, how === 'return' ? undefined : rootOf(node));
  const callee = memberOfCall(analysis, node);
  const stated = statedByCall(analysis, node, callee);
  if (stated) return stated;
  if (!callee?.member.respond) return how === 'return' ? around(analysis, node, undefined) : (inChain(analysis, node) ?? UNKNOWN);
  const chained = inChain(analysis, node) ?? afterwards(analysis, node, callee);
  if (chained) return chained;
  // What a response is made with is all that there is.
  if (callee.member.respond.status !== undefined && !canSetStatus(callee.library, callee.receiver?.type)) return IMPLIED;
  return canSetStatus(callee.library, callee.receiver?.type) || returnsSetter(callee) ? around(analysis, node, rootOf(node)) : UNKNOWN;
}

/** A status among the arguments of what answers; `undefined` where the call leaves it open. */
function statedByCall(analysis: Analysis, call: Call, callee: MemberValue | undefined): Statuses | undefined {
  const status = (callee?.member.respond ?? callee?.member.httpError)?.status;
  if (callee?.member.httpError && status === undefined) return UNKNOWN;
  if (callee?.member.respond?.how === 'error') return UNKNOWN;
  if (status === undefined) return undefined;
  if (typeof status === 'number') return { values: [status], all: true };
  const [position] = status;
  const args = argumentsOf(call);
  if (args.slice(0, position + 1).some((each) => each.type === 'SpreadElement')) return UNKNOWN;
  const node = slotValue(call, status);
  if (node) return stating(analysis, node as Expression);
  const options = args[position];
  if (!options) return callee?.member.httpError ? UNKNOWN : undefined;
  const inner = unwrap(options as Expression);
  return inner.type === 'ObjectExpression' && inner.properties.every((each) => each.type === 'Property') ? undefined : UNKNOWN;
}

function stating(analysis: Analysis, node: Expression): Statuses {
  return { ...numbersIn(analysis, node), stated: node };
}

/** The numbers that an expression may be: of both branches, of what a function of the app returns. */
export function numbersIn(analysis: Analysis, node: Expression, depth = 0): Statuses {
  const inner = spelledOut(node);
  const either = (parts: readonly Expression[]): Statuses => {
    const each = parts.map((part) => numbersIn(analysis, part, depth + 1));
    return { values: [...new Set(each.flatMap(({ values }) => values))], all: each.length > 0 && each.every(({ all }) => all) };
  };
  if (depth > DEEPEST) return UNKNOWN;
  if (inner.type === 'ConditionalExpression') return either([inner.consequent, inner.alternate]);
  if (inner.type === 'LogicalExpression') return either([inner.left, inner.right]);
  if (isCall(inner)) {
    const fn = calledFunction(analysis, inner);
    return fn ? either(returnsOf(fn)) : UNKNOWN;
  }
  const constant = constantOf(analysis, inner);
  if (typeof constant === 'number') return { values: [constant], all: true };
  const value = analysis.valueOf(inner);
  if (value.kind === 'member' && value.member.status !== undefined) return { values: [value.member.status], all: true };
  const owner = inner.type === 'MemberExpression' ? analysis.valueOf(inner.object) : undefined;
  const declared = owner?.kind === 'foreign' && owner.declared?.type === 'TSEnumDeclaration' ? owner.declared : undefined;
  const named = declared?.body.members.find((each) => each.id.type === 'Identifier' && each.id.name === propertyName(inner as Extract<Node, { type: 'MemberExpression' }>));
  return named?.initializer ? numbersIn(analysis, named.initializer, depth + 1) : UNKNOWN;
}

/** `res.status(404).json(x)`; a step that nobody knows may do anything. */
function inChain(analysis: Analysis, call: Call): Statuses | undefined {
  for (let object = asMember(calleeOf(call))?.object; object; ) {
    const inner = unwrap(object);
    if (!isCall(inner)) return undefined;
    const step = memberOfCall(analysis, inner)?.member;
    if (!step) return UNKNOWN;
    if (step.setsStatus) return statedIn(analysis, inner, step.setsStatus);
    object = asMember(calleeOf(inner))?.object;
  }
  return undefined;
}

function statedIn(analysis: Analysis, call: Call, slot: Slot): Statuses {
  const node = slotValue(call, slot);
  return node && node.type !== 'SpreadElement' ? stating(analysis, node as Expression) : UNKNOWN;
}

/** `h.response(x).code(404)`, also by the name of the response. */
function afterwards(analysis: Analysis, call: Call, callee: MemberValue): Statuses | undefined {
  if (!returnsSetter(callee)) return undefined;
  let node: Node = wrapped(call);
  for (let next = callOn(node); next; next = callOn(node)) {
    const slot = memberOfCall(analysis, next)?.member.setsStatus;
    if (slot) return statedIn(analysis, next, slot);
    node = wrapped(next);
  }
  const holder = parentOf(node);
  if (isCall(holder)) return UNKNOWN;
  const { bindings } = moduleOf(node);
  const variable = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? variableOf(bindings, holder.id) : undefined;
  if (!variable) return undefined;
  const uses = referencesOf(bindings, variable);
  const [only, ...more] = uses.flatMap((use) => {
    const later = callOn(wrapped(use));
    const slot = later && memberOfCall(analysis, later)?.member.setsStatus;
    return slot ? [statedIn(analysis, later, slot)] : [];
  });
  return more.length > 0 || uses.some((use) => isCall(parentOf(wrapped(use)))) ? UNKNOWN : only;
}

/** The call of a method of a node. */
function callOn(node: Node): Call | undefined {
  const member = parentOf(node);
  const call = member?.type === 'MemberExpression' && member.object === node ? parentOf(wrapped(member)) : undefined;
  return isCall(call) && unwrap(calleeOf(call)) === member ? call : undefined;
}

function returnsSetter({ library, member }: MemberValue): boolean {
  return member.returns !== 'this' && canSetStatus(library, member.returns);
}

/** Does the catalogue know how a status is set on a type? Only then does it say something that nothing sets one. */
function canSetStatus(library: Library, type: string | undefined): boolean {
  return type !== undefined && Object.values(typeOf(library, type)?.members ?? {}).some((member) => member.setsStatus !== undefined);
}

/** A statement by itself that sets a status. */
interface Setter {
  readonly node: Node;
  readonly value: Expression | undefined;
  readonly root: Variable | undefined;
}

/** `res.status(404);`, `ctx.status = 404;`: what is no part of an answer's own chain. */
function settersOf(analysis: Analysis, module: Module): readonly Setter[] {
  return analysis.once<readonly Setter[]>('statusSetters', module, [], () => {
    const found: Setter[] = [];
    for (const call of libraryCallsOf(analysis, module)) {
      const slot = memberOfCall(analysis, call)?.member.setsStatus;
      if (slot && !isStepOfAnswer(analysis, call) && rootOf(call)) found.push({ node: call, value: slotValue(call, slot) as Expression | undefined, root: rootOf(call) });
    }
    for (const node of module.bindings.nodes.get('AssignmentExpression') ?? []) {
      if (node.type !== 'AssignmentExpression') continue;
      const target = asMember(node.left);
      const name = target && propertyName(target);
      if (!target || name === undefined || !/status/i.test(name)) continue;
      const object = analysis.valueOf(target.object);
      // A status that is put on something unknown may be the answer's.
      if (object.kind !== 'library' || memberOf(object.library, object.type, name)?.setsStatus) found.push({ node, value: node.operator === '=' ? node.right : undefined, root: rootOf(node) });
    }
    return found;
  });
}

function isStepOfAnswer(analysis: Analysis, call: Call): boolean {
  for (let next = callOn(wrapped(call)); next; next = callOn(wrapped(next))) if (memberOfCall(analysis, next)?.member.respond) return true;
  // `h.response(x).code(404)`
  for (let object = asMember(calleeOf(call))?.object; object; ) {
    const inner = unwrap(object);
    if (!isCall(inner)) return false;
    if (memberOfCall(analysis, inner)?.member.respond) return true;
    object = asMember(calleeOf(inner))?.object;
  }
  return false;
}

/** The variable that a chain, or the target of an assignment, begins with. */
function rootOf(node: Node): Variable | undefined {
  let current = node.type === 'AssignmentExpression' ? (node.left as Expression) : (node as Expression);
  while (current.type !== 'Identifier') {
    if (current.type === 'MemberExpression') current = unwrap(current.object);
    else if (isCall(current)) current = calleeOf(current);
    else return undefined;
  }
  return variableOf(moduleOf(current).bindings, current);
}

/**
 * The status that statements around an answer set, or the framework's own where none does.
 * @param root the response (or context) that answers; absent where an answer is what a handler returns
 */
function around(analysis: Analysis, node: Node, root: Variable | undefined): Statuses {
  const handler = handlerAround(analysis, node);
  const home = outermostFunction(node);
  const setters = settersOf(analysis, moduleOf(node)).filter((each) => home && isWithin(each.node, home) && (!root || !each.root || each.root === root));
  const relevant: Setter[] = [];
  for (const setter of setters) {
    const within = meeting(setter.node, node);
    if (!within) {
      if (!isWithin(setter.node, node) && runsBeside(setter.node, node)) return UNKNOWN;
    } else if (onOnePath(analysis, setter.node, within) || onOnePath(analysis, within, setter.node)) relevant.push(setter);
  }
  const last = relevant.at(-1);
  if (last) return last.value && dominates(last.node, node) ? stating(analysis, last.value) : UNKNOWN;
  return handler ? byFramework(analysis, node, handler, root) : UNKNOWN;
}

function outermostFunction(node: Node): FunctionNode | undefined {
  let found = enclosingFunction(node);
  for (let fn = found; fn; fn = enclosingFunction(fn)) found = fn;
  return found;
}

/** The node itself, or the function around it, that stands in the function in which a setter stands; `undefined` where that one is not around the node. */
function meeting(setter: Node, node: Node): Node | undefined {
  const home = enclosingFunction(setter);
  let current: Node = node;
  for (let fn = enclosingFunction(current); fn; current = fn, fn = enclosingFunction(current)) if (fn === home) return current;
  return undefined;
}

/** Does a function beside the one of a node belong to the same piece of work: is it a callback within a function that is around both? */
function runsBeside(setter: Node, node: Node): boolean {
  const own = enclosingFunction(node);
  for (let fn = enclosingFunction(setter); fn; fn = enclosingFunction(fn)) if (fn === own) return true;
  return false;
}

/** Does a setter always run where a node runs? */
function dominates(setter: Node, node: Node): boolean {
  const passed = conditionsAt(node);
  return conditionsAt(setter).every((condition) => condition.exit !== undefined || passed.some((each) => each.test === condition.test && each.holds === condition.holds));
}

/** What goes out where a handler sets nothing. */
function byFramework(analysis: Analysis, node: Node, { fn, registration }: Handler, root: Variable | undefined): Statuses {
  const { library, shape } = registration;
  if (shape.failsAlready || (registration.by === 'names' && isCalled(analysis, fn))) return UNKNOWN;
  const member = memberOfClass(fn);
  for (const decorator of member ? decoratorsOf(member) : []) {
    const found = decoration(analysis, decorator.expression);
    if (found?.member.setsStatus) return found.call ? statedIn(analysis, found.call, found.member.setsStatus) : UNKNOWN;
  }
  if (root) return isParameterOf(root, fn) && !isHandedOn(analysis, root, node) ? IMPLIED : UNKNOWN;
  return Object.keys(library.types).some((type) => canSetStatus(library, type)) && !isHandedOn(analysis, undefined, node) ? IMPLIED : UNKNOWN;
}

function isCalled(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.callSites(fn).some((site) => site.kind === 'call');
}

function isParameterOf(root: Variable, fn: FunctionNode): boolean {
  return root.definitions.some((each) => each.kind === 'parameter' && each.of === fn);
}

/** Has a function that nobody sees into been given the response before? It may have set a status. */
function isHandedOn(analysis: Analysis, root: Variable | undefined, node: Node): boolean {
  const { bindings } = moduleOf(node);
  const home = outermostFunction(node);
  return bindings.calls.some((call) => {
    if (call.start > node.start || !home || !isWithin(call, home) || isWithin(node, call)) return false;
    const within = meeting(call, node);
    if (!within || !onOnePath(analysis, call, within) || memberOfCall(analysis, call)) return false;
    return argumentsOf(call).some((argument) => {
      if (argument.type !== 'Identifier') return false;
      if (root) return variableOf(bindings, argument) === root;
      const value = analysis.valueOf(argument as Expression);
      return value.kind === 'library' && canSetStatus(value.library, value.type);
    });
  });
}

/** The one literal that an expression is, through constants of this and other files; `undefined` for all that may change, what a call gives among them. */
export function constantOf(analysis: Analysis, node: Expression): string | number | boolean | null | undefined {
  const inner = unwrap(node);
  if (inner.type !== 'Literal' && inner.type !== 'TemplateLiteral' && inner.type !== 'UnaryExpression' && !isConstantName(inner)) return undefined;
  const value = analysis.valueOf(inner);
  return value.kind === 'literal' ? value.value : undefined;
}

/** `NOT_FOUND`, `Messages.user.notFound`: a name that is imported, or given a literal or an object of them once. */
function isConstantName(node: Expression): boolean {
  let root = node;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const definitions = root.type === 'Identifier' ? (variableOf(moduleOf(root).bindings, root)?.definitions ?? []) : [];
  const [only] = definitions;
  if (definitions.length !== 1 || !only) return false;
  if (only.kind === 'import') return true;
  const from = only.kind === 'value' && only.binding.path.length === 0 ? unwrap(only.from) : undefined;
  return from?.type === 'Literal' || from?.type === 'TemplateLiteral' || (from?.type === 'ObjectExpression' && root.type === 'Identifier' && !isWrittenTo(root));
}
