/** Value + property name → value. */
import { memberOf, typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type MethodDefinition, type Node, type ObjectExpression, type PropertyDefinition, argumentsOf, asMember, calleeOf, isClass, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { bindingsOf, keyName, lastName, objectProperty, parametersOf } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { implementedMember, isLeftOpen } from './implementations.js';
import { globalModel } from './globalFiles.js';
import { memberOfCall } from './invocation.js';
import { instanceValue } from './settle.js';
import { assignedProperty } from './names.js';
import { decoratedValue } from './parameters.js';
import { modelBelow } from './types.js';
import { firstKnown, FOREIGN, type LibraryValue, type MemberValue, UNKNOWN, type Value } from './value.js';

/** What `object.name` is. `at` is the member expression, where there is one. */
export function readMember(analysis: Analysis, object: Value, name: string, at?: Node): Value {
  switch (object.kind) {
    case 'library':
      if (object.many) return name === 'length' ? FOREIGN : UNKNOWN;
      return (at?.type === 'MemberExpression' && at.object.type === 'Super' ? undefined : ownMember(analysis, object, name)) ?? declaredBesides(analysis, object, name) ?? libraryMember(analysis, object, name, at);
    case 'member':
      return memberOfMember(object, name);
    case 'module':
      return firstKnown([analysis.exportValue(object.module, name)]);
    case 'object': {
      const property = objectProperty(object.node, name);
      if (property?.kind === 'get' && isFunction(property.value)) return analysis.resultOf(property.value);
      if (property) return analysis.valueOf(property.value);
      for (const spread of object.node.properties) {
        if (spread.type !== 'SpreadElement') continue;
        const value = analysis.memberValue(analysis.valueOf(spread.argument), name);
        if (value.kind !== 'unknown') return value;
      }
      return assignedLater(analysis, object.node, name, at);
    }
    case 'class':
      return staticMember(analysis, object.node, name);
    case 'instance':
      if (name === 'constructor' && isClass(object.of)) return { kind: 'class', node: object.of };
      return isClass(object.of) ? instanceMember(analysis, object.of, name) : constructedMember(analysis, object.of, name);
    case 'function':
      return propertyOfFunction(analysis, object.fn, name);
    case 'foreign':
      return object.declared ? declaredMember(analysis, object.declared, name) : FOREIGN;
    case 'literal':
      return FOREIGN;
    default:
      return UNKNOWN;
  }
}

/** A row of a model that the app declares as a class has that class's methods and relations too, and they win. */
function ownMember(analysis: Analysis, object: LibraryValue, name: string): Value | undefined {
  const { model, extendedBy } = object;
  const added = extendedBy && objectProperty(extendedBy, name);
  if (added) return functionOf(analysis.valueOf(added.value));
  if (model?.defined) return given(analysis, object, model.defined, name) ?? attached(analysis, object, model.defined, name);
  // `User.unscoped().findInBatches(…)`
  if (model?.class && typeField(object.library, object.type, 'client') === 'model') {
    return functionOf(staticMember(analysis, model.class, name));
  }
  if (!model?.class || !typeField(object.library, object.type, 'entity')) return undefined;
  const value = instanceMember(analysis, model.class, name);
  // `article.author` of `author: Ref<User>`
  if (value.kind === 'library' && value.library === object.library && value.model?.class !== model.class) return value;
  return value.kind === 'function' || value.kind === 'instance' || value.kind === 'list' ? value : undefined;
}

/** A method that the call which defines a model gives to its rows or to the model itself, or that the model below it was given: `Model.extend({ posts() { … } })`. */
function given(analysis: Analysis, object: LibraryValue, defined: Call | ObjectExpression, name: string, depth = 0): Value | undefined {
  if (defined.type === 'ObjectExpression') {
    const property = typeField(object.library, object.type, 'client') === 'model' ? objectProperty(defined, name) : undefined;
    return property && functionOf(analysis.valueOf(property.value));
  }
  const callee = memberOfCall(analysis, defined);
  const { methods, statics } = callee?.member.defines ?? {};
  if (!callee || (!methods && !statics) || depth > 6) return undefined;
  const isStatic = typeField(object.library, object.type, 'client') === 'model';
  const slot = isStatic ? statics : methods;
  const holder = slot && slotValue(defined, slot);
  const property = holder?.type === 'ObjectExpression' ? objectProperty(holder, name) : undefined;
  const own = property ? analysis.valueOf(property.value) : undefined;
  if (own?.kind === 'function') return own;
  // `bookshelf.model('User', User)`: the model itself stands there.
  const named = methods && slotValue(defined, methods);
  const model = named && named.type !== 'ObjectExpression' ? analysis.valueOf(named as Expression) : UNKNOWN;
  if (model.kind === 'class') return functionOf(isStatic ? staticMember(analysis, model.node, name) : instanceMember(analysis, model.node, name));
  const below = model.kind === 'library' ? model.model : callee.receiver?.model;
  if (below?.class) return functionOf(isStatic ? staticMember(analysis, below.class, name) : instanceMember(analysis, below.class, name));
  return below?.defined && given(analysis, object, below.defined, name, depth + 1);
}

function functionOf(value: Value): Value | undefined {
  return value.kind === 'function' ? value : undefined;
}

/** `schema.methods.x = …`, `schema.statics.x = …` in the file that defines a model, or in a plugin that it hands its schema to. */
function attached(analysis: Analysis, object: LibraryValue, defined: Call | ObjectExpression, name: string): Value | undefined {
  const own = moduleOf(defined);
  const modules = new Set([own]);
  const { library } = object;
  const takers = analysis.catalogue.derived('ownerTakers', () => new Set(Object.entries(library.types).flatMap(([type, { members = {} }]) => Object.keys(members).filter((method) => members[method]?.callbacks?.some((each) => each.runs === 'now' && each.params?.[0] === type)))), library);
  for (const call of own.bindings.calls) {
    // By name first: what a call is can hang on the very member that is asked for.
    if (!takers.has(lastName(calleeOf(call)) ?? '')) continue;
    const callback = analysis.valueOf(calleeOf(call));
    if (callback.kind !== 'member' || callback.library !== object.library || !callback.member.callbacks?.some((each) => each.runs === 'now' && each.params?.[0] === callback.receiver?.type)) continue;
    for (const argument of argumentsOf(call)) {
      const value = argument.type === 'SpreadElement' ? undefined : analysis.valueOf(argument as Expression);
      if (value?.kind === 'function') modules.add(moduleOf(value.fn));
    }
  }
  for (const module of modules) {
    for (const member of module.bindings.members.get(name) ?? []) {
      const assignment = parentOf(member);
      if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
      const target = analysis.valueOf(member.object);
      if (target.kind === 'library' && target.library === object.library && typeField(target.library, target.type, 'thisOf') === object.type) return analysis.valueOf(assignment.right);
    }
  }
  return undefined;
}

/** What a type of the app declares to be on a framework's value, beyond what the framework has there; `undefined` where it says nothing that helps. */
function declaredBesides(analysis: Analysis, { declared, library, type }: LibraryValue, name: string): Value | undefined {
  const value = declared && !memberOf(library, type, name) ? declaredMember(analysis, declared, name) : UNKNOWN;
  return value.kind === 'unknown' || (value.kind === 'foreign' && !value.declared) ? undefined : value;
}

function libraryMember(analysis: Analysis, object: LibraryValue, name: string, at?: Node): Value {
  const member = memberOf(object.library, object.type, name);
  if (!member) {
    // A row's own fields are data; of a client, an unknown name may be anything.
    return typeField(object.library, object.type, 'entity') ? FOREIGN : UNKNOWN;
  }
  if (member.names === 'member' && object.library.globalFiles && at) {
    const model = globalModel(analysis, at, name);
    if (model.kind !== 'unknown') return model;
  }
  const model = member.names === 'member' ? { name } : object.model;
  if (member.type !== undefined && !member.query && member.returns === undefined) {
    if (member.type === 'unknown') return member.harmless === undefined ? UNKNOWN : FOREIGN;
    const many = member.type.endsWith('[]');
    const library = member.of === undefined ? object.library : analysis.catalogue.byPackage(member.of);
    return library === undefined ? UNKNOWN : { ...object, library, type: many ? member.type.slice(0, -2) : member.type === 'this' ? object.type : member.type, model, steps: [], many, declared: undefined };
  }
  return { kind: 'member', library: object.library, member, name, receiver: { ...object, model }, certain: object.certain };
}

/** Properties of a library's function: `createError.NotFound`, `express.Router`, the parts of a required module. */
function memberOfMember(object: MemberValue, name: string): Value {
  const exported = object.name === '*' && Object.hasOwn(object.library.exports, name) ? object.library.exports[name] : undefined;
  const inType = exported ?? (object.member.type === undefined ? undefined : memberOf(object.library, object.member.type, name));
  if (!inType) {
    if (name === 'default' && object.name === '*') return object;
    if (name === 'bind' || name === 'call' || name === 'apply') return object;
    return object.member.type === undefined && object.member.request !== 'user' ? FOREIGN : UNKNOWN;
  }
  const receiver: LibraryValue = { kind: 'library', library: object.library, type: object.member.type ?? '', steps: [], certain: object.certain };
  if (inType.type !== undefined && !inType.query && inType.returns === undefined && !inType.constructs)
    return inType.type === 'unknown' ? UNKNOWN : { ...receiver, type: inType.type, ...(inType.names === 'member' && { model: { name } }) };
  return { kind: 'member', library: object.library, member: inType, name, receiver, certain: object.certain };
}

function staticMember(analysis: Analysis, node: ClassNode, name: string): Value {
  for (const member of node.body.body) {
    if ((!isMethod(member) && !isField(member)) || !member.static || keyName(member.key, member.computed) !== name || isOverload(node, member)) continue;
    if (isMethod(member)) return member.kind === 'get' ? analysis.resultOf(member.value) : { kind: 'function', fn: member.value as FunctionNode };
    const value = member.value ? analysis.valueOf(member.value) : UNKNOWN;
    return value.kind === 'unknown' && member.typeAnnotation ? analysis.typeValue(member.typeAnnotation) : value;
  }
  if (node.superClass) {
    const base = analysis.valueOf(node.superClass);
    // `class User extends Model`: the library's statics, on this model.
    const value = base.kind === 'library' ? analysis.memberValue({ ...base, model: { name: node.id?.name ?? base.model?.name ?? 'model', class: node } }, name) : analysis.memberValue(base, name);
    if (value.kind !== 'unknown') return modelled(value, node);
  }
  return node.id ? assignedProperty(analysis, node.id, name) : UNKNOWN;
}

/** A static inherited through an app's own base class still speaks of the class it is read from. */
function modelled(value: Value, node: ClassNode): Value {
  if (value.kind !== 'member' || value.receiver?.model?.class === node || !value.receiver?.model?.class) return value;
  return { ...value, receiver: { ...value.receiver, model: { name: node.id?.name ?? value.receiver.model.name, class: node } } };
}

/** The member of a class's instances, inherited ones included. */
function instanceMember(analysis: Analysis, node: ClassNode, name: string): Value {
  for (const member of node.body.body) {
    if ((!isMethod(member) && !isField(member)) || member.static || keyName(member.key, member.computed) !== name || isOverload(node, member)) continue;
    if (isMethod(member)) {
      if (member.kind === 'get') return analysis.resultOf(member.value);
      const fn = isFunction(member.value) && (member.value as FunctionNode).body ? (member.value as FunctionNode) : undefined;
      if (fn && !isLeftOpen(fn)) return { kind: 'function', fn };
      return implementedMember(analysis, node, name) ?? (fn ? { kind: 'function', fn } : FOREIGN);
    }
    const injected = decoratedValue(analysis, member);
    if (injected.kind !== 'unknown') return injected;
    const declared = member.typeAnnotation ? analysis.typeValue(member.typeAnnotation) : UNKNOWN;
    if (declared.kind !== 'unknown' && declared.kind !== 'foreign') return declared;
    const value = member.value ? analysis.valueOf(member.value) : UNKNOWN;
    return firstKnown([value, assignedToThis(analysis, node, name), declared]);
  }
  const constructor = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value));
  if (constructor?.type === 'MethodDefinition') {
    for (const parameter of parametersOf(constructor.value)) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const [binding] = bindingsOf(parameter);
      if (binding?.identifier.name !== name) continue;
      const variable = moduleOf(node).bindings.scopes.get(constructor.value)?.variables.get(name);
      return variable ? analysis.variableValue(moduleOf(node), variable) : UNKNOWN;
    }
  }
  const assigned = assignedToThis(analysis, node, name);
  if (assigned.kind !== 'unknown') return assigned;
  if (!node.superClass) return prototypeMember(analysis, node, name);
  const base = analysis.valueOf(node.superClass);
  if (base.kind === 'library') {
    const instance = instanceValue(base);
    return instance.kind === 'library' ? libraryMember(analysis, { ...instance, model: modelBelow(analysis, node, instance) }, name) : UNKNOWN;
  }
  const inherited = analysis.memberValue(instanceValue(base), name);
  return inherited.kind === 'member' && inherited.receiver?.model?.class ? modelled(inherited, node) : inherited;
}

/** `this.x = …` in any method of a class or in a constructor function. */
function assignedToThis(analysis: Analysis, owner: ClassNode | FunctionNode, name: string): Value {
  const module = moduleOf(owner);
  for (const member of module.bindings.members.get(name) ?? []) {
    if (member.object.type !== 'ThisExpression' || member.start < owner.start || member.end > owner.end) continue;
    const assignment = parentOf(member);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    const self = analysis.valueOf(member.object);
    if (self.kind !== 'instance' || self.of !== owner) continue;
    const value = analysis.valueOf(assignment.right);
    if (value.kind !== 'unknown') return value;
  }
  return UNKNOWN;
}

function constructedMember(analysis: Analysis, fn: FunctionNode, name: string): Value {
  const assigned = assignedToThis(analysis, fn, name);
  return assigned.kind === 'unknown' ? prototypeMember(analysis, fn, name) : assigned;
}

/** `F.prototype.name = …` */
function prototypeMember(analysis: Analysis, owner: ClassNode | FunctionNode, name: string): Value {
  const own = 'id' in owner ? owner.id?.name : undefined;
  if (own === undefined) return UNKNOWN;
  for (const member of moduleOf(owner).bindings.members.get(name) ?? []) {
    const assignment = parentOf(member);
    const prototype = asMember(member.object);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member || !prototype) continue;
    if (keyName(prototype.property, prototype.computed) === 'prototype' && prototype.object.type === 'Identifier' && prototype.object.name === own) return analysis.valueOf(assignment.right);
  }
  return UNKNOWN;
}

function propertyOfFunction(analysis: Analysis, fn: FunctionNode, name: string): Value {
  if (name === 'bind' || name === 'call' || name === 'apply') return { kind: 'function', fn };
  const own = ('id' in fn ? fn.id : undefined) ?? nameOfHolder(fn);
  return own ? assignedProperty(analysis, own, name) : UNKNOWN;
}

/** `F` of `const F = function () {}`. */
function nameOfHolder(node: Node): Extract<Node, { type: 'Identifier' }> | undefined {
  const holder = parentOf(wrapped(node));
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined;
}

/** Properties given to an object literal after it was bound to a name; else what a cast says of them: `{} as { orm: MikroORM }`. */
function assignedLater(analysis: Analysis, node: Extract<Node, { type: 'ObjectExpression' }>, name: string, at: Node | undefined): Value {
  const whole = wrapped(node);
  const holder = parentOf(whole);
  const target = holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : at?.type === 'MemberExpression' ? unwrap(at.object) : undefined;
  const assigned = target?.type === 'Identifier' ? assignedProperty(analysis, target, name) : UNKNOWN;
  if (assigned.kind !== 'unknown' || (whole.type !== 'TSAsExpression' && whole.type !== 'TSTypeAssertion')) return assigned;
  const declared = analysis.typeValue(whole.typeAnnotation);
  const value = declared.kind === 'foreign' && declared.declared ? declaredMember(analysis, declared.declared, name) : UNKNOWN;
  return value.kind === 'foreign' ? UNKNOWN : value;
}

/** The declared type of an interface's or type literal's member, or of a part of several types; of its methods, what the class behind it has. */
function declaredMember(analysis: Analysis, declared: Node, name: string): Value {
  if (declared.type === 'TSIntersectionType') {
    return firstKnown(declared.types.map((type) => {
      const part = analysis.typeValue(type);
      return (part.kind === 'foreign' || part.kind === 'library') && part.declared ? declaredMember(analysis, part.declared, name) : UNKNOWN;
    }));
  }
  const members = declared.type === 'TSInterfaceDeclaration' ? declared.body.body : declared.type === 'TSTypeLiteral' ? declared.members : [];
  for (const member of members) {
    if (member.type === 'TSPropertySignature' && keyName(member.key, member.computed) === name && member.typeAnnotation?.typeAnnotation.type !== 'TSFunctionType') {
      const value = member.typeAnnotation ? analysis.typeValue(member.typeAnnotation) : UNKNOWN;
      return value.kind === 'unknown' ? FOREIGN : value;
    }
  }
  if (declared.type === 'TSInterfaceDeclaration') {
    const implemented = implementedMember(analysis, declared, name);
    if (implemented) return implemented;
    for (const base of declared.extends) {
      const value = analysis.typeValue(base);
      if (value.kind !== 'unknown') return analysis.memberValue(value, name);
    }
  }
  return FOREIGN;
}

function isMethod(member: Node): member is MethodDefinition {
  return member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition';
}

/** A signature without a body, where the class also has the method itself. */
function isOverload(owner: ClassNode, member: Node): boolean {
  return isMethod(member) && !isFunction(member.value) && owner.body.body.some((other) => other !== member && isMethod(other) && isFunction(other.value) && keyName(other.key, other.computed) === keyName(member.key, member.computed));
}

function isField(member: Node): member is PropertyDefinition {
  return member.type === 'PropertyDefinition' || member.type === 'TSAbstractPropertyDefinition';
}
