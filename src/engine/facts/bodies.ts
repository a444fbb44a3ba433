/** The body of a request on its way through the code, whole: with whatever fields the client cares to send. */
import { variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, enclosingFunction, inside, isCall, isClass, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { keyName, lastName, parameterPattern, parametersOf, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { memberOfCall } from '../flow/invocation.js';
import { textOfNode } from '../flow/loops.js';
import { type Origin, originsOf, type TraceOptions } from '../flow/trace.js';
import type { Value } from '../flow/value.js';
import { mentionsField, opens } from './bounds.js';

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
  if (isCall(node)) return isStrippedByCall(analysis, node, name, path);
  if (name !== ANY_FIELD) return false;
  // `copy[key] = body[key]` for keys that the code chooses.
  const holder = parentOf(wrapped(node));
  if (holder?.type === 'MemberExpression' && holder.object === wrapped(node) && holder.computed && propertyName(holder) === undefined && !isKeyOf(holder.property, node)) return true;
  if (node.type === 'ObjectExpression') return setsPrivilege(node);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
  return losesPrivilege(node) || isCheckedByKeys(node) || isReplacedInPlace(node);
}

function isStrippedByCall(analysis: Analysis, call: Call, name: string, path: readonly string[]): boolean {
  const known = memberOfCall(analysis, call)?.member;
  if (known?.parses) {
    const schema = known.parses.schema ? slotValue(call, known.parses.schema) : asMember(calleeOf(call))?.object;
    if (name === ANY_FIELD) return schema === undefined || !opens(analysis, schema);
    return schema !== undefined && !mentionsField(analysis, schema, name);
  }
  if (name !== ANY_FIELD) return false;
  if (known?.keeps) return true;
  if (known?.drops) return argumentsOf(call).some((argument) => PRIVILEGE.test(textOfNode(argument) ?? ''));
  // `Object.entries(body).filter(([key]) => ALLOWED.includes(key))`
  const method = asMember(calleeOf(call));
  return method !== undefined && propertyName(method) === 'filter' && path.length > 0 && /\b(?:entries|keys)\(/.test(textOfNode(method.object) ?? '');
}

/** Fields that give its sender power. Without them the rest is a list of what nobody minds. */
const PRIVILEGE = /role|admin|permission|privilege|scope|isStaff|superuser|verified|status|balance|credit|owner/i;

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
    if (definition.kind !== 'value' && definition.kind !== 'parameter') continue;
    if (definition.binding.rest !== true) continue;
    const rest = parentOf(definition.binding.identifier);
    const pattern = rest && parentOf(rest);
    if (pattern?.type === 'ObjectPattern' && pattern.properties.some((property) => property.type === 'Property' && PRIVILEGE.test(keyName(property.key, property.computed) ?? ''))) return true;
  }
  const text = textOfNode(node);
  if (text === undefined) return false;
  return [...(module.bindings.members.values())].some((members) => members.some((member) => {
    const holder = parentOf(wrapped(member));
    return holder?.type === 'UnaryExpression' && holder.operator === 'delete' && member.start < node.start && textOfNode(member.object) === text && PRIVILEGE.test(propertyName(member) ?? '') && enclosingFunction(member) === enclosingFunction(node);
  }));
}

/** `if (!Object.keys(body).every((key) => ALLOWED.includes(key))) return …` before the use. */
function isCheckedByKeys(node: Expression): boolean {
  return conditionsAt(node).some(({ test }) => {
    const definition = test.type === 'Identifier' ? variableOf(moduleOf(test).bindings, test)?.definitions[0] : undefined;
    const asked = definition?.kind === 'value' ? definition.from : test;
    const text = moduleOf(asked).text.slice(asked.start, asked.end);
    return /\.(?:every|some|filter|find)\(/.test(text) && /\b(?:includes|has|indexOf|in)\b/.test(text);
  });
}

/** `req.body = pick(req.body, …)` before the use, in the same function. */
function isReplacedInPlace(node: Expression): boolean {
  const home = node.type === 'MemberExpression' ? enclosingFunction(node) : undefined;
  const text = home && textOfNode(node);
  if (!home || text === undefined) return false;
  return inside(moduleOf(node).bindings.nodes.get('AssignmentExpression') ?? [], home, (each) => each).some((each) => each.type === 'AssignmentExpression' && each.end < node.start && textOfNode(each.left) === text);
}

/** Is a key one of the object's own: `for (const key in body) row[key] = body[key]`? */
function isKeyOf(key: Expression, object: Expression): boolean {
  const inner = unwrap(key);
  const definition = inner.type === 'Identifier' ? variableOf(moduleOf(inner).bindings, inner)?.definitions[0] : undefined;
  const text = textOfNode(object);
  if (text === undefined || !definition) return false;
  if (definition.kind === 'element') return (textOfNode(definition.of) ?? '').includes(text);
  const call = definition.kind === 'parameter' ? parentOf(wrapped(definition.of)) : undefined;
  return isCall(call) && (textOfNode(asMember(calleeOf(call))?.object ?? call) ?? '') === `Object.keys(${text})`;
}

/** The body in the code's own words: `req.body`, `dto`. */
export function textOfBody(node: Node): string {
  return textOfNode(node) ?? lastName(node) ?? staticString(node) ?? 'the body';
}

/** Does a class declare a property that a test likes? */
export function declares(value: Value | undefined, likes: (name: string | undefined) => boolean): boolean {
  return value?.kind === 'instance' && isClass(value.of) && value.of.body.body.some((member) => member.type === 'PropertyDefinition' && likes(keyName(member.key, member.computed)));
}
