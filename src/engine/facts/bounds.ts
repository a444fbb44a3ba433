/** Is a number kept under an upper bound? By arithmetic, comparisons, schemas, decorators and route validation. */
import type { Member } from '#catalog';
import { type Variable, variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, inside, isCall, isClass, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, keyName, lastName, objectProperty, parameterPattern, parametersOf, propertyName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { exportedNode } from '../flow/exported.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { decoration, handlerFunction, handlerShapeOf } from '../flow/registration.js';
import type { Origin } from '../flow/trace.js';

/** Is an expression's value bounded by what stands here: `Math.min`, a clamp, a comparison, a schema that parses it? */
export function isBounded(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  if (isCall(node)) return isClamp(analysis, node) || isBoundedByParse(analysis, node, path);
  if (node.type === 'BinaryExpression' && node.operator === '%') return true;
  if (node.type === 'Identifier' || node.type === 'MemberExpression') return isCompared(analysis, node) || (node.type === 'Identifier' && isReassigned(analysis, node));
  return false;
}

function isClamp(analysis: Analysis, call: Call): boolean {
  if (isMin(call)) return true;
  const callee = calleeOf(call);
  const name = lastName(callee) ?? '';
  if (analysis.options.names.boundFunctions.includes(name)) return true;
  const known = memberOfCall(analysis, call);
  if (known) return Array.isArray(known.member.bounds);
  // An unknown helper of that name; one that can be followed is judged by its body.
  return /^clamp|clamp$|^(?:cap|limit|bound)(?:ed)?(?:To|At|Max|PageSize|Limit)|^min$/i.test(name) && analysis.valueOf(callee).kind !== 'function';
}

/** `Math.min(limit, 100)` */
function isMin(call: Call): boolean {
  const member = asMember(calleeOf(call));
  return member?.object.type === 'Identifier' && member.object.name === 'Math' && propertyName(member) === 'min' && argumentsOf(call).length > 1;
}

/** `limit > 100 ? 100 : limit`, `if (limit > MAX) throw …`, `limit <= 100 && …` */
function isCompared(analysis: Analysis, node: Expression): boolean {
  const text = textOfNode(node);
  return text !== undefined && conditionsAt(node).some(({ test, holds }) => isUpperTest(analysis, test, text, holds));
}

/** Does a comparison that holds (or fails) say that `text` is at most something? */
function isUpperTest(analysis: Analysis, test: Expression, text: string, holds: boolean): boolean {
  if (test.type === 'LogicalExpression') return test.operator === '||' && !holds ? [test.left, test.right].some((side) => isUpperTest(analysis, side, text, holds)) : test.operator === '&&' && holds && [test.left, test.right].some((side) => isUpperTest(analysis, side, text, holds));
  if (isCall(test)) return holds && lastName(calleeOf(test)) === 'includes' && argumentsOf(test).some((argument) => textOfNode(argument)?.includes(text) === true);
  if (test.type !== 'BinaryExpression' || test.left.type === 'PrivateIdentifier') return false;
  const isValue = (side: Node): boolean => {
    const own = textOfNode(side);
    return own === text || own === `Number(${text})` || own === `+${text}` || (own?.startsWith('parseInt(') === true && own.includes(text));
  };
  const [left, right] = [test.left, test.right];
  const isBound = (side: Expression): boolean => {
    const value = analysis.valueOf(side);
    return !(value.kind === 'literal' && typeof value.value === 'number' && value.value <= 1);
  };
  if (isValue(left) && isBound(right)) return (test.operator === '>' || test.operator === '>=' ? !holds : (test.operator === '<' || test.operator === '<=' || test.operator === '===') && holds);
  if (isValue(right) && isBound(left)) return (test.operator === '<' || test.operator === '<=' ? !holds : (test.operator === '>' || test.operator === '>=' || test.operator === '===') && holds);
  return false;
}

/** Does a test that holds (or fails) say of this very value that it is at most something? */
function isAtMost(analysis: Analysis, test: Expression, value: Node, holds: boolean): boolean {
  const text = value.type === 'Identifier' || value.type === 'MemberExpression' ? textOfNode(value) : undefined;
  return text !== undefined && isUpperTest(analysis, test, text, holds);
}

/** `if (limit > 100) limit = 100` before the use. */
function isReassigned(analysis: Analysis, node: Extract<Node, { type: 'Identifier' }>): boolean {
  const variable: Variable | undefined = variableOf(moduleOf(node).bindings, node);
  return (variable?.definitions ?? []).some((definition) => {
    if (definition.kind !== 'value' || definition.from.end > node.start || parentOf(definition.from)?.type !== 'AssignmentExpression') return false;
    return conditionsAt(definition.from).some(({ test, holds }) => isUpperTest(analysis, test, node.name, !holds));
  });
}

/** What has to stand in the description of a field for the field to count as held: in its schema, or in a decorator of it. */
export interface Holding {
  readonly inSchema: (analysis: Analysis, node: Node) => boolean;
  readonly asDecorator: (member: Member) => boolean;
}

/** An upper bound: a step `.max()`, JSON schema's `maximum`, an enumeration, a function that compares or clamps. */
const BOUND: Holding = {
  inSchema: (analysis, node) => {
    if (node.type === 'Property') {
      const name = keyName(node.key, node.computed);
      return name === 'maximum' || name === 'exclusiveMaximum' || name === 'enum' || name === 'const' || (name === 'max' && node.parent?.type === 'ObjectExpression');
    }
    // `.transform((n) => (n > 100 ? 100 : n))`, `.refine((n) => n <= 100)`
    if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate].some((branch) => isAtMost(analysis, node.test, branch, branch === node.consequent));
    if (node.type === 'BinaryExpression') return isFunction(parentOf(node)) && isAtMost(analysis, node, node.left, true);
    const bounds = isCall(node) ? memberOfCall(analysis, node)?.member.bounds : undefined;
    return bounds === 'max' || (isCall(node) && isMin(node)) || (isCall(node) && Array.isArray(bounds) && slotValue(node, bounds as never) !== undefined);
  },
  asDecorator: (member) => member.decorates?.as === 'bound',
};

/** `schema.parse(req.query).limit`: does the schema bound the field? */
export function isBoundedByParse(analysis: Analysis, call: Call, path: readonly string[], holding = BOUND): boolean {
  const parses = memberOfCall(analysis, call)?.member.parses;
  if (!parses) return false;
  const [first, ...rest] = path;
  const inside = parses.result !== undefined && first === parses.result ? rest : path;
  const schema = parsingSchema(analysis, call, parses);
  if (schema === undefined) return false;
  // What a function of the app checks by itself is not read.
  if (isHandedIn(schema) || isFunction(schema)) return true;
  return inside.every((name) => POSITION.test(name)) ? mentionsBound(analysis, schema, holding) : pathBounds(analysis, schema, inside, holding);
}

/**
 * The schema by which a call parses: what it is called on, or what it is given, which may be the parsing itself: `readValidatedBody(event, schema.parse)`,
 * `(data) => schema.parse(data)`. A function that does something else is given as it is.
 */
export function parsingSchema(analysis: Analysis, call: Call, parses: NonNullable<Member['parses']>): Node | undefined {
  const given = parses.schema ? slotValue(call, parses.schema) : asMember(calleeOf(call))?.object;
  if (!given || !parses.schema) return given;
  const value = analysis.valueOf(given as Expression);
  if (value.kind === 'member' && value.member.parses) return asMember(unwrap(given as Expression))?.object ?? given;
  if (value.kind !== 'function') return given;
  const { fn } = value;
  return analysis.once<Node>('parsingSchema', fn, fn, () => {
    for (const inner of inside(moduleOf(fn).bindings.calls, fn, (each) => each)) {
      const known = memberOfCall(analysis, inner)?.member.parses;
      const schema = known && parsingSchema(analysis, inner, known);
      if (schema) return schema;
    }
    return fn;
  });
}

/** Is a schema a parameter: one of many, of which nobody can tell what it says? */
function isHandedIn(schema: Node): boolean {
  const inner = unwrap(schema as Expression);
  const definitions = inner.type === 'Identifier' ? (variableOf(moduleOf(inner).bindings, inner)?.definitions ?? []) : [];
  return definitions.some((definition) => definition.kind === 'parameter');
}

/**
 * Does what a schema lets through at a path hold? `false` only where the schema is in sight, and takes the field with nothing that holds it:
 * a schema takes out what it does not mention, and one that cannot be seen may say anything.
 */
export function lets(analysis: Analysis, schema: Node, path: readonly string[], holding: Holding): boolean {
  const names = path.filter((name) => !POSITION.test(name));
  const known = isCall(schema) || schema.type === 'ObjectExpression' ? schema : definitionOf(analysis, schema as Expression);
  if (known === undefined) return true;
  if (names.length === 0) return mentionsBound(analysis, known, holding);
  for (const name of names.toReversed()) {
    const bounds = isClass(known) ? classBounds(analysis, known, name, holding) : schemaBounds(analysis, known, name, holding);
    if (bounds !== undefined) return bounds;
  }
  return true;
}

/** A step of a path that no schema mentions: a position in an array. */
const POSITION = /^(?:\d+|\*)$/;

/** Does a schema bound what a path leads to? The innermost name that it mentions decides. */
function pathBounds(analysis: Analysis, schema: Node, path: readonly string[], holding: Holding): boolean {
  for (const name of path.toReversed()) {
    const bounds = POSITION.test(name) ? undefined : schemaBounds(analysis, schema, name, holding);
    if (bounds !== undefined) return bounds;
  }
  return false;
}

/**
 * Does a schema bound the field of this name? `undefined` where it does not mention the field.
 * Schemas are read as they are written: object literals of fields, chains of steps, JSON schema, and names for any of these.
 */
export function schemaBounds(analysis: Analysis, schema: Node, field: string, holding = BOUND, depth = 0): boolean | undefined {
  if (depth > 6) return undefined;
  const answers: boolean[] = [];
  walk(schema, (node) => {
    if (answers.includes(true)) return false;
    if (node.type === 'Property' && keyName(node.key, node.computed) === field) {
      answers.push(mentionsBound(analysis, node.value, holding));
      return false;
    }
    if (node.type === 'Identifier' || node.type === 'MemberExpression') {
      const target = definitionOf(analysis, node as Expression);
      if (target && target !== schema) {
        const inner = isClass(target) ? classBounds(analysis, target, field, holding) : schemaBounds(analysis, target, field, holding, depth + 1);
        if (inner !== undefined) answers.push(inner);
        return false;
      }
    }
    if (isCall(node)) {
      // express-validator names the field in a call: `query('limit').isInt({ max: 100 })`.
      const called = memberOfCall(analysis, node);
      if (called?.library.kind === 'validation' && Array.isArray(called.member.names) && staticString(argumentsOf(node)[0]) === field) answers.push(mentionsBound(analysis, chainAround(node), holding));
    }
    return undefined;
  });
  return answers.length === 0 ? undefined : answers.includes(true);
}

/** Does a schema name a field? Where nothing of the schema can be seen, it may. */
export function mentionsField(analysis: Analysis, schema: Node, field: string): boolean {
  const known = definitionOf(analysis, schema as Expression) ?? (isCall(schema) ? schema : undefined);
  return known === undefined || schemaBounds(analysis, known, field) !== undefined;
}

/** Does a schema let fields through that it does not name: `.passthrough()`, `z.any()`? */
export function opens(analysis: Analysis, schema: Node): boolean {
  const known = isCall(schema) ? schema : definitionOf(analysis, schema as Expression);
  let found = false;
  if (known && !isClass(known)) walk(known, (node) => {
    if (isCall(node) && memberOfCall(analysis, node)?.member.opens) found = true;
    return !found;
  });
  return found;
}

/** The outermost call of a chain that starts here. */
function chainAround(call: Call): Node {
  let node: Node = call;
  for (let member = parentOf(node); member?.type === 'MemberExpression' && member.object === node && isCall(parentOf(member)); member = parentOf(node)) node = parentOf(member)!;
  return node;
}

/** Does a field's schema say anywhere that the field is held? */
function mentionsBound(analysis: Analysis, schema: Node, holding: Holding, depth = 0): boolean {
  let found = false;
  walk(schema, (node) => {
    if (found) return false;
    if (holding.inSchema(analysis, node)) found = true;
    else if (node.type === 'Identifier' && depth < 4) {
      const target = definitionOf(analysis, node as Expression);
      if (target && !isClass(target) && mentionsBound(analysis, target, holding, depth + 1)) found = true;
    }
    return !found;
  });
  return found;
}

/** The expression or class that a name of this or another module stands for. */
function definitionOf(analysis: Analysis, node: Expression): Node | undefined {
  const inner = unwrap(node);
  const value = analysis.valueOf(inner);
  if (value.kind === 'class') return value.node;
  if (value.kind === 'object') return value.node;
  // `pageSchema({ … })`: what the app's own function makes it of.
  if (value.kind === 'function' && isCall(node.parent) && calleeOf(node.parent) === inner) return value.fn;
  const variable = inner.type === 'Identifier' ? variableOf(moduleOf(inner).bindings, inner) : undefined;
  const definition = variable?.definitions[0];
  if (definition?.kind === 'value' && definition.binding.path.length === 0) return definition.from;
  if (inner.type === 'Identifier' && (definition?.kind === 'import' || (definition?.kind === 'value' && definition.binding.path.length === 1))) {
    const module = moduleOf(inner);
    const source = definition.kind === 'import' ? definition.source : undefined;
    const target = source === undefined ? undefined : analysis.follow(module, source);
    const exported = definition.kind === 'import' && target ? exportedNode(analysis, target, definition.imported) : undefined;
    return exported;
  }
  if (inner.type === 'MemberExpression') {
    const object = analysis.valueOf(inner.object);
    const name = propertyName(inner);
    if (object.kind === 'module' && name !== undefined) return exportedNode(analysis, object.module, name);
    const holder = name === undefined ? undefined : definitionOf(analysis, inner.object);
    if (holder?.type === 'ObjectExpression') {
      const property = holder.properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === name);
      return property?.type === 'Property' ? property.value : undefined;
    }
  }
  return undefined;
}

/** A class-validator DTO: does the property of this name (own or inherited) carry a bound? `undefined` where it has no such property. */
export function classBounds(analysis: Analysis, owner: ClassNode, field: string, holding = BOUND): boolean | undefined {
  for (const member of owner.body.body) {
    if (member.type !== 'PropertyDefinition' || keyName(member.key, member.computed) !== field) continue;
    return decoratorsOf(member).some((decorator) => {
      const { member: described } = decoration(analysis, decorator.expression) ?? {};
      return described !== undefined && holding.asDecorator(described);
    });
  }
  if (!owner.superClass) return undefined;
  const inherited = basesOf(analysis, owner.superClass).flatMap((base) => classBounds(analysis, base, field, holding) ?? []);
  // `extends createZodDto(pageSchema)`: the class is made of a schema.
  const base = unwrap(owner.superClass);
  return inherited[0] ?? (isCall(base) ? argumentsOf(base).flatMap((schema) => schemaBounds(analysis, schema, field, holding) ?? [])[0] : undefined);
}

/** `extends pageOf(100)` is the class that the function makes; `extends PartialType(IntersectionType(PageDto, SortDto))` has the fields of both. */
function basesOf(analysis: Analysis, node: Node): ClassNode[] {
  const base = unwrap(node as Expression);
  const value = analysis.valueOf(base);
  if (value.kind === 'class') return [value.node];
  return isCall(base) ? argumentsOf(base).flatMap((each) => basesOf(analysis, each)) : [];
}

/** Is a request value bounded before the handler sees it: by its parameter's DTO, a pipe, or a schema on its route? */
export function isBoundedRequest(analysis: Analysis, origin: Origin, holding = BOUND): boolean {
  const named = origin.path.length === 0 && origin.node.type === 'Identifier' ? [origin.node.name] : origin.path;
  const field = named.find((name) => name !== '*');
  const fn = origin.parameter?.fn ?? handlerFunction(analysis, origin.node);
  if (!fn || field === undefined) return false;
  if (origin.parameter) {
    const parameter = parametersOf(fn)[origin.parameter.index];
    const pattern = parameter && parameterPattern(parameter);
    const declared = pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
    if (declared?.kind === 'instance' && isClass(declared.of) && classBounds(analysis, declared.of, field, holding) === true) return true;
    if (parameter && decoratorsOf(parameter).some((decorator) => mentionsBound(analysis, decorator.expression, holding))) return true;
  }
  return routeSchemas(analysis, fn).some((argument) => pathBounds(analysis, argument, named, holding));
}

/** What may describe the requests of a handler: the other arguments of its route, of the chain before it, and of a wrapper around it. */
export function routeSchemas(analysis: Analysis, fn: FunctionNode): Node[] {
  const registration = handlerShapeOf(analysis, fn);
  const call = registration?.call;
  const entry = registration?.entry;
  const described = call ? [...argumentsOf(call).flatMap((argument) => (entry && isWithin(entry, argument) ? [entry] : isWithin(fn, argument) && argument.type !== 'ObjectExpression' ? [] : [argument])), ...argumentsBefore(analysis, calleeOf(call))] : [];
  return [...described, ...argumentsOfWrapper(fn), ...besideHandler(fn, registration?.shape.describedBy)];
}

/** `withSchema({ query: pageSchema }, (ctx) => …)`: what a wrapper is given beside the handler. */
function argumentsOfWrapper(fn: FunctionNode): Node[] {
  const wrapper = parentOf(wrapped(fn));
  return isCall(wrapper) ? argumentsOf(wrapper).filter((argument) => argument !== wrapped(fn)) : [];
}

/** `{ inputs: { limit: { type: 'number', max: 100 } }, fn() {} }`: what stands under a key beside the handler. */
function besideHandler(fn: FunctionNode, key: string | undefined): Node[] {
  const holder = parentOf(wrapped(fn))?.parent;
  const property = key !== undefined && holder?.type === 'ObjectExpression' ? objectProperty(holder, key) : undefined;
  return property ? [property.value] : [];
}

/** What the chain in front of a handler's registration was given: `procedure.input(schema).query(handler)`, through names of its parts. */
function argumentsBefore(analysis: Analysis, callee: Expression, depth = 0): Node[] {
  const object = asMember(callee)?.object;
  if (!object || depth > 20) return [];
  const inner = unwrap(object);
  const call = isCall(inner) ? inner : undefined;
  if (!call) {
    const target = definitionOf(analysis, inner);
    return target && isCall(target) ? argumentsOfStep(analysis, target, depth) : [];
  }
  return argumentsOfStep(analysis, call, depth);
}

function argumentsOfStep(analysis: Analysis, call: Call, depth: number): Node[] {
  const member = memberOfCall(analysis, call)?.member;
  // Another route of the same chain speaks of its own requests.
  const isOfAll = member?.route === undefined || member.route.method === 'use' || member.route.method === 'all';
  return member?.returns === 'this' && isOfAll ? [...argumentsOf(call), ...argumentsBefore(analysis, calleeOf(call), depth + 1)] : [];
}

