/** What a call runs: a library's member, or functions of the app. */
import type { Member } from '#catalog';
import { variableOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, asMember, calleeOf, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, lastName, propertyName } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { type MemberValue, UNKNOWN, type Value } from './value.js';

/** The function or constructor that a call runs; `undefined` for a library's or an unknown one. */
export function calledFunction(analysis: Analysis, call: Call): FunctionNode | undefined {
  if (isBind(analysis, call)) return undefined;
  const value = analysis.valueOf(calleeOf(call));
  if (value.kind === 'function') return value.fn;
  if (value.kind === 'module') {
    const whole = analysis.exportValue(value.module, 'default');
    return whole.kind === 'function' ? whole.fn : undefined;
  }
  if (value.kind === 'class' && call.type === 'NewExpression') {
    const constructor = value.node.body.body.find((each) => each.type === 'MethodDefinition' && each.kind === 'constructor' && isFunction(each.value));
    return constructor?.type === 'MethodDefinition' ? constructor.value : undefined;
  }
  return undefined;
}

/** All functions that a call may run, as far as they can be followed: more than one where the callee is picked from a table or list of functions. */
export function calledFunctions(analysis: Analysis, call: Call): FunctionNode[] {
  const picked = (pickedValues(analysis, calleeOf(call)) ?? []).flatMap((value) => (value.kind === 'function' ? [value.fn] : []));
  if (picked.length > 0) return picked;
  const fn = calledFunction(analysis, call);
  return fn ? [fn] : [];
}

/**
 * What a callee may be that is picked from a table or list in sight: `handlers[key]`, `for (const handler of handlers)`, and a method of such an
 * element, `TABLE[key].check`. `undefined` where it is nothing of the kind.
 */
export function pickedValues(analysis: Analysis, callee: Expression): readonly Value[] | undefined {
  const list = listPicked(callee);
  if (list) return elementsIn(analysis, list);
  const member = asMember(callee);
  const name = member && propertyName(member);
  const owner = member && name !== undefined ? listPicked(unwrap(member.object)) : undefined;
  return owner && elementsIn(analysis, owner)?.map((element) => {
    const property = element.kind === 'object' ? element.node.properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === name) : undefined;
    return property?.type === 'Property' ? analysis.valueOf(property.value) : UNKNOWN;
  });
}

/** The table or list from which an expression picks an element that nobody can tell. */
function listPicked(node: Expression): Expression | undefined {
  if (node.type === 'Identifier') return pickedFrom(node);
  return node.type === 'MemberExpression' && node.computed && propertyName(node) === undefined ? node.object : undefined;
}

function elementsIn(analysis: Analysis, list: Expression): readonly Value[] | undefined {
  const value = analysis.valueOf(list);
  if (value.kind === 'array') return value.elements.map((element) => (element ? analysis.valueOf(element) : UNKNOWN));
  if (value.kind === 'object') return value.node.properties.map((property) => (property.type === 'Property' ? analysis.valueOf(property.value) : UNKNOWN));
  return undefined;
}

/** `const handler = handlers[key]`, `for (const handler of handlers)` → `handlers` */
function pickedFrom(callee: Extract<Expression, { type: 'Identifier' }>): Expression | undefined {
  const definitions = variableOf(moduleOf(callee).bindings, callee)?.definitions ?? [];
  const [definition] = definitions;
  if (definitions.length !== 1 || !definition) return undefined;
  if (definition.kind === 'element') return definition.of;
  if (definition.kind !== 'value' || definition.binding.path.length > 0) return undefined;
  const from = unwrap(definition.from);
  return from.type === 'MemberExpression' && from.computed && propertyName(from) === undefined ? from.object : undefined;
}

/** A call's callee. `require('knex')` is the whole of a package, which may be called (or constructed) as what it exports by default. */
export function calleeValue(analysis: Analysis, call: Call): Value {
  const value = analysis.valueOf(calleeOf(call));
  const type = value.kind === 'member' && value.name === '*' ? value.member.type : undefined;
  if (value.kind !== 'member' || type === undefined || !typeField(value.library, type, call.type === 'NewExpression' ? 'construct' : 'call')) return value;
  return { kind: 'library', library: value.library, type, steps: [], certain: value.certain };
}

/** The catalogue's word on a call: what is called, and on which value. */
export function memberOfCall(analysis: Analysis, call: Call): MemberValue | undefined {
  const value = calleeValue(analysis, call);
  if (value.kind === 'member') return isBind(analysis, call) ? undefined : value;
  if (value.kind !== 'library' || value.many) return undefined;
  const member: Member | undefined = call.type === 'NewExpression' ? typeField(value.library, value.type, 'construct') : typeField(value.library, value.type, 'call');
  return member ? { kind: 'member', library: value.library, member, name: value.type, receiver: value, certain: value.certain } : undefined;
}

/** The calls of a module of which the catalogue has a word. Cost: its calls are resolved, once; most are the app's own. */
export function libraryCallsOf(analysis: Analysis, module: Module): readonly Call[] {
  return analysis.once<readonly Call[]>('libraryCalls', module, [], () => module.bindings.calls.filter((call) => memberOfCall(analysis, call)));
}

/** `load.bind(x)`: the same function once more; nothing runs yet. */
export function isBind(analysis: Analysis, call: Call): boolean {
  const member = asMember(calleeOf(call));
  return member !== undefined && propertyName(member) === 'bind' && ['function', 'member'].includes(analysis.valueOf(member.object).kind);
}

/** Is this a call of a function that settings name as a wrapper around request handlers? */
export function wrapsHandler(analysis: Analysis, call: Call): boolean {
  const name = lastName(calleeOf(call));
  return name !== undefined && analysis.options.names.asyncHandlers.includes(name);
}

/** Does a call earlier in its chain say what comes out of a call? `User.scope('public').findAll()`, `procedure.output(schema).query(handler)` */
export function isReshapedBefore(analysis: Analysis, call: Call): boolean {
  const object = asMember(calleeOf(call))?.object;
  const before = object && unwrap(object);
  return before !== undefined && isCall(before) && (memberOfCall(analysis, before)?.member.reshapes === true || isReshapedBefore(analysis, before));
}
