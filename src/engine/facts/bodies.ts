/** The body of a request on its way through the code, whole: with whatever fields the client cares to send. */
import { variableOf } from '../binding/scope.js';
import { moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isClass, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, parameterPattern, parametersOf, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { handlerFunction } from '../flow/registration.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import type { Value } from '../flow/value.js';
import { classBounds, type Holding, mentionsField, opens, parsingSchema, routeSchemas, schemaBounds } from './bounds.js';

/** The name of a field that no code mentions: where it comes from, every field of an object does. */
export const ANY_FIELD = '\0any';

/**
 * Where a field of an object comes from: with `ANY_FIELD`, the objects that are in it whole. What a schema or a pick takes out is left out.
 * A trail that ends in the request's body has the path to the object in it, and the field's name last.
 */
export function originsOfField(analysis: Analysis, data: Expression, path: readonly string[], options: TraceOptions): Origin[] {
  return originsOf(analysis, data, { ...options, clean: (node, inner) => options.clean?.(node, inner) === true || isStripped(analysis, node, inner) }, path);
}

/** Is this the body of a request, or an object in it, with the wanted field still in it? */
export function isBody(origin: Origin, field: string): boolean {
  return origin.kind === 'request' && origin.part === 'body' && origin.path.at(-1) === field;
}

/** The class that a parameter is declared to be of: `@Body() dto: CreateUserDto`; `undefined` for any other value. */
export function declaredValue(analysis: Analysis, { parameter }: Origin): Value | undefined {
  const declared = parameter && parametersOf(parameter.fn)[parameter.index];
  const pattern = declared && parameterPattern(declared);
  return pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
}

/** Does a schema that does not mention the field parse the value here, or is it a pick of other fields? */
export function isStripped(analysis: Analysis, node: Expression, path: readonly string[]): boolean {
  const name = path.at(-1);
  if (name === undefined) return false;
  if (isCall(node)) return isStrippedByCall(analysis, node, name);
  if (name !== ANY_FIELD) return false;
  // `copy[key] = body[key]` for keys that the code chooses.
  const holder = parentOf(wrapped(node));
  if (holder?.type === 'MemberExpression' && holder.object === wrapped(node) && holder.computed && propertyName(holder) === undefined && (!isKeyOf(holder.property, node) || isChosen(holder.property))) return true;
  if (node.type === 'ObjectExpression') return setsPrivilege(node);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
  return losesPrivilege(node) || isCheckedByKeys(node) || isReplacedInPlace(node);
}

function isStrippedByCall(analysis: Analysis, call: Call, name: string): boolean {
  const known = memberOfCall(analysis, call)?.member;
  if (known?.parses) {
    const schema = parsingSchema(analysis, call, known.parses);
    if (name === ANY_FIELD) return schema === undefined || !opens(analysis, schema);
    return schema !== undefined && !mentionsField(analysis, schema, name);
  }
  if (name !== ANY_FIELD) return false;
  if (known?.keeps) return true;
  if (known?.drops) return argumentsOf(call).some((argument) => isPrivilege(oneLine(argument)));
  // `Object.entries(body).filter(([key]) => ALLOWED.includes(key))`
  const method = asMember(calleeOf(call));
  return method !== undefined && propertyName(method) === 'filter' && /\b(?:entries|keys)\(/.test(oneLine(method.object));
}

/** Fields that give its sender power. Without them the rest is a list of what nobody minds. */
const PRIVILEGE = /role|admin|permission|privilege|scope|isStaff|superuser|verified|status|balance|credit|owner/i;

function isPrivilege(name: string | undefined): boolean {
  return name !== undefined && PRIVILEGE.test(name);
}

/** `{ ...body, role: 'user' }`: what matters is set after the spread. */
function setsPrivilege(object: Extract<Node, { type: 'ObjectExpression' }>): boolean {
  const spread = object.properties.findIndex((property) => property.type === 'SpreadElement');
  return spread >= 0 && object.properties.slice(spread + 1).some((property) => property.type === 'Property' && /role|admin|permission|privilege|scope|isStaff|superuser/i.test(keyName(property.key, property.computed) ?? ''));
}

/** `const { role, ...rest } = body`, `delete body.role` before the use. */
function losesPrivilege(node: Expression): boolean {
  const module = moduleOf(node);
  const variable = node.type === 'Identifier' ? variableOf(module.bindings, node) : undefined;
  for (const definition of variable?.definitions ?? []) {
    if (!('binding' in definition) || definition.binding.rest !== true) continue;
    const pattern = parentOf(parentOf(definition.binding.identifier)!);
    if (pattern?.type === 'ObjectPattern' && pattern.properties.some((property) => property.type === 'Property' && isPrivilege(keyName(property.key, property.computed)))) return true;
  }
  const text = oneLine(node);
  return [...(module.bindings.members.values())].some((members) => members.some((member) => {
    const holder = parentOf(wrapped(member));
    return holder?.type === 'UnaryExpression' && holder.operator === 'delete' && member.start < node.start && oneLine(member.object) === text && isPrivilege(propertyName(member)) && enclosingFunction(member) === enclosingFunction(node);
  }));
}

/** `if (!Object.keys(body).every((key) => ALLOWED.includes(key))) return …` before the use. */
function isCheckedByKeys(node: Expression): boolean {
  return conditionsAt(node).some(({ test }) => {
    const definition = test.type === 'Identifier' ? variableOf(moduleOf(test).bindings, test)?.definitions[0] : undefined;
    const asked = definition?.kind === 'value' ? definition.from : test;
    const text = oneLine(asked);
    return /\.(?:every|some|filter|find)\(/.test(text) && /\b(?:includes|has|indexOf|in)\b/.test(text);
  });
}

/** `req.body = pick(req.body, …)` before the use, in the same function. */
function isReplacedInPlace(node: Expression): boolean {
  const home = node.type === 'MemberExpression' ? enclosingFunction(node) : undefined;
  if (!home) return false;
  const text = oneLine(node);
  return inside(moduleOf(node).bindings.nodes.get('AssignmentExpression') ?? [], home, (each) => each).some((each) => each.type === 'AssignmentExpression' && each.end < node.start && oneLine(each.left) === text);
}

/** Has a key been asked about on the way: `if (ALLOWED.includes(key))`, `if (key !== 'role')`? That the object has it says nothing. */
function isChosen(key: Expression): boolean {
  const name = oneLine(key);
  return conditionsAt(key).some(({ test }) => {
    if (test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator) && [test.left, test.right].some((side) => oneLine(side) === name)) return true;
    const asked = oneLine(test);
    return asked.includes(`(${name})`) && !asked.includes('hasOwn');
  });
}

/** Is a key one of the object's own: `for (const key in body) row[key] = body[key]`? */
function isKeyOf(key: Expression, object: Expression): boolean {
  const inner = unwrap(key);
  const definition = inner.type === 'Identifier' ? variableOf(moduleOf(inner).bindings, inner)?.definitions[0] : undefined;
  const text = oneLine(object);
  if (definition?.kind === 'changed' && definition.node.type === 'ForInStatement') return oneLine(definition.node.right) === text;
  if (definition?.kind === 'element') return oneLine(definition.of).includes(text);
  const call = definition?.kind === 'parameter' ? parentOf(wrapped(definition.of)) : undefined;
  return isCall(call) && oneLine(asMember(calleeOf(call))?.object ?? call) === `Object.keys(${text})`;
}

/** Is a body, of which a field is traced, described as having that field: by the class or type of its parameter, by its route, or by the schema that parses it? */
export function isDescribedWith(analysis: Analysis, body: Origin, field: string): boolean {
  const declared = declaredValue(analysis, body);
  if (declares(declared, (name) => name === field) || (declared?.kind === 'instance' && isClass(declared.of) && classBounds(analysis, declared.of, field, NAMED))) return true;
  const fn = body.parameter?.fn ?? handlerFunction(analysis, body.node);
  if (fn && routeSchemas(analysis, fn).some((schema) => schemaBounds(analysis, schema, field, NAMED))) return true;
  return [body.node, ...body.hops].some((hop) => {
    const parses = isCall(hop) ? memberOfCall(analysis, hop)?.member.parses : undefined;
    if (!isCall(hop) || !parses) return false;
    const schema = parsingSchema(analysis, hop, parses);
    return [...argumentsOf(hop), asMember(calleeOf(hop))?.object, schema].some((each) => each && schemaBounds(analysis, each, field, NAMED));
  });
}

/** A field that is described at all. */
const NAMED: Holding = { inSchema: () => true, asDecorator: () => true };

/** Does a class, interface or type literal declare a property that a test likes? */
export function declares(value: Value | undefined, likes: (name: string | undefined) => boolean): boolean {
  if (value?.kind === 'foreign' && value.declared) {
    const { declared } = value;
    const members = declared.type === 'TSInterfaceDeclaration' ? declared.body.body : declared.type === 'TSTypeLiteral' ? declared.members : [];
    return members.some((member) => member.type === 'TSPropertySignature' && likes(keyName(member.key, member.computed)));
  }
  return value?.kind === 'instance' && isClass(value.of) && value.of.body.body.some((member) => member.type === 'PropertyDefinition' && likes(keyName(member.key, member.computed)));
}
