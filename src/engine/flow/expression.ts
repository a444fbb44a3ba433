/** Expression → value. */
import type { Slot } from '#catalog';
import { type ClassNode, type Expression, type Node, asMember, enclosingFunction, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { memberOfClass, propertyName, staticString } from '../syntax/names.js';
import { requiredSource } from '../binding/exports.js';
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import type { Analysis } from './analysis.js';
import { callValue } from './calls.js';
import { globalFileValue, modelDescribedBy } from './globalFiles.js';
import { hungValue } from './hung.js';
import { memberOfCall } from './invocation.js';
import { likelyClient, likelyValue } from './likely.js';
import { importValue } from './names.js';
import { handlerShapeOf } from './registration.js';
import { instanceValue, settled } from './settle.js';
import { modelBelow } from './types.js';
import { elementOf, firstKnown, FOREIGN, listOf, UNKNOWN, type Value } from './value.js';

/** What an expression is: a cast says so where the expression itself does not. */
export function evaluate(analysis: Analysis, node: Expression): Value {
  const value = evaluateInner(analysis, node);
  if (value.kind !== 'unknown' || (node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression' && node.type !== 'TSTypeAssertion')) return value;
  return analysis.typeValue(node.typeAnnotation);
}

function evaluateInner(analysis: Analysis, node: Expression): Value {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
      return identifierValue(analysis, inner);
    case 'ThisExpression':
      return thisValue(analysis, inner);
    case 'Super': {
      const owner = thisValue(analysis, inner);
      if (owner.kind === 'class') return owner.node.superClass ? ofModel(analysis, analysis.valueOf(owner.node.superClass), owner.node) : UNKNOWN;
      return owner.kind === 'instance' && owner.of.type !== 'ArrowFunctionExpression' && 'superClass' in owner.of && owner.of.superClass
        ? ofModel(analysis, instanceValue(analysis.valueOf(owner.of.superClass)), owner.of)
        : UNKNOWN;
    }
    case 'MemberExpression': {
      const name = propertyName(inner);
      if (name === 'exports' && isModule(inner.object)) return ownExports(analysis, moduleOf(inner));
      const object = analysis.valueOf(inner.object);
      if (name === undefined && object.kind === 'library' && !object.many && typeField(object.library, object.type, 'any')) return analysis.memberValue(object, computedName(inner.property));
      if (name === undefined || /^\d+$/.test(name)) return object.kind === 'array' ? indexed(analysis, object.elements, name) : elementOf(object);
      const value = analysis.memberValue(object, name, inner);
      return value.kind === 'unknown' ? firstKnown([hungValue(analysis, inner, object, name), pluggedIn(analysis, inner, object, name), likelyValue(analysis, inner), likelyClient(analysis, name)]) : value;
    }
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression': {
      const source = requiredSource(moduleOf(inner).bindings, inner);
      return source === undefined ? callValue(analysis, inner) : importValue(analysis, moduleOf(inner), source, '*');
    }
    case 'ImportExpression': {
      const source = staticString(inner.source);
      return source === undefined ? UNKNOWN : importValue(analysis, moduleOf(inner), source, '*');
    }
    case 'AwaitExpression':
      return settled(analysis.valueOf(inner.argument));
    case 'ConditionalExpression':
      return firstKnown([analysis.valueOf(inner.consequent), analysis.valueOf(inner.alternate)]);
    case 'LogicalExpression':
      return firstKnown(inner.operator === '&&' ? [analysis.valueOf(inner.right)] : [analysis.valueOf(inner.left), analysis.valueOf(inner.right)]);
    case 'AssignmentExpression':
      return analysis.valueOf(inner.right);
    case 'SequenceExpression':
      return analysis.valueOf(inner.expressions.at(-1)!);
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return { kind: 'function', fn: inner };
    case 'ClassExpression':
    case 'ClassDeclaration':
      return { kind: 'class', node: inner };
    case 'ObjectExpression':
      return { kind: 'object', node: inner };
    case 'ArrayExpression':
      return inner.elements.some((element) => element?.type === 'SpreadElement')
        ? listOf(firstKnown(inner.elements.map((element) => (element?.type === 'SpreadElement' ? elementOf(analysis.valueOf(element.argument)) : element ? analysis.valueOf(element) : UNKNOWN))))
        : { kind: 'array', elements: inner.elements as (Expression | null)[] };
    case 'Literal':
      return typeof inner.value === 'object' && inner.value !== null ? FOREIGN : { kind: 'literal', value: typeof inner.value === 'bigint' ? Number(inner.value) : (inner.value) };
    case 'TemplateLiteral': {
      const text = staticString(inner);
      return text === undefined ? FOREIGN : { kind: 'literal', value: text };
    }
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return constant(analysis, inner);
    default:
      return UNKNOWN;
  }
}


/** A property that another library puts on such a thing, in a project that depends on it: `req.log`. */
function pluggedIn(analysis: Analysis, node: Node, object: Value, name: string): Value {
  if (object.kind !== 'library' || object.library.kind !== 'framework' || object.many) return UNKNOWN;
  for (const { library, member } of analysis.catalogue.additions(object.library, object.type, name)) {
    const owner = member.of === undefined ? library : analysis.catalogue.byPackage(member.of);
    const module = moduleOf(node);
    if (owner && member.type !== undefined && library.packages.some((each) => analysis.project.dependency(module, each) !== undefined)) return { kind: 'library', library: owner, type: member.type, steps: [], certain: object.certain };
  }
  return UNKNOWN;
}

function identifierValue(analysis: Analysis, node: Extract<Node, { type: 'Identifier' }>): Value {
  const module = moduleOf(node);
  const variable = variableOf(module.bindings, node);
  if (variable) {
    const value = analysis.variableValue(module, variable);
    return value.kind === 'unknown' ? likelyClient(analysis, node.name) : value;
  }
  if (node.name === 'undefined') return { kind: 'literal', value: null };
  // `exports.load()` in the module that exports it.
  if (node.name === 'exports') return ownExports(analysis, module);
  const global = analysis.catalogue.global(node.name);
  if (global?.member.type !== undefined && !global.member.returns && !global.member.constructs) return { kind: 'library', library: global.library, type: global.member.type, steps: [], certain: true };
  if (global) return { kind: 'member', library: global.library, member: global.member, name: node.name, receiver: undefined, certain: true };
  if (GLOBALS.has(node.name)) return FOREIGN;
  const file = globalFileValue(analysis, node, node.name);
  return file.kind === 'unknown' ? likelyClient(analysis, node.name) : file;
}

/** Is this the `module` of CommonJS? */
function isModule(node: Expression): boolean {
  const inner = unwrap(node);
  return inner.type === 'Identifier' && inner.name === 'module' && !variableOf(moduleOf(inner).bindings, inner);
}

/** What a CommonJS module exports, as it sees that itself. */
function ownExports(analysis: Analysis, module: Module): Value {
  const { whole, named } = module.exports;
  return whole ? analysis.valueOf(whole) : named.size > 0 ? { kind: 'module', module } : UNKNOWN;
}

/** Names of the language and of Node that no database client hides behind. */
const GLOBALS = new Set(['console', 'process', 'Object', 'Array', 'Promise', 'JSON', 'Math', 'Map', 'Set', 'WeakMap', 'Date', 'Number', 'String', 'Boolean', 'Symbol', 'Reflect', 'Intl', 'URL', 'URLSearchParams', 'Buffer', 'Error', 'TypeError', 'RegExp', 'fetch', 'Headers', 'setTimeout', 'setInterval', 'setImmediate', 'localStorage', 'sessionStorage', 'document', 'navigator', 'AbortController', 'FormData', 'TextEncoder', 'TextDecoder', 'performance', 'structuredClone']);

function thisValue(analysis: Analysis, node: Node): Value {
  let fn = enclosingFunction(node);
  while (fn?.type === 'ArrowFunctionExpression') {
    const member = memberOfClass(fn);
    if (member) return { kind: member.static ? 'class' : 'instance', ...(member.static ? { node: member.parent?.parent } : { of: member.parent?.parent }) } as Value;
    fn = enclosingFunction(fn);
  }
  if (!fn) {
    // A field's initialiser: `x = this.y`.
    for (let current = parentOf(node); current; current = parentOf(current))
      if (current.type === 'PropertyDefinition') return { kind: current.static ? 'class' : 'instance', ...(current.static ? { node: current.parent?.parent } : { of: current.parent?.parent }) } as Value;
    return UNKNOWN;
  }
  const member = memberOfClass(fn);
  const owner = member?.parent?.parent;
  if (member && owner && (owner.type === 'ClassDeclaration' || owner.type === 'ClassExpression')) return member.static ? { kind: 'class', node: owner } : { kind: 'instance', of: owner };
  const registration = handlerShapeOf(analysis, fn);
  if (registration?.shape.this !== undefined) return { kind: 'library', library: registration.library, type: registration.shape.this, steps: [], certain: registration.certain };
  const holder = parentOf(wrapped(fn));
  if (holder?.type === 'Property' && holder.parent?.type === 'ObjectExpression') return thisOfDefinition(analysis, holder.parent) ?? { kind: 'object', node: holder.parent };
  if (holder?.type === 'AssignmentExpression') {
    const target = asMember(holder.left);
    if (target) {
      const owned = analysis.valueOf(target.object);
      const self = owned.kind === 'library' ? typeField(owned.library, owned.type, 'thisOf') : undefined;
      if (owned.kind === 'library' && self !== undefined) return { ...owned, type: self, steps: [] };
      const constructor = asMember(target.object);
      if (constructor && propertyName(constructor) === 'prototype') return instanceValue(analysis.valueOf(constructor.object));
      if (owned.kind === 'instance' || owned.kind === 'object') return owned;
    }
  }
  if (holder?.type === 'CallExpression') {
    const callee = analysis.valueOf(holder.callee);
    if (callee.kind === 'member') {
      const at = holder.arguments.indexOf(fn);
      const callback = callee.member.callbacks?.find((each) => each.at === at || (each.at === -1 && at === holder.arguments.length - 1));
      if (callback?.this !== undefined) return { kind: 'library', library: callee.library, type: callback.this, model: callee.receiver?.model, steps: [], certain: callee.certain };
    }
  }
  return { kind: 'instance', of: fn };
}

/** `this` in the methods that an object gives to a model or to its rows: `Model.extend({ posts() { … } })`. */
function thisOfDefinition(analysis: Analysis, object: Extract<Node, { type: 'ObjectExpression' }>): Value | undefined {
  const described = modelDescribedBy(analysis, object);
  if (described.kind !== 'unknown') return described;
  const call = parentOf(wrapped(object));
  const { defines, extendedBy } = (isCall(call) ? memberOfCall(analysis, call)?.member : undefined) ?? {};
  if (isCall(call) && extendedBy && slotValue(call, extendedBy) === wrapped(object)) return analysis.valueOf(call);
  if (!isCall(call) || (!defines?.methods && !defines?.statics)) return undefined;
  const isIn = (slot: Slot | undefined): boolean => slot !== undefined && slotValue(call, slot) === wrapped(object);
  if (isIn(defines.methods)) return instanceValue(analysis.valueOf(call));
  return isIn(defines.statics) ? analysis.valueOf(call) : undefined;
}

/** `super.find()` of a model class speaks of that class, of a repository's of what it keeps. */
function ofModel(analysis: Analysis, value: Value, node: ClassNode): Value {
  return value.kind === 'library' ? { ...value, model: modelBelow(analysis, node, value) } : value;
}

function indexed(analysis: Analysis, elements: readonly (Expression | null)[], name: string | undefined): Value {
  const element = name === undefined ? elements[0] : elements[Number(name)];
  return element ? settled(analysis.valueOf(element)) : UNKNOWN;
}

/** Numbers that are written as a calculation: `24 * 60 * 60`, `2 ** 15`, `1 << 14`, `-1`. */
function constant(analysis: Analysis, node: Extract<Node, { type: 'BinaryExpression' | 'UnaryExpression' | 'UpdateExpression' }> | Expression): Value {
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = analysis.valueOf(node.argument);
    return value.kind === 'literal' && typeof value.value === 'number' ? { kind: 'literal', value: -value.value } : FOREIGN;
  }
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return FOREIGN;
  const left = analysis.valueOf(node.left);
  const right = analysis.valueOf(node.right);
  if (left.kind !== 'literal' || right.kind !== 'literal' || typeof left.value !== 'number' || typeof right.value !== 'number') return FOREIGN;
  switch (node.operator) {
    case '+': return { kind: 'literal', value: left.value + right.value };
    case '-': return { kind: 'literal', value: left.value - right.value };
    case '*': return { kind: 'literal', value: left.value * right.value };
    case '/': return { kind: 'literal', value: left.value / right.value };
    case '**': return { kind: 'literal', value: left.value ** right.value };
    case '<<': return { kind: 'literal', value: left.value << right.value };
    default: return FOREIGN;
  }
}

/** How to call a model that is only known at run time: `client[model]` → `[model]`. */
function computedName(node: Node): string {
  return `[${textAt(node)}]`;
}
