/** The fields that a model declares, and which of them it keeps to itself. */
import type { HidingOption, Library } from '#catalog';
import { lookUp } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type Node, type ObjectExpression, argumentsOf, asMember, calleeOf, isCall, isClass, isFunction, unwrap } from '../syntax/ast.js';
import { decoratorsOf, keyName, lastName, objectProperty, propertyName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { modelOf } from '../flow/calls.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { decoration } from '../flow/registration.js';
import { originsOf, returnsOf } from '../flow/trace.js';
import { type Model, modelOfClass, modelOfValue, type Value } from '../flow/value.js';

export interface Field {
  /** The last name of the path to it. */
  readonly name: string;
  /** Left out of what queries give, or of all that is sent. */
  readonly hidden: HidingOption['from'] | undefined;
  /** A flag, a date or a number: nothing that opens anything. */
  readonly plain: boolean;
  /** It comes along without being asked for. */
  readonly eager: boolean;
  /** A list of values in one column, where that is known. */
  readonly list?: boolean;
  /** The model whose rows it holds; `undefined` for a column, and where nothing says. */
  readonly target: () => Model | undefined;
}

/** By name. Fields of objects inside a row are among them. */
export type Fields = ReadonlyMap<string, Field>;

/** The fields of a model; `undefined` where its declaration is not in sight. @param at where the model is used */
export function fieldsOf(analysis: Analysis, library: Library, model: Model, at: Node): Fields | undefined {
  const definition = definitionOf(analysis, model, at);
  if (definition) {
    const fields = analysis.once<Fields>(`fields:${library.name}`, definition, new Map(), () => new Map(fieldsIn(analysis, library, definition).map((field) => [field.name, field])));
    return fields.size > 0 ? fields : undefined;
  }
  const { schemaFiles } = library;
  if (!schemaFiles) return undefined;
  const models = analysis.project.declaredModels(moduleOf(at), schemaFiles);
  const declared = [...models].find(([name]) => name.toLowerCase() === model.name.toLowerCase())?.[1];
  if (!declared) return undefined;
  return new Map(declared.map(({ name: field, type, list }) => [field, { name: field, hidden: undefined, plain: PLAIN.test(type), eager: false, list: list && !models.has(type), target: () => (models.has(type) ? { name: type } : undefined) }]));
}

function fieldsIn(analysis: Analysis, library: Library, definition: ClassNode | Call | ObjectExpression): Field[] {
  if (isClass(definition)) return fieldsOfClass(analysis, library, definition);
  if (definition.type !== 'ObjectExpression') return fieldsOfCall(analysis, library, definition);
  return (library.globalFiles ?? []).flatMap(({ fields }) => {
    const given = fields === undefined ? undefined : objectProperty(definition, fields)?.value;
    return given?.type === 'ObjectExpression' ? fieldsOfObject(analysis, library, given) : [];
  });
}

/** The class, the call or the object that defines a model: its own word, or the table of its name in the file that uses it. */
export function definitionOf(analysis: Analysis, model: Model, at: Node): ClassNode | Call | ObjectExpression | undefined {
  if (model.class ?? model.defined) return model.class ?? model.defined;
  const module = moduleOf(at);
  const variable = lookUp(module.bindings, at, model.name);
  const value = variable ? analysis.variableValue(module, variable) : undefined;
  if (value?.kind === 'class') return value.node;
  return value?.kind === 'library' ? value.model?.defined : undefined;
}

const PLAIN = /\b(?:bool(?:ean)?|date\w*|timestamp\w*|int(?:eger)?|number|float|decimal|real|serial|bigint)\b/i;

function fieldsOfClass(analysis: Analysis, library: Library, node: ClassNode, depth = 0): Field[] {
  const own = node.body.body.flatMap((member): Field[] => {
    const name = member.type === 'PropertyDefinition' && !member.static ? keyName(member.key, member.computed) : undefined;
    if (member.type !== 'PropertyDefinition' || name === undefined || name.startsWith('#')) return [];
    const annotation = member.typeAnnotation;
    const options = decoratorsOf(member).flatMap(({ expression }) => (isCall(unwrap(expression)) ? argumentsOf(unwrap(expression) as Call) : []));
    const isEager = options.some((option) => hasOption(option, 'eager', true));
    return [{ name, hidden: hiddenOf(analysis, library, member) ?? hiddenOf(analysis, library, node), plain: annotation ? PLAIN.test(moduleOf(node).text.slice(annotation.start, annotation.end)) : false, eager: isEager, target: () => modelBehind(analysis, annotation, options) }];
  });
  const module = moduleOf(node);
  const defined = libraryCallsOf(analysis, module).flatMap((call) => {
    const fields = memberOfCall(analysis, call)?.member.defines?.fields;
    const receiver = fields && asMember(calleeOf(call))?.object;
    const value = receiver && analysis.valueOf(receiver);
    return value?.kind === 'class' && value.node === node ? fieldsOfCall(analysis, library, call) : [];
  });
  const base = node.superClass && depth < 5 ? analysis.valueOf(node.superClass) : undefined;
  return [...(base?.kind === 'class' ? fieldsOfClass(analysis, library, base.node, depth + 1) : []), ...jsonSchemaFields(analysis, library, node), ...own, ...defined];
}

/** `static jsonSchema = { properties: { email: … } }` */
function jsonSchemaFields(analysis: Analysis, library: Library, node: ClassNode): Field[] {
  const found: Field[] = [];
  for (const member of node.body.body) {
    if (!('static' in member) || !member.static || !('value' in member) || !member.value) continue;
    walk(member.value, (each) => {
      if (each.type !== 'Property' || keyName(each.key, each.computed) !== 'properties' || unwrap(each.value as Expression).type !== 'ObjectExpression') return undefined;
      found.push(...fieldsOfObject(analysis, library, unwrap(each.value as Expression) as ObjectExpression));
      return false;
    });
  }
  return found;
}

/** The fields that a defining call is given, in place or by the schema that it is handed. */
function fieldsOfCall(analysis: Analysis, library: Library, call: Call, depth = 0): Field[] {
  const callee = memberOfCall(analysis, call);
  if (!callee || depth > 4) return [];
  // `createForClass(User)`
  const owner = callee.member.defines ? undefined : modelOf(analysis, callee, call)?.class;
  if (owner) return fieldsOfClass(analysis, library, owner);
  const slot = callee.member.defines?.fields;
  const given = slot && slotValue(call, slot);
  if (!given || given.type === 'SpreadElement') return [];
  const value = analysis.valueOf(given as Expression);
  if (value.kind === 'object') return fieldsOfObject(analysis, library, value.node);
  return originsOf(analysis, given as Expression, { callers: false }).flatMap((origin) => {
    const node = unwrap(origin.node as Expression);
    return isCall(node) && node !== call ? fieldsOfCall(analysis, library, node, depth + 1) : [];
  });
}

function fieldsOfObject(analysis: Analysis, library: Library, object: ObjectExpression, depth = 0): Field[] {
  if (depth > 4) return [];
  return object.properties.flatMap((property): Field[] => {
    if (property.type === 'SpreadElement') {
      const value = analysis.valueOf(property.argument);
      return value.kind === 'object' ? fieldsOfObject(analysis, library, value.node, depth + 1) : [];
    }
    const name = keyName(property.key, property.computed);
    if (name === undefined) return [];
    const value = unwrap(property.value);
    const options = value.type === 'ArrayExpression' && value.elements[0] && value.elements[0].type !== 'SpreadElement' ? unwrap(value.elements[0]) : value;
    const type = options.type === 'ObjectExpression' ? objectProperty(options, 'type')?.value : options;
    // An object with no type is one inside the row: its fields are the row's.
    if (!type && options.type === 'ObjectExpression' && !objectProperty(options, 'ref')) return fieldsOfObject(analysis, library, options, depth + 1);
    const ref = options.type === 'ObjectExpression' ? objectProperty(options, 'ref')?.value : undefined;
    return [{ name, hidden: hidingOption(library, [options]), plain: type !== undefined && isPlainType(type), eager: false, target: () => (ref ? namedModel(analysis, ref) : undefined) }];
  });
}

/** `DataTypes.BOOLEAN`, `Date`, `timestamp('created_at').notNull()`: what is called or read says so, not what it is given. */
function isPlainType(type: Node): boolean {
  let node = unwrap(type as Expression);
  const names: (string | undefined)[] = [];
  for (;;) {
    if (isCall(node)) node = calleeOf(node);
    else if (node.type === 'MemberExpression') {
      names.push(propertyName(node));
      node = unwrap(node.object);
    } else break;
  }
  return [...names, lastName(node) ?? staticString(node)].some((name) => name !== undefined && /^(?:bool(?:ean)?|date\w*|timestamp\w*|int(?:eger)?|smallint|bigint|number|float|decimal|real|serial)$/i.test(name));
}

/** What a decorator of a field (or of its whole class) says of leaving it out. */
function hiddenOf(analysis: Analysis, library: Library, node: Node): Field['hidden'] {
  for (const { expression } of decoratorsOf(node)) {
    const inner = unwrap(expression);
    const options = isCall(inner) ? argumentsOf(inner) : [];
    const hides = decoration(analysis, expression)?.member.hides;
    if (hides && !options.some((option) => hasOption(option, hides.unless, true))) return 'answers';
    const option = isClass(node) ? undefined : hidingOption(library, options);
    if (option) return option;
  }
  return undefined;
}

function hidingOption(library: Library, options: readonly Node[]): Field['hidden'] {
  return library.hiding?.find(({ option, is }) => options.some((each) => hasOption(each, option, is)))?.from;
}

function hasOption(options: Node, name: string, is: boolean | null): boolean {
  const inner = unwrap(options as Expression);
  const value = inner.type === 'ObjectExpression' ? objectProperty(inner, name)?.value : undefined;
  const literal = value && unwrap(value);
  return literal?.type === 'Literal' && literal.value === is;
}

/** The class behind a relation: its type, or what a decorator's function gives (`() => User`). */
function modelBehind(analysis: Analysis, annotation: Node | null | undefined, options: readonly Node[]): Model | undefined {
  const values: Value[] = annotation ? [analysis.typeValue(annotation)] : [];
  for (const option of options) {
    const fn = unwrap(option as Expression);
    if (isFunction(fn)) values.push(...returnsOf(fn).map((returned) => analysis.valueOf(returned)));
  }
  for (const value of values) {
    const each = value.kind === 'list' ? value.element : value;
    const model = each.kind === 'instance' && isClass(each.of) ? modelOfClass(each.of) : modelOfValue(each);
    if (model) return model;
  }
  return undefined;
}

/** The model of a name (`ref: 'User'`): one that a file beside this one defines. */
function namedModel(analysis: Analysis, ref: Node): Model | undefined {
  const value = analysis.valueOf(ref as Expression);
  if (value.kind !== 'literal' || typeof value.value !== 'string') return modelOfValue(value);
  const name = value.value;
  const own = moduleOf(ref);
  for (const module of [own, ...analysis.project.siblings(own).map((file) => analysis.project.open(file))]) {
    if (!module?.text.includes(name)) continue;
    for (const call of libraryCallsOf(analysis, module)) {
      const callee = memberOfCall(analysis, call);
      const model = callee?.member.defines?.name ? modelOf(analysis, callee, call) : undefined;
      if (model?.name === name) return model;
    }
    const owner = module.bindings.classes.find((each) => each.id?.name === name);
    if (owner) return { name, class: owner };
  }
  return undefined;
}
