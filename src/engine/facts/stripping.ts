/** What takes undescribed fields out of a request's body before a handler sees it: pipes, schemas on the route, middleware. */
import type { Library, Member } from '#catalog';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingClass, enclosingFunction, inside, isCall, isClass, isFunction, isWithin, unwrap } from '../syntax/ast.js';
import { decoratorsOf, keyName, lastName, memberOfClass, objectProperty, parameterPattern, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { decoration, handlerShapeOf } from '../flow/registration.js';
import { registeredPlaces } from '../flow/registrations.js';
import type { Origin } from '../flow/trace.js';
import { opens } from './bounds.js';
import { slotNodes } from './queries.js';
import { textOfBody } from './bodies.js';

/** Has something taken out what nobody described before this code sees the body? Also where that cannot be told: then nothing is known of the body. */
export function isStrippedBefore(analysis: Analysis, origin: Origin): boolean {
  const fn = origin.parameter?.fn ?? handlerFunction(analysis, origin.node);
  if (!fn) return true;
  const library = libraryOf(analysis, fn, origin);
  if (library?.describedBodies) return true;
  return isPiped(analysis, origin, fn) || isDescribedByRoute(analysis, fn) || isValidatedInPlace(analysis, origin);
}

function handlerFunction(analysis: Analysis, node: Node): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (handlerShapeOf(analysis, fn)) return fn;
  return undefined;
}

function libraryOf(analysis: Analysis, fn: FunctionNode, origin: Origin): Library | undefined {
  const declared = origin.parameter && parametersOf(fn)[origin.parameter.index];
  const decorator = declared && decoratorsOf(declared)[0];
  return (decorator && decoration(analysis, decorator.expression)?.library) ?? handlerShapeOf(analysis, fn)?.library;
}

/** A pipe on the parameter, the method, the class or the whole app. */
function isPiped(analysis: Analysis, { parameter }: Origin, fn: FunctionNode): boolean {
  const declared = parameter && parametersOf(fn)[parameter.index];
  if (!declared || decoratorsOf(declared).length === 0) return false;
  const type = bodyType(analysis, declared);
  if (decoratorsOf(declared).some((decorator) => pipesOf(decorator.expression).some((pipe) => strips(analysis, pipe, type)))) return true;
  const owner = enclosingClass(fn);
  const around = [memberOfClass(fn), owner].flatMap((node) => (node ? decoratorsOf(node) : []));
  const local = around.flatMap(({ expression }) => (decoration(analysis, expression)?.member.appliesPipes && isCall(unwrap(expression)) ? argumentsOf(unwrap(expression) as Call) : []));
  if (local.some((pipe) => strips(analysis, pipe as Expression, type))) return true;
  return globalPipes(analysis, moduleOf(fn)).some((pipe) => strips(analysis, pipe, type));
}

/** What follows a field's name in a parameter's decorator: `@Body('user', new ValidationPipe())`. */
function pipesOf(expression: Expression): Expression[] {
  const call = unwrap(expression);
  return isCall(call) ? argumentsOf(call).flatMap((argument) => (argument.type === 'SpreadElement' || argument.type === 'Literal' ? [] : [argument as Expression])) : [];
}

type BodyType = 'class' | 'none' | 'unknown';

/** What a pipe can make of a parameter's type: it checks a class, and lets anything else through as it is. */
function bodyType(analysis: Analysis, parameter: Node): BodyType {
  const pattern = parameterPattern(parameter);
  const declared = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  const annotation = declared?.type === 'TSTypeAnnotation' ? declared.typeAnnotation : undefined;
  if (!annotation || annotation.type === 'TSAnyKeyword' || annotation.type === 'TSUnknownKeyword' || annotation.type === 'TSObjectKeyword' || annotation.type === 'TSTypeLiteral') return 'none';
  const value = analysis.typeValue(annotation);
  if (value.kind === 'instance') return isClass(value.of) ? 'class' : 'unknown';
  if (annotation.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier') {
    if (['Partial', 'Record', 'Omit', 'Pick', 'Required', 'Readonly', 'Object'].includes(annotation.typeName.name)) return 'none';
    return value.kind === 'foreign' && value.declared?.type === 'TSInterfaceDeclaration' ? 'none' : 'unknown';
  }
  return 'unknown';
}

/** Does a pipe take out what nobody described? One of the app's own, or one that nobody knows, may. */
function strips(analysis: Analysis, pipe: Expression, type: BodyType): boolean {
  const inner = unwrap(pipe);
  const made = inner.type === 'NewExpression' ? inner : undefined;
  const value = analysis.valueOf(made ? calleeOf(made) : inner);
  if (value.kind === 'literal' || value.kind === 'object') return false;
  if (value.kind !== 'member') return true;
  if (!value.member.whitelist) return value.member.harmless === undefined;
  return type !== 'none' && made !== undefined && isWhitelisting(analysis, made, value.member);
}

/** Is the setting on? What nobody can see may set it. */
function isWhitelisting(analysis: Analysis, call: Call, { whitelist }: Member): boolean {
  if (!whitelist) return false;
  const [at, ...path] = whitelist;
  const options = argumentsOf(call)[at];
  if (!options) return false;
  let node = options as Expression;
  for (const name of path) {
    const value = analysis.valueOf(node);
    if (value.kind !== 'object') return value.kind !== 'literal';
    const property = objectProperty(value.node, name);
    if (!property) return value.node.properties.some((each) => each.type === 'SpreadElement');
    node = property.value;
  }
  return !(unwrap(node).type === 'Literal' && textOfNode(node) === 'false');
}

/** The pipes that a project gives to all handlers. */
function globalPipes(analysis: Analysis, module: Module): readonly Expression[] {
  return analysis.once<readonly Expression[]>('globalPipes', module, [], () => {
    const words = analysis.catalogue.all.flatMap(({ exports, types }) => [exports, ...Object.values(types).map(({ members }) => members ?? {})].flatMap((members) => Object.entries(members).flatMap(([name, member]) => (member.pipeToken || (member.appliesPipes && members !== exports) || (member.whitelist && member.whitelist.length > 2) ? [name] : []))));
    return [module, ...analysis.mentioning(module, [...new Set(words)])].flatMap((each) => pipesIn(analysis, each, words));
  });
}

function pipesIn(analysis: Analysis, module: Module, words: readonly string[]): Expression[] {
  const called = module.bindings.calls.flatMap((call): Expression[] => {
    const name = lastName(calleeOf(call));
    if (name === undefined || !words.includes(name)) return [];
    const known = memberOfCall(analysis, call)?.member;
    // The application may come from somewhere that nobody can see: the name says enough.
    if (known?.whitelist) return isWhitelisting(analysis, call, known) ? [calleeOf(call)] : [];
    return argumentsOf(call).filter((argument): argument is Expression => argument.type !== 'SpreadElement');
  });
  const provided = (module.bindings.nodes.get('ObjectExpression') ?? []).flatMap((object): Expression[] => {
    const token = object.type === 'ObjectExpression' ? objectProperty(object, 'provide') : undefined;
    if (object.type !== 'ObjectExpression' || !token || !words.includes(lastName(token.value) ?? '')) return [];
    return object.properties.flatMap((property) => {
      const key = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
      if (property.type !== 'Property' || !key?.startsWith('use')) return [];
      const made = inside(module.bindings.calls, property.value, (call) => call).find((call) => call.type === 'NewExpression');
      return [made ?? property.value];
    });
  });
  return [...called, ...provided];
}

/** A schema in the options of each route that a handler is registered for, or a middleware of it that validates. */
function isDescribedByRoute(analysis: Analysis, fn: FunctionNode): boolean {
  const calls = registeredPlaces(analysis, fn).flatMap(({ registration }) => registration.call ?? []);
  return calls.length > 0 && calls.every((call) => isDescribed(analysis, call, fn));
}

function isDescribed(analysis: Analysis, call: Call, fn: FunctionNode): boolean {
  const route = memberOfCall(analysis, call)?.member.route;
  if ((route?.schema ?? []).some((slot) => slotNodes(analysis, call, slot).length > 0)) return true;
  return argumentsOf(call).flatMap(elements).some((argument) => !isWithin(fn, argument) && validates(analysis, argument as Expression, fn));
}

function elements(argument: Node): readonly Node[] {
  const inner = argument.type === 'SpreadElement' ? unwrap(argument.argument) : unwrap(argument as Expression);
  return inner.type === 'ArrayExpression' ? inner.elements.flatMap((element) => (element ? elements(element) : [])) : [inner];
}

const VALIDATING = /valid|schema|parse|sanitiz|celebrate|joi|zod|dto|whitelist|permit|pick|body/i;

/** Does a function that stands before a handler parse the body, or is it one of that name that nobody can see? */
function validates(analysis: Analysis, argument: Expression, handler: FunctionNode): boolean {
  const call = isCall(argument) ? argument : undefined;
  const value = analysis.valueOf(call ? calleeOf(call) : argument);
  if (value.kind === 'literal') return false;
  if (value.kind === 'library' || value.kind === 'member') return (value.kind === 'member' ? value.library : value.library).kind === 'validation' && !namesFields(analysis, call);
  if (call && argumentsOf(call).some((each) => isSchema(analysis, each))) return true;
  if (value.kind !== 'function') return value.kind !== 'array' && VALIDATING.test(lastName(call ? calleeOf(call) : argument) ?? '');
  return value.fn !== handler && parsesBody(analysis, value.fn);
}

/** express-validator's chains look at single fields, and leave the others in the body. */
function namesFields(analysis: Analysis, call: Call | undefined): boolean {
  for (let at = call; at; ) {
    const member = memberOfCall(analysis, at)?.member;
    if (member?.names) return true;
    const below = unwrap(calleeOf(at));
    const object = below.type === 'MemberExpression' ? unwrap(below.object) : undefined;
    at = object && isCall(object) ? object : undefined;
  }
  return false;
}

function isSchema(analysis: Analysis, node: Node): boolean {
  if (node.type === 'SpreadElement' || isFunction(node)) return false;
  const value = analysis.valueOf(node as Expression);
  if (value.kind === 'library') return value.library.kind === 'validation';
  if (value.kind === 'object') return value.node.properties.some((property) => property.type === 'Property' && isSchema(analysis, property.value));
  return value.kind === 'class' || (value.kind === 'unknown' && VALIDATING.test(lastName(node) ?? ''));
}

/** Does a function parse something by a schema, or put something in the body's place? */
function parsesBody(analysis: Analysis, fn: FunctionNode): boolean {
  const { bindings } = moduleOf(fn);
  return inside(bindings.calls, fn, (call) => call).some((call) => memberOfCall(analysis, call)?.member.parses !== undefined || (analysis.valueOf(calleeOf(call)).kind === 'unknown' && /^(?:validate|parse|safeParse|validateAsync|parseAsync|validateSync)$/.test(lastName(calleeOf(call)) ?? ''))) || inside(bindings.nodes.get('AssignmentExpression') ?? [], fn, (node) => node).some((node) => node.type === 'AssignmentExpression' && lastName(node.left) === 'body');
}

/** `schema.validate(req.body)`, `validateUser(dto)` in the same function: what it does with unknown fields is its own matter. */
function isValidatedInPlace(analysis: Analysis, { node, hops }: Origin): boolean {
  const texts = new Set([...hops, node].flatMap((hop) => (hop.type === 'Identifier' || hop.type === 'MemberExpression' ? [textOfBody(hop)] : [])));
  return [...new Set([...hops, node].map(enclosingFunction))].some((home) => {
    if (!home) return false;
    return inside(moduleOf(home).bindings.calls, home, (call) => call).some((call) => {
      if (!argumentsOf(call).some((argument) => texts.has(textOfNode(argument) ?? ''))) return false;
      const known = memberOfCall(analysis, call)?.member;
      return known ? known.parses !== undefined && !lettingThrough(analysis, call, known) : /valid|assert|schema|parse|sanitiz|check/i.test(lastName(calleeOf(call)) ?? '');
    });
  });
}

/** A schema that keeps what it does not describe. */
function lettingThrough(analysis: Analysis, call: Call, { parses }: Member): boolean {
  const schema = parses?.schema ? slotValue(call, parses.schema) : asMember(calleeOf(call))?.object;
  return schema !== undefined && opens(analysis, schema);
}
