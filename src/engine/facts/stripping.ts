/** What takes undescribed fields out of a request's body before a handler sees it: pipes, schemas on the route, middleware. */
import type { Library, Member, Slot } from '#catalog';
import { type Module, moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, type NodeOf, argumentsOf, calleeOf, enclosingClass, enclosingFunction, inside, isCall, isClass, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, hasName, keyName, lastName, memberOfClass, objectProperty, parameterName, parameterPattern, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { decoration, handlerFunction, handlerShapeOf } from '../flow/registration.js';
import { handedTo, registeredPlaces } from '../flow/registrations.js';
import { type Origin, returnsOf } from '../flow/trace.js';
import { opens, parsingSchema } from './bounds.js';
import { slotNodes } from './queries.js';
import { callsOf } from './reach.js';

/** Has something taken out what nobody described before this code sees the body? Also where that cannot be told: then nothing is known of the body. */
export function isStrippedBefore(analysis: Analysis, origin: Origin): boolean {
  const fn = origin.parameter?.fn ?? handlerFunction(analysis, origin.node);
  if (!fn) return true;
  const library = libraryOf(analysis, fn, origin);
  if (library?.describedBodies) return true;
  return isPiped(analysis, origin, fn) || isDescribedByRoute(analysis, fn) || isValidatedInPlace(analysis, origin);
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
  const around = [memberOfClass(fn), enclosingClass(fn)].flatMap((node) => decoratorsOf(node!));
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
  const annotation = (parameterPattern(parameter) as { readonly typeAnnotation?: NodeOf<'TSTypeAnnotation'> | null }).typeAnnotation?.typeAnnotation;
  if (!annotation || annotation.type === 'TSAnyKeyword' || annotation.type === 'TSUnknownKeyword' || annotation.type === 'TSObjectKeyword' || annotation.type === 'TSTypeLiteral') return 'none';
  // No class is left of `Partial<UserDto>` when the code runs.
  if (/^(?:Partial|Record|Omit|Pick|Required|Readonly|Object)\b/.test(oneLine(annotation))) return 'none';
  const value = analysis.typeValue(annotation);
  if (value.kind === 'instance' && isClass(value.of)) return 'class';
  return value.kind === 'foreign' && value.declared?.type === 'TSInterfaceDeclaration' ? 'none' : 'unknown';
}

/** Does a pipe take out what nobody described? One of the app's own, or one that nobody knows, may. */
function strips(analysis: Analysis, pipe: Expression, type: BodyType): boolean {
  const inner = unwrap(pipe);
  const made = isCall(inner) ? inner : undefined;
  const value = analysis.valueOf(made ? calleeOf(made) : inner);
  if (value.kind === 'literal' || value.kind === 'object') return false;
  if (value.kind !== 'member') return true;
  if (!value.member.whitelist) return value.member.harmless === undefined;
  return type !== 'none' && made !== undefined && isWhitelisting(analysis, made, value.member.whitelist);
}

/** Is the setting on? What nobody can see may set it. */
function isWhitelisting(analysis: Analysis, call: Call, [at, ...path]: Slot): boolean {
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
  return !(unwrap(node).type === 'Literal' && oneLine(node) === 'false');
}

/** The pipes that a project gives to all handlers. */
function globalPipes(analysis: Analysis, module: Module): readonly Expression[] {
  return analysis.once<readonly Expression[]>('globalPipes', module, [], () => {
    const { catalogue } = analysis;
    const words = catalogue.derived('pipeWords', () => {
      const names = [...catalogue.named()].flatMap(([name, member, { exports }]) => (member.pipeToken || (member.appliesPipes && exports[name] !== member) || (member.whitelist && member.whitelist.length > 2) ? [name] : []));
      return [...new Set(names)];
    });
    return [module, ...analysis.mentioning(module, words)].flatMap((each) => pipesIn(analysis, each, words));
  });
}

function pipesIn(analysis: Analysis, module: Module, words: readonly string[]): Expression[] {
  const called = module.bindings.calls.flatMap((call): Expression[] => {
    const name = lastName(calleeOf(call));
    if (name === undefined || !words.includes(name)) return [];
    if (memberOfCall(analysis, call)?.member.whitelist) return [call];
    // The application may come from somewhere that nobody can see: the name says enough.
    return argumentsOf(call).filter((argument): argument is Expression => argument.type !== 'SpreadElement');
  });
  const objects = (module.bindings.nodes.get('ObjectExpression') ?? []) as readonly NodeOf<'ObjectExpression'>[];
  const provided = objects.flatMap((object): Expression[] => {
    const token = objectProperty(object, 'provide');
    if (!token || !words.includes(lastName(token.value) ?? '')) return [];
    return object.properties.flatMap((property) => {
      const key = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
      if (property.type !== 'Property' || !key?.startsWith('use')) return [];
      const made = inside(module.bindings.calls, property.value, (call) => call).find((call) => call.type === 'NewExpression');
      return [made ?? property.value];
    });
  });
  return [...called, ...provided];
}

/** A schema or a middleware that validates, at each place that registers a handler or calls it in another. Where none is in sight, it may be there. */
function isDescribedByRoute(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('describedByRoute', fn, true, () => {
    const unseen = handlerShapeOf(analysis, fn)?.by === 'names';
    const around = registeredPlaces(analysis, fn).map(({ registration, wrappers }) => [registration.call!, ...wrappers.map(({ call }) => call)]);
    if (around.length === 0) for (const node of [fn, ...analysis.mentions(fn).map((site) => site.node)]) {
      const call = handedTo(node);
      // A route function of the app. What it makes of a handler and keeps, others may register.
      if (call && (!unseen || parentOf(wrapped(call))?.type === 'ExpressionStatement')) around.push([call]);
    }
    const callers = analysis.callSites(fn).flatMap((site) => (site.kind === 'call' ? (handlerFunction(analysis, site.call) ?? []) : []));
    if (around.length === 0 && callers.length === 0) return unseen;
    return around.every((calls) => calls.some((call) => isDescribed(analysis, call, fn) || validates(analysis, call, fn))) && callers.every((caller) => isDescribedByRoute(analysis, caller));
  });
}

function isDescribed(analysis: Analysis, call: Call, fn: FunctionNode): boolean {
  const route = memberOfCall(analysis, call)?.member.route;
  if ((route?.schema ?? []).some((slot) => slotNodes(analysis, call, slot).length > 0)) return true;
  return argumentsOf(call).flatMap(elements).some((argument) => !isWithin(fn, argument) && validates(analysis, argument as Expression, fn));
}

function elements(argument: Node): readonly Node[] {
  const inner = argument.type === 'SpreadElement' ? unwrap(argument.argument) : unwrap(argument as Expression);
  if (inner.type === 'ArrayExpression') return inner.elements.flatMap((element) => (element ? elements(element) : []));
  return inner.type === 'ObjectExpression' ? inner.properties.flatMap((property) => (property.type === 'Property' ? elements(property.value) : [])) : [inner];
}

const VALIDATING = /valid|schema|parse|sanitiz|celebrate|joi|zod|dto|whitelist|permit|pick|body/i;

/** Does a function that stands before a handler parse the body, or is it one of that name that nobody can see? */
function validates(analysis: Analysis, argument: Expression, handler: FunctionNode): boolean {
  const call = isCall(argument) ? argument : undefined;
  const value = analysis.valueOf(call ? calleeOf(call) : argument);
  if (value.kind === 'literal') return false;
  if (value.kind === 'library' || value.kind === 'member') return value.library.kind === 'validation' && !namesFields(analysis, call);
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
  return analysis.once('parsesBody', fn, false, () => {
    const { bindings } = moduleOf(fn);
    if (inside(bindings.nodes.get('AssignmentExpression') ?? [], fn, (node) => node).some((node) => node.type === 'AssignmentExpression' && lastName(node.left) === 'body')) return true;
    if (inside(bindings.calls, fn, (call) => call).some((call) => memberOfCall(analysis, call)?.member.parses !== undefined || isParseByName(analysis, calleeOf(call)))) return true;
    // `described(op) { return this.api.validPath(op); }`
    if (returnsOf(fn).map(unwrap).some((given) => isCall(given) && validates(analysis, given, fn))) return true;
    // `validateRequest(req, next, schema)`
    const request = ['body', parameterName(fn, 0) ?? 'body'];
    return callsOf(analysis, moduleOf(fn), fn).some(({ node, fn: inner }) => argumentsOf(node).some((argument) => request.some((name) => hasName(oneLine(argument), name))) && parsesBody(analysis, inner));
  });
}

function isParseByName(analysis: Analysis, callee: Expression): boolean {
  return /^(?!JSON\.).*\.(?:validate|parse|safeParse|validateAsync|parseAsync|validateSync)$/.test(oneLine(callee)) && analysis.valueOf(callee).kind === 'unknown';
}

/** `schema.validate(req.body)`, `validateUser(dto)` in the same function: what it does with unknown fields is its own matter. */
function isValidatedInPlace(analysis: Analysis, { node, hops }: Origin): boolean {
  const texts = new Set([...hops, node].flatMap((hop) => (hop.type === 'Identifier' || hop.type === 'MemberExpression' ? [oneLine(hop)] : [])));
  return [...new Set([...hops, node].map(enclosingFunction))].some((home) => {
    if (!home) return false;
    return inside(moduleOf(home).bindings.calls, home, (call) => call).some((call) => {
      if (!argumentsOf(call).some((argument) => texts.has(oneLine(argument)))) return false;
      const known = memberOfCall(analysis, call)?.member;
      return known ? known.parses !== undefined && !lettingThrough(analysis, call, known) : /valid|assert|schema|parse|sanitiz|check/i.test(lastName(calleeOf(call)) ?? '');
    });
  });
}

/** A schema that keeps what it does not describe. */
function lettingThrough(analysis: Analysis, call: Call, { parses }: Member): boolean {
  const schema = parses && parsingSchema(analysis, call, parses);
  return schema !== undefined && opens(analysis, schema);
}
