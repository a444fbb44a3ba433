/** What a model, or the client that reads it, takes out of its rows before they are sent. */
import type { Library } from '#catalog';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, type ObjectExpression, argumentsOf, calleeOf, isCall, isClass, isFunction, unwrap } from '../syntax/ast.js';
import { hasName, keyName, lastName, objectProperty, propertyName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { originsOf, returnsOf } from '../flow/trace.js';

/** Is a field taken out by the model's own serializer, by a setting of the model, by a plugin of it, or by the client? */
export function isTakenOut(analysis: Analysis, library: Library, definition: ClassNode | Call | ObjectExpression | undefined, client: Module | undefined, field: string): boolean {
  const names = new Set<string | undefined>(['toJSON', ...(library.serializers ?? [])]);
  const modules = new Set<Module>();
  if (definition) for (const module of definingModules(analysis, definition)) modules.add(module);
  if (client) modules.add(client);
  return [...modules].some((module) => serializersIn(analysis, module, names).some((each) => takesOut(analysis, each, field)));
}

/** The module of a model, and that of the schema it is made from. */
function definingModules(analysis: Analysis, definition: ClassNode | Call | ObjectExpression): Module[] {
  const own = moduleOf(definition);
  if (definition.type === 'ObjectExpression') return [own];
  if (isClass(definition)) {
    const base = definition.superClass ? analysis.valueOf(definition.superClass) : undefined;
    return [own, ...(base?.kind === 'class' ? definingModules(analysis, base.node) : [])];
  }
  const schemas = argumentsOf(definition).flatMap((argument) => (argument.type === 'SpreadElement' || isFunction(argument) || argument.type === 'ObjectExpression' ? [] : originsOf(analysis, argument as Expression, { callers: false })));
  return [own, ...schemas.filter((origin) => isCall(origin.node)).map((origin) => moduleOf(origin.node))];
}

/** What stands under the name of a serializer, and the plugins of schemas. */
function serializersIn(analysis: Analysis, module: Module, names: ReadonlySet<string | undefined>): readonly Node[] {
  return analysis.once<readonly Node[]>(`serializers:${[...names].join(',')}`, module, [], () => {
    const found: Node[] = [];
    walk(module.program, (node) => {
      if ((node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') && node.value && names.has(keyName(node.key, node.computed))) found.push(node.value);
      else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && names.has(propertyName(node.left))) found.push(node.right);
      else if (node.type === 'Decorator' && isCall(node.expression) && names.has(lastName(calleeOf(node.expression)))) found.push(...argumentsOf(node.expression).flatMap((argument): Node[] => (isFunction(argument) ? returnsOf(argument) : [argument])));
      else if (node.type === 'CallExpression' && names.has(staticString(node.arguments[0]))) found.push(...node.arguments.slice(1));
      else if (node.type === 'CallExpression' && lastName(calleeOf(node)) === 'plugin') found.push(...argumentsOf(node).slice(0, 1).filter((plugin) => isSerializing(analysis, plugin, names)));
      return undefined;
    });
    return found;
  });
}

/** May a plugin of a schema put something in place of a serializer? Of a package's, its name is the only hint. */
function isSerializing(analysis: Analysis, plugin: Node, names: ReadonlySet<string | undefined>): boolean {
  const value = analysis.valueOf(plugin as Expression);
  if (value.kind === 'function') return [...names].some((name) => moduleOf(value.fn).text.includes(String(name)));
  return value.kind === 'unknown' || /json|hidden|private|sanit|omit|protect/i.test(textAt(plugin));
}

/** Does a serializer take a field out? One that cannot be read does. */
function takesOut(analysis: Analysis, node: Node, field: string): boolean {
  const value = analysis.valueOf(node as Expression);
  if (value.kind === 'object') {
    const transform = objectProperty(value.node, 'transform')?.value;
    return transform ? takesOut(analysis, transform, field) : mentions(value.node, field) || lists(value.node);
  }
  if (value.kind === 'function') return functionTakesOut(analysis, value.fn, field);
  return value.kind !== 'literal';
}

/** `attributes: ['id', 'name']`: a list of what is left. */
function lists(object: Node): boolean {
  let found = false;
  walk(object, (node) => {
    if (node.type === 'Property' && node.value.type === 'ArrayExpression' && keyName(node.key, node.computed) !== 'exclude' && node.value.elements.every((each) => staticString(each) !== undefined)) found = true;
    return !found;
  });
  return found;
}

/** It names the field, leaves out names that it works out, makes an object of its own, or calls on others. */
function functionTakesOut(analysis: Analysis, fn: FunctionNode, field: string): boolean {
  if (mentions(fn, field)) return true;
  if (returnsOf(fn).map(unwrap).some((returned) => returned.type === 'ObjectExpression' && returned.properties.every((each) => each.type === 'Property'))) return true;
  let found = false;
  walk(fn, (node) => {
    if (node.type === 'UnaryExpression' && node.operator === 'delete' && node.argument.type === 'MemberExpression' && propertyName(node.argument) === undefined) found = true;
    // What only copies, renames or prints says nothing; any other call may well do the work.
    else if (node.type === 'CallExpression' && !memberOfCall(analysis, node)?.member.copies && !COPYING.test(String(lastName(calleeOf(node))))) found = true;
    return !found;
  });
  return found;
}

const COPYING = /^(?:toObject|toJSON|toString|toHexString|get|call|apply|assign|getTime|toISOString|\$formatJson)$/;

/** Does a field's name stand anywhere in a node, as a name or a text? */
function mentions(node: Node, field: string): boolean {
  return hasName(textAt(node), field);
}

