/** Call → value: what it gives, by the catalogue, by the called function's body, or by what JavaScript itself does. */
import type { Slot, TypeShape } from '#catalog';
import { typeField, typeOf } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type Node, type NodeOf, argumentsOf, asMember, calleeOf, inside, isCall, isClass, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, lastName, objectProperty, parameterName, parametersOf, propertyName, staticString } from '../syntax/names.js';
import type { Analysis } from './analysis.js';
import { givenUnderName } from './hung.js';
import { calleeValue, isBind, wrapsHandler } from './invocation.js';
import { instanceValue, rowsOf, settled } from './settle.js';
import { returnsOf } from './trace.js';
import { elementOf, firstKnown, FOREIGN, listOf, type MemberValue, type Model, UNKNOWN, type Value } from './value.js';

export function callValue(analysis: Analysis, call: Call): Value {
  const value = givenValue(analysis, call);
  return value.kind === 'unknown' || value.kind === 'foreign' ? firstKnown([mixedIn(analysis, call), value]) : value;
}

/** What a class extends is, as far as can be seen, the class that a mixin was given: `class User extends Soft(Password(Base))`. */
function mixedIn(analysis: Analysis, call: Call): Value {
  let holder = parentOf(wrapped(call));
  while (isCall(holder)) holder = parentOf(wrapped(holder));
  if (!isClass(holder) || !holder.superClass || !isWithin(call, holder.superClass)) return UNKNOWN;
  return firstKnown(argumentsOf(call).map((argument) => {
    const given = argument.type === 'SpreadElement' ? UNKNOWN : analysis.valueOf(argument as Expression);
    return given.kind === 'class' || (given.kind === 'library' && typeField(given.library, given.type, 'model')) ? given : UNKNOWN;
  }));
}

function givenValue(analysis: Analysis, call: Call): Value {
  if (wrapsHandler(analysis, call)) return handedThrough(analysis, call);
  const callee = calleeValue(analysis, call);
  switch (callee.kind) {
    case 'member':
      if (isBind(analysis, call)) return callee;
      return firstKnown([memberCall(analysis, callee, call), callee.library.kind === 'utility' ? arranged(analysis, call) : UNKNOWN]);
    case 'library': {
      const construct = call.type === 'NewExpression' ? typeField(callee.library, callee.type, 'construct') : typeField(callee.library, callee.type, 'call');
      if (construct) return memberCall(analysis, { kind: 'member', library: callee.library, member: construct, name: callee.type, receiver: callee, certain: callee.certain }, call);
      return call.type === 'NewExpression' ? instanceValue(callee) : UNKNOWN;
    }
    case 'class':
      return call.type === 'NewExpression' ? { kind: 'instance', of: callee.node } : UNKNOWN;
    case 'function':
      if (call.type === 'NewExpression') return { kind: 'instance', of: callee.fn };
      return isBind(analysis, call) ? callee : firstKnown([arranged(analysis, call), madeByArgument(analysis, call, callee.fn), ofItsModel(analysis, call, ofItsClass(analysis, call, analysis.resultOf(callee.fn))), asked(analysis, call, callee.fn)]);
    case 'module': {
      const whole = analysis.exportValue(callee.module, 'default');
      if (whole.kind === 'function') return call.type === 'NewExpression' ? { kind: 'instance', of: whole.fn } : analysis.resultOf(whole.fn);
      if (whole.kind === 'class') return { kind: 'instance', of: whole.node };
      return UNKNOWN;
    }
    default:
      return arrayCall(analysis, call);
  }
}

/** What a call says itself that a function gives, which is declared to give whatever it is asked for: `manager<EntityManager>()` of `manager<T>(): T`. */
function asked(analysis: Analysis, call: Call, fn: FunctionNode): Value {
  const given = call.type === 'CallExpression' ? (call.typeArguments?.params ?? []) : [];
  if (given.length === 0 || !fn.returnType) return UNKNOWN;
  const name = givenName(fn.returnType);
  const index = fn.typeParameters?.params.findIndex((parameter) => parameter.name.name === name) ?? -1;
  const type = index < 0 ? undefined : given[index];
  return type ? analysis.typeValue(type) : UNKNOWN;
}

/** `T`, `Promise<T>` → `T` */
function givenName(type: Node): string | undefined {
  if (type.type === 'TSTypeAnnotation') return givenName(type.typeAnnotation);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined;
  const inner = type.typeName.name === 'Promise' ? type.typeArguments?.params[0] : undefined;
  return inner ? givenName(inner) : type.typeName.name;
}

/** `singleton('db', () => new Client())`: what the function makes that a helper is handed, where the helper gives back, or keeps and gives back, what it makes. */
function madeByArgument(analysis: Analysis, call: Call, helper: FunctionNode): Value {
  const at = makerParameter(analysis, helper);
  const argument = at === undefined ? undefined : argumentsOf(call)[at];
  const maker: Value = argument && argument.type !== 'SpreadElement' ? analysis.valueOf(argument as Expression) : UNKNOWN;
  return maker.kind === 'function' ? analysis.resultOf(maker.fn) : UNKNOWN;
}

/** The position of the parameter that a function calls to get what it returns; `undefined` where there is none. */
function makerParameter(analysis: Analysis, helper: FunctionNode): number | undefined {
  return analysis.once<number | undefined>('makerParameter', helper, undefined, () => {
    const names = parametersOf(helper).map((_, index) => parameterName(helper, index));
    const made = (node: Expression): number => {
      const inner = unwrap(node);
      const maker = isCall(inner) ? unwrap(calleeOf(inner)) : undefined;
      return maker?.type === 'Identifier' ? names.indexOf(maker.name) : -1;
    };
    const kept = new Map<string, number>();
    for (const node of inside(moduleOf(helper).bindings.nodes.get('AssignmentExpression') ?? [], helper, (each) => each)) {
      if (node.type === 'AssignmentExpression' && made(node.right) >= 0) kept.set(oneLine(node.left), made(node.right));
    }
    const found = returnsOf(helper).map((returned) => (made(returned) >= 0 ? made(returned) : (kept.get(oneLine(unwrap(returned))) ?? -1)));
    return found.find((index) => index >= 0);
  });
}

/** Rows that an inherited static gives are those of the class that it is called on: `User.createFrom(…)` gives a `User`, not a `Model`. */
export function ofItsClass(analysis: Analysis, call: Call, result: Value): Value {
  if (result.kind !== 'library' || !typeField(result.library, result.type, 'entity') || result.model?.defined) return result;
  const member = asMember(calleeOf(call));
  const owner = member && analysis.valueOf(member.object);
  if (owner?.kind !== 'class' || !owner.node.superClass || !extendsIt(analysis, owner.node, result.model?.class)) return result;
  return { ...result, model: { name: owner.node.id?.name ?? result.model?.name ?? 'model', class: owner.node } };
}

/** What a static of a schema asks of `this`, which may be any model of that schema, is asked of the model that it is called on: `User.byToken(token)`. */
function ofItsModel(analysis: Analysis, call: Call, result: Value): Value {
  if (result.kind !== 'library' || result.model || typeField(result.library, result.type, 'client') === 'client') return result;
  const member = asMember(calleeOf(call));
  const owner = member && analysis.valueOf(member.object);
  return owner?.kind === 'library' && owner.library === result.library && owner.model ? { ...result, model: owner.model } : result;
}

/** Does a class extend another one of the app's, or else (`base` is `undefined`) only a library's? */
function extendsIt(analysis: Analysis, node: ClassNode, base: ClassNode | undefined): boolean {
  const seen = new Set<ClassNode>();
  for (let at: ClassNode | undefined = node; at && !seen.has(at); ) {
    seen.add(at);
    const above: Value = at.superClass ? analysis.valueOf(at.superClass) : UNKNOWN;
    if (base === undefined && above.kind === 'library') return true;
    at = above.kind === 'class' ? above.node : undefined;
    if (at !== undefined && at === base) return true;
  }
  return false;
}

/** A wrapper around handlers gives the function it is given, as far as anyone who calls it can tell. */
function handedThrough(analysis: Analysis, call: Call): Value {
  return argumentsOf(call).map((argument) => analysis.valueOf(argument as Expression)).find((value) => value.kind === 'function') ?? UNKNOWN;
}

/** What a function returns: the first of its `return`s that says something, else what it is declared to. */
export function returnValueOf(analysis: Analysis, fn: FunctionNode): Value {
  const value = firstKnown(returnsOf(fn).map((returned) => settledIf(fn, analysis.valueOf(returned))));
  return value.kind === 'unknown' && fn.returnType ? analysis.typeValue(fn.returnType) : value;
}

/** An async function that returns a builder runs it. */
function settledIf(fn: FunctionNode, value: Value): Value {
  return fn.async ? settled(value) : value;
}

function memberCall(analysis: Analysis, callee: MemberValue, call: Call): Value {
  const { member, receiver, library } = callee;
  if (member.instantiates) return instantiated(analysis, call, member.instantiates);
  // `begin(cb)` of a library whose `begin()` gives the transaction itself.
  if (member.transaction && member.begins && argumentsOf(call).some((argument) => argument.type !== 'SpreadElement' && analysis.valueOf(argument as Expression).kind === 'function')) return transactionResult(analysis, call);
  const hung = givenUnderName(analysis, member, receiver, call);
  if (hung.kind !== 'unknown') return hung;
  const result = (call.type === 'NewExpression' ? (member.constructs ?? constructed(callee)) : undefined) ?? member.returns;
  const model = modelOf(analysis, callee, call);
  if (member.executes && receiver && (result === 'rows' || result === undefined)) return rowsOf({ ...receiver, steps: [...receiver.steps, { name: callee.name, member, call }] });
  if (result === undefined || result === 'rows') {
    if (member.transaction) return transactionResult(analysis, call);
    if (member.parses) return FOREIGN;
    if (member.passes?.[0]) {
      const passed = slotValue(call, member.passes[0]);
      if (passed) return analysis.valueOf(passed as Expression);
    }
    if (member.query) return givenRows(callee, model);
    return member.type !== undefined && callee.name !== '*' && !member.request ? { kind: 'library', library, type: member.constructs ?? member.type, model, steps: [], certain: callee.certain } : FOREIGN;
  }
  const many = result.endsWith('[]');
  const type = result === 'this' ? (receiver?.type ?? '') : many ? result.slice(0, -2) : result;
  if (type === 'unknown') return UNKNOWN;
  if (member.of !== undefined) return ofOtherLibrary(analysis, callee, type, model);
  if (!typeOf(library, type)) return FOREIGN;
  const replaced = model?.class && replacedBy(analysis, model.class, typeField(library, type, 'replacedBy'));
  if (replaced && !many) return { kind: 'instance', of: replaced };
  const lazy = typeField(library, type, 'lazy') !== undefined;
  const steps = lazy ? [...(receiver?.steps ?? []), { name: callee.name, member, call }] : [];
  const own = member.extendedBy && slotValue(call, member.extendedBy);
  // `new Model({…})`, `model('User', schema)`: the definition travels with the value.
  return { kind: 'library', library, type, model, steps, many, ...(own?.type === 'ObjectExpression' && { extendedBy: own }), certain: callee.certain };
}

/** The class that a model's own names in place of a type: `@Entity({ repository: () => Users }) class User { [EntityRepositoryType]?: Users }`. */
function replacedBy(analysis: Analysis, model: ClassNode, shape: TypeShape['replacedBy']): ClassNode | undefined {
  if (!shape) return undefined;
  const named = decoratorsOf(model).flatMap(({ expression }) => {
    const call = unwrap(expression);
    const options = isCall(call) ? argumentsOf(call)[0] : undefined;
    const option = options?.type === 'ObjectExpression' ? objectProperty(options, shape.option)?.value : undefined;
    const inner = option && unwrap(option);
    return inner && isFunction(inner) ? returnsOf(inner).map((returned) => analysis.valueOf(returned)) : [];
  });
  const typed = model.body.body.flatMap((member) => (member.type === 'PropertyDefinition' && member.computed && lastName(member.key) === shape.symbol && member.typeAnnotation ? [analysis.typeValue(member.typeAnnotation)] : []));
  for (const value of [...named, ...typed]) {
    if (value.kind === 'class') return value.node;
    if (value.kind === 'instance' && isClass(value.of)) return value.of;
  }
  return undefined;
}

/** What a call gives that is of another package's type. */
function ofOtherLibrary(analysis: Analysis, { member, certain }: MemberValue, type: string, model: Model | undefined): Value {
  const library = member.of === undefined ? undefined : analysis.catalogue.byPackage(member.of);
  return library && typeOf(library, type) ? { kind: 'library', library, type, model, steps: [], certain } : UNKNOWN;
}

/** `Container.get(UserService)`, `Container.get(DataSource)`, `container.get<UserService>(TYPES.users)` */
function instantiated(analysis: Analysis, call: Call, slot: Slot): Value {
  const node = slotValue(call, slot);
  const value = node && node.type !== 'SpreadElement' ? analysis.valueOf(node as Expression) : UNKNOWN;
  if (value.kind === 'class') return { kind: 'instance', of: value.node };
  if (value.kind === 'library' && typeField(value.library, value.type, 'construct')) return instanceValue(value);
  const declared = call.type === 'CallExpression' ? call.typeArguments?.params[0] : undefined;
  return declared ? analysis.typeValue(declared) : UNKNOWN;
}

function constructed(callee: MemberValue): string | undefined {
  if (callee.member.type === undefined) return undefined;
  return typeField(callee.library, callee.member.type, 'construct')?.returns;
}

/** What an eager query gives: rows of the receiver's row type. */
function givenRows(callee: MemberValue, model: Model | undefined): Value {
  const shape = callee.member.query;
  const row = callee.receiver ? typeField(callee.library, callee.receiver.type, 'row') : undefined;
  if (!shape || row === undefined || shape.rows === 'value' || shape.rows === 'none') return FOREIGN;
  return { kind: 'library', library: callee.library, type: row, model, steps: [], many: shape.rows === 'many', certain: callee.certain };
}

/** The model that a call is about: what its arguments or its name say, else the receiver's; `undefined` where nothing does. */
export function modelOf(analysis: Analysis, callee: MemberValue, call: Call): Model | undefined {
  const { names, defines } = callee.member;
  if (typeof names === 'object') {
    const node = slotValue(call, names);
    if (!node) return callee.receiver?.model;
    const value = analysis.valueOf(node as Expression);
    const name = staticString(node) ?? (value.kind === 'literal' && typeof value.value === 'string' ? value.value : value.kind === 'class' ? value.node.id?.name : undefined) ?? lastName(unwrap(node as Expression).type === 'TemplateLiteral' ? (unwrap(node as Expression) as NodeOf<'TemplateLiteral'>).expressions[0] : node);
    return name === undefined ? callee.receiver?.model : { name, ...(value.kind === 'class' && { class: value.node }), ...(defines && { defined: call }) };
  }
  return defines && callee.receiver?.model === undefined && call.type !== 'NewExpression' ? { name: 'model', defined: call } : callee.receiver?.model;
}

/** A transaction gives what its callback gives. */
function transactionResult(analysis: Analysis, call: Call): Value {
  for (const argument of argumentsOf(call)) {
    const value = analysis.valueOf(argument as Expression);
    if (value.kind === 'function') return analysis.resultOf(value.fn);
    if (value.kind === 'array') return value;
  }
  return UNKNOWN;
}

/** Methods of arrays and promises, and the few functions of the language that hand a value through. */
function arrayCall(analysis: Analysis, call: Call): Value {
  const member = asMember(calleeOf(call));
  const name = member && propertyName(member);
  const first = argumentsOf(call)[0] as Expression | undefined;
  if (!member || name === undefined) return wrapperCall(analysis, call);
  const owner = unwrap(member.object);
  if (owner.type === 'Identifier') {
    if (owner.name === 'Promise' && first && ['all', 'allSettled', 'resolve'].includes(name)) return name === 'resolve' ? settled(analysis.valueOf(first)) : settledAll(analysis.valueOf(first));
    if (owner.name === 'Promise' && first && ['any', 'race'].includes(name)) return oneOf(analysis, settledAll(analysis.valueOf(first)));
    if (owner.name === 'Object' && first && ['freeze', 'assign', 'seal'].includes(name)) return analysis.valueOf(first);
    if (owner.name === 'Object' && first && (name === 'values' || name === 'entries')) {
      const source = settled(analysis.valueOf(first));
      if (isCollection(source)) return name === 'values' ? source : entriesOf(source);
    }
    if (owner.name === 'Map' && name === 'groupBy') return entriesOf(arranged(analysis, call));
    if (owner.name === 'Array' && name === 'from' && first) {
      const source = analysis.valueOf(first);
      // `Array.from({ length: 3 })` is an array of nothing.
      return source.kind === 'object' ? FOREIGN : source;
    }
  }
  const object = settled(analysis.valueOf(member.object));
  switch (name) {
    case 'find':
    case 'findLast':
    case 'at':
    case 'pop':
    case 'shift':
      return isCollection(object) ? elementOf(object) : UNKNOWN;
    case 'filter':
    case 'slice':
    case 'concat':
    case 'sort':
    case 'reverse':
    case 'toSorted':
      return isCollection(object) ? object : UNKNOWN;
    case 'entries':
      return entriesOf(object);
    case 'values':
    case 'get': {
      const values = object.kind === 'list' && object.element.kind === 'entry' ? listOf(object.element.value) : object;
      return !isCollection(values) ? UNKNOWN : name === 'values' ? values : elementOf(values);
    }
    case 'map':
    case 'flatMap': {
      const callback = first ? analysis.valueOf(first) : UNKNOWN;
      return callback.kind === 'function' && (isCollection(object) || object.kind === 'unknown' || object.kind === 'foreign') ? listOf(analysis.resultOf(callback.fn)) : UNKNOWN;
    }
    case 'then': {
      const callback = first ? analysis.valueOf(first) : UNKNOWN;
      return callback.kind === 'function' ? analysis.resultOf(callback.fn) : object;
    }
    case 'catch':
    case 'finally':
      return object;
    case 'bind':
      return analysis.valueOf(member.object);
    default:
      return object.kind === 'foreign' ? FOREIGN : UNKNOWN;
  }
}

function isCollection(value: Value): boolean {
  return value.kind === 'list' || value.kind === 'array' || (value.kind === 'library' && value.many === true);
}

/** The elements of a collection with where they stand. */
function entriesOf(value: Value): Value {
  if (!isCollection(value)) return UNKNOWN;
  const element = elementOf(value);
  return element.kind === 'entry' ? value : { kind: 'list', element: { kind: 'entry', value: element } };
}

function settledAll(value: Value): Value {
  return value.kind === 'list' ? listOf(settled(value.element)) : value;
}

/** What one of several promises gives: the first of which something is known. */
function oneOf(analysis: Analysis, value: Value): Value {
  return value.kind === 'array' ? firstKnown(value.elements.map((element) => (element ? settled(analysis.valueOf(element)) : UNKNOWN))) : elementOf(value);
}

/** `sortByName(rows)`, `uniq(rows)`, `groupBy(rows, 'teamId')`: the collection that a function arranges anew, by its name. */
function arranged(analysis: Analysis, call: Call): Value {
  const [first] = argumentsOf(call);
  const name = lastName(calleeOf(call)) ?? '';
  const groups = /^group[A-Z]?\w*By|^groupBy/.test(name);
  if (!first || first.type === 'SpreadElement' || !(groups || /sort|uniq|order|filter|compact|shuffle|reverse|dedupe|^keyBy$|^indexBy$/i.test(name))) return UNKNOWN;
  const collection = settled(analysis.valueOf(first as Expression));
  if (!isCollection(collection)) return UNKNOWN;
  return groups ? { kind: 'list', element: collection } : collection;
}

/** `promisify(fn)`, `memoize(fn)`, `wrap(handler)` of an unknown function: the function it was given, if it was given just one. */
function wrapperCall(analysis: Analysis, call: Call): Value {
  if (call.type !== 'CallExpression') return UNKNOWN;
  const collection = arranged(analysis, call);
  if (collection.kind !== 'unknown') return collection;
  const callee = lastName(calleeOf(call));
  if (callee !== undefined && /^(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|describe|it|test)$/.test(callee)) return UNKNOWN;
  const [fn, ...others] = argumentsOf(call).map((argument) => analysis.valueOf(argument as Expression)).filter((value) => value.kind === 'function');
  return fn && others.length === 0 ? fn : UNKNOWN;
}
