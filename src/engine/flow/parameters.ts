/** What a parameter holds: by its annotation, by who calls back, by decorators, or by its callers. */
import type { Callback, HandlerShape, Library } from '#catalog';
import { type Definition, referencesOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, parameterName, parameterPattern, parametersOf, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { ofItsClass } from './calls.js';
import { calledFunction, memberOfCall } from './invocation.js';
import { handlerShapeOf, ownShapeOf, type Registration } from './registration.js';
import { settled, step } from './settle.js';
import { nameOf } from './types.js';
import { typeField } from '../match/catalogue.js';
import { agreedOn, elementOf, firstKnown, type LibraryValue, listOf, UNKNOWN, type Value } from './value.js';

/** Array methods that call back once an element, with the position of the element among the callback's parameters. */
export const ITERATION: Readonly<Record<string, number>> = {
  map: 0, forEach: 0, flatMap: 0, filter: 0, some: 0, every: 0, find: 0, findIndex: 0, findLast: 0, findLastIndex: 0, reduce: 1, reduceRight: 1,
};

export function parameterValue(analysis: Analysis, definition: Extract<Definition, { kind: 'parameter' }>): Value {
  const whole = wholeParameter(analysis, definition.of, definition.index, definition.parameter);
  if (definition.binding.rest) return UNKNOWN;
  const value = definition.binding.path.reduce((inner, name) => step(analysis, inner, name, definition.of), whole);
  return value.kind === 'unknown' && definition.binding.fallback ? analysis.valueOf(definition.binding.fallback) : value;
}

/** The value of a parameter before it is taken apart. */
export function wholeParameter(analysis: Analysis, fn: FunctionNode, index: number, parameter: Node): Value {
  return analysis.once(`parameter:${String(index)}`, fn, UNKNOWN, () => {
    const injected = decoratedValue(analysis, parameter);
    if (injected.kind !== 'unknown') return injected;
    const pattern = parameterPattern(parameter);
    const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
    const declared = annotation ? analysis.typeValue(annotation) : UNKNOWN;
    const context = declared.kind === 'unknown' || saysLittle(annotation) ? contextual(analysis, fn, index, handlerShapeOf(analysis, fn)) : contextual(analysis, fn, index, ownShapeOf(analysis, fn));
    // An annotation says nothing about where an error comes from.
    if (context.kind === 'caught' || (context.kind !== 'unknown' && (declared.kind === 'unknown' || declared.kind === 'foreign'))) return context;
    if (declared.kind !== 'unknown' && declared.kind !== 'foreign') return declared;
    if (declared.kind === 'foreign') return declared;
    const handed = agreedOn([...callerValues(analysis, fn, index)]);
    // Which errors come in is the callers' matter.
    return handed.kind === 'caught' ? UNKNOWN : handed;
  });
}

/** The types that a library gives to the parameters of a function it calls. */
function contextual(analysis: Analysis, fn: FunctionNode, index: number, shape: Registration | undefined): Value {
  return shape ? fromShape(shape.library, shape.shape, fn, index, shape.certain) : inPlace(analysis, fn, index);
}

/** An annotation that tells nothing of where a value comes from: an error's class, or any. */
function saysLittle(annotation: Node | null | undefined): boolean {
  return annotation == null || /^(?:any|unknown)$|Error|Exception/.test(nameOf(annotation) ?? 'any');
}

/** May a function's first parameter be an error, as far as it is declared to be something? */
function mayBeError(fn: FunctionNode): boolean {
  const [first] = parametersOf(fn);
  const pattern = first && parameterPattern(first);
  return pattern !== undefined && (!('typeAnnotation' in pattern) || saysLittle(pattern.typeAnnotation));
}

/** The types that the call around a function written in place gives to its parameters. */
function inPlace(analysis: Analysis, fn: FunctionNode, index: number): Value {
  const call = parentOf(wrapped(fn));
  if (!isCall(call)) return index === 0 && mayBeError(fn) && isRejectionHandler(analysis, fn) ? { kind: 'caught' } : UNKNOWN;
  const given = calledBack(analysis, call, fn, index);
  return given.kind === 'unknown' && index === 0 && isErrorFirst(call, fn) ? { kind: 'caught' } : given;
}

/** `store.load(id, (err, row) => …)`, `stream.on('error', (error) => …)`: the convention of Node's callbacks. */
function isErrorFirst(call: Call, fn: FunctionNode): boolean {
  const name = parameterName(fn, 0);
  const member = asMember(calleeOf(call));
  if (member && Object.hasOwn(ITERATION, propertyName(member) ?? '')) return false;
  return name !== undefined && /^(?:err|error)$|Err(?:or)?$/.test(name) && argumentsOf(call).at(-1) === wrapped(fn) && unwrap(calleeOf(call)) !== fn;
}

function fromShape(library: Library, shape: HandlerShape, fn: FunctionNode, index: number, certain: boolean): Value {
  const params = shape.errorParams && parametersOf(fn).length >= shape.errorParams.length ? shape.errorParams : shape.params;
  const type = params[index];
  if (type === undefined || type === 'unknown') return UNKNOWN;
  if (type === 'error') return { kind: 'caught' };
  return { kind: 'library', library, type, steps: [], certain };
}

function calledBack(analysis: Analysis, call: Call, fn: FunctionNode, index: number): Value {
  const at = argumentsOf(call).findIndex((argument) => unwrap(argument as Expression) === fn);
  const callee = calleeOf(call);
  const value = memberOfCall(analysis, call);
  if (value) {
    const callback = value.member.callbacks?.find((each) => each.at === at || (each.at < 0 && at === argumentsOf(call).length + each.at));
    if (callback) return callbackParameter(analysis, callback, value.receiver, value, call, index);
    if (value.member.query?.callback && at === argumentsOf(call).length - 1) {
      if (index === 0) return { kind: 'caught' };
      return index === 1 ? settled(asQuery(analysis, call)) : UNKNOWN;
    }
  }
  const runner = calledFunction(analysis, call);
  if (runner) return ofItsClass(analysis, call, handedTo(analysis, runner, at, index));
  const member = asMember(callee);
  const method = member && propertyName(member);
  if (!member || method === undefined) return UNKNOWN;
  const iterated = Object.hasOwn(ITERATION, method) ? ITERATION[method] : undefined;
  if (iterated !== undefined && at === 0) return index === iterated ? firstKnown([elementOf(settled(analysis.valueOf(member.object)))]) : UNKNOWN;
  if (method === 'then' && at === 0 && index === 0) return settled(analysis.valueOf(member.object));
  return index === 0 && isRejection(call, at) ? { kind: 'caught' } : UNKNOWN;
}

/**
 * What a function of the app hands to a callback that it takes: `withTransaction((tx) => …)`, `eachBatch((rows) => …)`. By the callback's
 * declared type, or by the calls in the function's body.
 * @param at the callback's position among the function's parameters
 * @param index the position among the callback's own parameters
 */
function handedTo(analysis: Analysis, fn: FunctionNode, at: number, index: number): Value {
  const parameter = parametersOf(fn)[at];
  const pattern = parameter && parameterPattern(parameter);
  if (pattern?.type !== 'Identifier') return UNKNOWN;
  return analysis.once(`handed:${String(at)}:${String(index)}`, fn, UNKNOWN, () => {
    const type = pattern.typeAnnotation?.typeAnnotation;
    const declared = type?.type === 'TSFunctionType' ? type.params[index] : undefined;
    const annotation = declared && 'typeAnnotation' in declared ? declared.typeAnnotation : undefined;
    const { bindings } = moduleOf(fn);
    const variable = bindings.scopes.get(fn)?.variables.get(pattern.name);
    return firstKnown([annotation ? analysis.typeValue(annotation) : UNKNOWN, ...(variable ? referencesOf(bindings, variable) : []).map((reference) => handedBy(analysis, reference, index))]);
  });
}

/** What the call around a mention of a callback hands to it: as its caller, or as one that it is passed on to. */
function handedBy(analysis: Analysis, callback: Node, index: number): Value {
  const node = wrapped(callback);
  const call = parentOf(node);
  if (!isCall(call)) return UNKNOWN;
  if (calleeOf(call) === unwrap(node as Expression)) {
    const argument = argumentsOf(call)[index];
    return argument && argument.type !== 'SpreadElement' ? settled(analysis.valueOf(argument as Expression)) : UNKNOWN;
  }
  const at = argumentsOf(call).indexOf(node);
  const runner = at < 0 ? undefined : calledFunction(analysis, call);
  if (runner) return handedTo(analysis, runner, at, index);
  return at < 0 ? UNKNOWN : calledBackAt(analysis, call, at, index);
}

/** Is the argument at this position called with what a promise was rejected with? */
function isRejection(call: Call, at: number): boolean {
  const member = asMember(calleeOf(call));
  const method = member && propertyName(member);
  return (method === 'catch' && at === 0) || (method === 'then' && at === 1);
}

/** `.catch(fail)`; `.catch(fail(res))` where `fail` returns the function. */
function isRejectionHandler(analysis: Analysis, fn: FunctionNode): boolean {
  if (analysis.mentions(fn).some((site) => site.kind === 'passed' && isRejection(site.call, site.at))) return true;
  const holder = parentOf(wrapped(fn));
  const maker = isFunction(holder) || holder?.type === 'ReturnStatement' ? enclosingFunction(fn) : undefined;
  if (!maker) return false;
  return analysis.callSites(maker).some((site) => {
    const made = site.kind === 'call' ? wrapped(site.call) : undefined;
    const call = made && parentOf(made);
    return isCall(call) && isRejection(call, argumentsOf(call).indexOf(made as Node));
  });
}

function asQuery(analysis: Analysis, call: Call): Value {
  return analysis.valueOf(call);
}

function callbackParameter(analysis: Analysis, callback: Callback, receiver: LibraryValue | undefined, callee: Extract<Value, { kind: 'member' }>, call: Call, index: number): Value {
  const type = callback.params?.[index];
  switch (type) {
    case undefined:
    case 'unknown':
      return UNKNOWN;
    case 'error':
      return { kind: 'caught' };
    case 'rows':
      return receiver ? settled(receiver) : UNKNOWN;
    case 'row':
    case 'element': {
      const own = receiver && (receiver.many === true || typeField(receiver.library, receiver.type, 'row') !== undefined) ? receiver : undefined;
      const collection = own ?? analysis.valueOf(argumentsOf(call)[0] as Expression);
      return elementOf(settled(collection));
    }
    default: {
      const many = type.endsWith('[]');
      const library = callback.of === undefined ? callee.library : analysis.catalogue.byPackage(callback.of);
      if (!library) return UNKNOWN;
      const value: Value = { kind: 'library', library, type: many ? type.slice(0, -2) : type, model: receiver?.model, steps: [], certain: callee.certain };
      return many ? listOf(value) : value;
    }
  }
}

/** What callers in sight hand in at a position. */
function* callerValues(analysis: Analysis, fn: FunctionNode, index: number): Generator<Value> {
  for (const site of analysis.callSites(fn)) {
    if (site.kind === 'call') {
      const argument = argumentsOf(site.call)[index];
      if (argument && argument.type !== 'SpreadElement') yield analysis.valueOf(argument as Expression);
    } else if (site.kind === 'passed') yield calledBackAt(analysis, site.call, site.at, index);
  }
}

/** A named function handed to a call: what that call passes to it. */
function calledBackAt(analysis: Analysis, call: Call, at: number, index: number): Value {
  const value = analysis.valueOf(calleeOf(call));
  if (value.kind === 'member') {
    const callback = value.member.callbacks?.find((each) => each.at === at || (each.at < 0 && at === argumentsOf(call).length + each.at));
    return callback ? callbackParameter(analysis, callback, value.receiver, value, call, index) : UNKNOWN;
  }
  const member = asMember(calleeOf(call));
  const method = member && propertyName(member);
  if (member && method !== undefined && Object.hasOwn(ITERATION, method) && ITERATION[method] === index && at === 0) return elementOf(settled(analysis.valueOf(member.object)));
  return UNKNOWN;
}

/** The type that a decorator gives: `@InjectRepository(User) repo`, `@Req() req`. */
export function decoratedValue(analysis: Analysis, node: Node): Value {
  const pattern = node.type === 'TSParameterProperty' ? node.parameter : node;
  for (const decorator of [...decoratorsOf(node), ...(pattern === node ? [] : decoratorsOf(pattern))]) {
    const call = unwrap(decorator.expression);
    const value = analysis.valueOf(isCall(call) ? calleeOf(call) : call);
    if (value.kind !== 'member' || !value.member.decorates) continue;
    const { decorates } = value.member;
    if (decorates.as !== 'injects' && decorates.as !== 'parameter') continue;
    if (decorates.type === undefined) continue;
    const first = isCall(call) ? argumentsOf(call)[0] : undefined;
    const model = first ? modelName(first as Expression) : undefined;
    return { kind: 'library', library: value.library, type: decorates.type, ...(model !== undefined && { model: { name: model } }), steps: [], certain: true };
  }
  return UNKNOWN;
}

function modelName(node: Expression): string | undefined {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'MemberExpression') return inner.object.type === 'Identifier' && propertyName(inner) === 'name' ? inner.object.name : propertyName(inner);
  return inner.type === 'Literal' && typeof inner.value === 'string' ? inner.value : undefined;
}
