/** What a model, or the client that reads it, takes out of its rows before they are sent. */
import type { Library } from '#catalog';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isClass, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, lastName, objectProperty, propertyName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { originsOf, returnsOf } from '../flow/trace.js';

/** Is a field taken out by the model's own serializer, by a setting of the model, by a plugin of it, or by the client? */
export function isTakenOut(analysis: Analysis, library: Library, definition: Node | undefined, client: Module | undefined, field: string): boolean {
  const names = ['toJSON', ...(library.serializers ?? [])];
  const modules = new Set<Module>();
  if (definition) for (const module of definingModules(analysis, definition)) modules.add(module);
  if (client) modules.add(client);
  return [...modules].some((module) => serializersIn(analysis, module, names).some((each) => takesOut(analysis, each, field)));
}

/** The module of a model, and that of the schema it is made from. */
function definingModules(analysis: Analysis, definition: Node): Module[] {
  const own = moduleOf(definition);
  if (isClass(definition)) {
    const base = definition.superClass ? analysis.valueOf(definition.superClass) : undefined;
    return [own, ...(base?.kind === 'class' ? definingModules(analysis, base.node) : [])];
  }
  const schemas = isCall(definition) ? argumentsOf(definition).flatMap((argument) => (argument.type === 'SpreadElement' || isFunction(argument) || argument.type === 'ObjectExpression' ? [] : originsOf(analysis, argument as Expression, { callers: false }))) : [];
  return [own, ...schemas.filter((origin) => isCall(origin.node)).map((origin) => moduleOf(origin.node))];
}

/** What stands under the name of a serializer, and the plugins of schemas. */
function serializersIn(analysis: Analysis, module: Module, names: readonly string[]): readonly Node[] {
  return analysis.once<readonly Node[]>(`serializers:${names.join(',')}`, module, [], () => {
    const found: Node[] = [];
    walk(module.program, (node) => {
      if ((node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') && node.value && names.includes(keyName(node.key, node.computed) ?? '')) found.push(node.value);
      else if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression' && names.includes(propertyName(node.left) ?? '')) found.push(node.right);
      else if (node.type === 'Decorator') {
        const inner = unwrap(node.expression);
        if (isCall(inner) && names.includes(lastName(calleeOf(inner)) ?? '')) found.push(...argumentsOf(inner));
      } else if (node.type === 'CallExpression' && names.includes(staticString(node.arguments[0]) ?? '')) found.push(...node.arguments.slice(1));
      else if (node.type === 'CallExpression' && lastName(calleeOf(node)) === 'plugin' && asMember(calleeOf(node))) found.push(...pluginOf(analysis, node, names));
      return undefined;
    });
    return found;
  });
}

/** What a plugin of the app's own puts in place of a serializer; of a package's, its name is the only hint. */
function pluginOf(analysis: Analysis, call: Call, names: readonly string[]): readonly Node[] {
  const [plugin] = argumentsOf(call);
  if (!plugin || plugin.type === 'SpreadElement') return [];
  const value = analysis.valueOf(plugin as Expression);
  const name = lastName(plugin) ?? '';
  if (value.kind === 'function' && names.some((each) => moduleOf(value.fn).text.includes(each))) return [plugin];
  return value.kind !== 'function' && (/json|hidden|private|sanit|omit|protect/i.test(name) || value.kind === 'unknown') ? [plugin] : [];
}

/** Does a serializer take a field out? One that cannot be read does. */
function takesOut(analysis: Analysis, node: Node, field: string): boolean {
  const inner = unwrap(node as Expression);
  if (isFunction(inner)) return functionTakesOut(analysis, inner, field);
  if (inner.type === 'ObjectExpression') {
    const transform = objectProperty(inner, 'transform')?.value;
    if (transform) return takesOut(analysis, transform, field);
    return mentions(inner, field) || lists(inner);
  }
  if (inner.type === 'Literal') return false;
  const value = analysis.valueOf(inner);
  if (value.kind === 'object' && value.node !== (inner as Node)) return takesOut(analysis, value.node, field);
  return value.kind !== 'function' || value.fn === node || functionTakesOut(analysis, value.fn, field);
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
  if (returnsOf(fn).some((returned) => unwrap(returned).type === 'ObjectExpression' && !(unwrap(returned) as Extract<Node, { type: 'ObjectExpression' }>).properties.some((each) => each.type === 'SpreadElement'))) return true;
  let found = false;
  walk(fn, (node) => {
    if (node.type === 'UnaryExpression' && node.operator === 'delete' && node.argument.type === 'MemberExpression' && propertyName(node.argument) === undefined) found = true;
    else if (isCall(node) && node.type === 'CallExpression') {
      const member = memberOfCall(analysis, node)?.member;
      const callee = calleeOf(node);
      // What only copies, renames or prints says nothing; any other call may well do the work.
      if (!member?.copies && !/^(?:toObject|toJSON|toString|toHexString|get|call|apply|assign|getTime|toISOString|\$?formatJson)$/i.test(lastName(callee)?.replace(/^\$/, '') ?? '') && unwrap(callee).type !== 'Super') found = true;
    }
    return !found;
  });
  return found;
}

/** Does a field's name stand anywhere in a node, as a name or a text? */
function mentions(node: Node, field: string): boolean {
  return new RegExp(`(?<![\\w$])${field}(?![\\w$])`).test(moduleOf(node).text.slice(node.start, node.end));
}

