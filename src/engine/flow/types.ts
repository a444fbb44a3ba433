/** Type annotation → value: what something declared so is. Reads names only; no type checker is needed. */
import { type Definition, lookUp } from '../binding/scope.js';
import { typeField, typeOf } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type ClassNode, isClass, type Node } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';
import { likelyClient } from './likely.js';
import { firstKnown, FOREIGN, type LibraryValue, listOf, type Model, modelOfClass, UNKNOWN, type Value } from './value.js';

/** Generic types that say nothing of their own about a value: `Promise<T>`, `Readonly<T>`. */
const TRANSPARENT = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Partial', 'Required', 'NonNullable', 'DeepPartial', 'Omit', 'Pick', 'Loaded', 'Ref', 'Reference', 'InstanceType', 'WithRequired', 'Exclude']);
const LISTS = new Set(['Array', 'ReadonlyArray', 'Set', 'Iterable', 'AsyncIterable', 'Collection']);

export function readType(analysis: Analysis, node: Node): Value {
  switch (node.type) {
    case 'TSTypeAnnotation':
      return analysis.typeValue(node.typeAnnotation);
    case 'TSTypeReference':
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      return reference(analysis, node);
    case 'TSArrayType':
      return listOf(analysis.typeValue(node.elementType));
    case 'TSTypeOperator':
    case 'TSRestType':
    case 'TSOptionalType':
      return analysis.typeValue(node.typeAnnotation);
    case 'TSUnionType':
      return firstKnown(node.types.map((type) => analysis.typeValue(type)));
    case 'TSIntersectionType':
      return withMore(firstKnown(node.types.map((type) => analysis.typeValue(type))), node);
    case 'TSTypeQuery':
      return node.exprName.type === 'Identifier' ? valueOfName(analysis, node, node.exprName.name) : UNKNOWN;
    case 'TSTypeLiteral':
      return { kind: 'foreign', declared: node };
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
    case 'TSImportType':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSConditionalType':
      return UNKNOWN;
    case 'TSIndexedAccessType':
      return partOfType(analysis, node);
    default:
      return FOREIGN;
  }
}

/** `PrismaClient['user']`: what is a library's by a name of its own. */
function partOfType(analysis: Analysis, { objectType, indexType }: Extract<Node, { type: 'TSIndexedAccessType' }>): Value {
  const name = indexType.type === 'TSLiteralType' && indexType.literal.type === 'Literal' ? indexType.literal.value : undefined;
  const owner = typeof name === 'string' ? analysis.typeValue(objectType) : UNKNOWN;
  const value = owner.kind === 'library' || owner.kind === 'instance' ? analysis.memberValue(owner, name as string) : UNKNOWN;
  return value.kind === 'library' || value.kind === 'instance' ? value : UNKNOWN;
}

function reference(analysis: Analysis, node: Extract<Node, { type: 'TSTypeReference' | 'TSInterfaceHeritage' | 'TSClassImplements' }>): Value {
  const written = node.type === 'TSTypeReference' ? node.typeName : node.expression;
  const path = pathOf(written);
  const [first, ...rest] = path;
  if (first === undefined) return UNKNOWN;
  const given = node.typeArguments?.params ?? [];
  const [argument] = given;
  const variable = lookUp(moduleOf(node).bindings, node, first);
  if (!variable) {
    if (path.length === 1 && first === 'ReturnType' && argument) return givenBy(analysis, analysis.typeValue(argument));
    if (path.length === 1 && TRANSPARENT.has(first)) return argument ? analysis.typeValue(argument) : UNKNOWN;
    if (path.length === 1 && LISTS.has(first)) return argument ? listOf(analysis.typeValue(argument)) : UNKNOWN;
    // A client that settings know by its name alone.
    const global = path.length === 1 ? analysis.catalogue.global(first) : undefined;
    if (global?.library.kind === 'database') return asInstance({ kind: 'member', library: global.library, member: global.member, name: first, receiver: undefined, certain: true });
    return path.length === 1 && /^[A-Z]$/.test(first) ? UNKNOWN : FOREIGN;
  }
  let value: Value = valueOfName(analysis, node, first);
  for (const name of rest) value = analysis.memberValue(value, name);
  const declared = variable.definitions.find((definition) => definition.kind === 'type');
  if (declared?.kind === 'type' && (value.kind === 'unknown' || value.kind === 'foreign')) {
    return declared.node.type === 'TSTypeAliasDeclaration' ? aliasValue(analysis, declared.node, given) : interfaceValue(analysis, declared.node);
  }
  const imported = variable.definitions.find((definition) => definition.kind === 'import');
  if (value.kind === 'unknown' && imported) {
    const type = importedType(analysis, moduleOf(node), imported, rest, given);
    // A generated client's module may not be there.
    return type.kind === 'unknown' && path.length === 1 ? asInstance(likelyClient(analysis, first)) : type;
  }
  return named(asInstance(value), argument && modelOfType(analysis, argument));
}

/** A type annotation names instances; of a library's class that is what `new` would give, of the app's class an instance. */
function asInstance(value: Value): Value {
  if (value.kind === 'class') return { kind: 'instance', of: value.node };
  if (value.kind === 'library') {
    const construct = typeOf(value.library, value.type)?.construct;
    const type = construct?.returns ?? construct?.constructs;
    return type === undefined ? value : { ...value, type };
  }
  if (value.kind === 'member') {
    const type = value.member.type ?? value.member.constructs ?? value.member.returns;
    if (type === undefined || type === 'this' || type === 'rows' || type === 'unknown') return FOREIGN;
    return asInstance({ kind: 'library', library: value.library, type, steps: [], certain: value.certain });
  }
  return value.kind === 'module' ? FOREIGN : value;
}

/** `ReturnType<typeof connect>` */
function givenBy(analysis: Analysis, value: Value): Value {
  if (value.kind === 'function') return analysis.resultOf(value.fn);
  const call = value.kind === 'member' ? value.member : value.kind === 'library' ? typeField(value.library, value.type, 'call') : undefined;
  const type = call?.returns;
  if ((value.kind !== 'member' && value.kind !== 'library') || type === undefined || !typeOf(value.library, type)) return UNKNOWN;
  return { kind: 'library', library: value.library, type, steps: [], certain: value.certain };
}

/** The `T` of `class Base<T>` names no model. */
function isTypeParameter(argument: Node): boolean {
  const name = nameOf(argument);
  return name !== undefined && !lookUp(moduleOf(argument).bindings, argument, name);
}

/** The model that a type argument names: the `User` of `Repository<User>`; `undefined` for a type parameter, and for what has no name. */
export function modelOfType(analysis: Analysis, argument: Node): Model | undefined {
  const name = isTypeParameter(argument) ? undefined : nameOf(argument);
  if (name === undefined) return undefined;
  const value = analysis.typeValue(argument);
  // `type UserDocument = HydratedDocument<User>`
  if (value.kind === 'library' && value.model?.class) return value.model;
  return { name, class: value.kind === 'instance' && isClass(value.of) ? value.of : undefined };
}

/** The model of a class of the app that extends a library's: itself, or what its repository keeps (`extends Repository<User>`). */
export function modelBelow(analysis: Analysis, node: ClassNode, { library, type }: LibraryValue): Model {
  const [argument] = typeField(library, type, 'client') === 'repository' ? (node.superTypeArguments?.params ?? []) : [];
  return (argument && modelOfType(analysis, argument)) ?? modelOfClass(node);
}

/** `Repository<User>`, `HydratedDocument<User>`: the type argument names the model. */
function named(value: Value, model: Model | undefined): Value {
  return value.kind === 'library' && model && (typeField(value.library, value.type, 'client') !== undefined || typeField(value.library, value.type, 'entity')) ? { ...value, model } : value;
}

/** `interface AuthRequest extends Request` is the framework's type with more on it; any other interface is the app's own abstraction. */
function interfaceValue(analysis: Analysis, node: Extract<Node, { type: 'TSInterfaceDeclaration' }>): Value {
  for (const base of node.extends) {
    const value = analysis.typeValue(base);
    if (value.kind === 'library' && (value.library.kind === 'framework' || value.library.kind === 'database' || value.library.kind === 'cache')) return withMore(value, node);
  }
  return { kind: 'foreign', declared: node };
}

/** A framework's value, with what a type of the app declares to be on it besides. */
function withMore(value: Value, declared: Node): Value {
  return value.kind === 'library' && value.library.kind === 'framework' ? { ...value, declared } : value;
}

/** What an alias stands for. `type Timed<S> = S & { time(): void }` is what it is given, with more on it. */
function aliasValue(analysis: Analysis, alias: Extract<Node, { type: 'TSTypeAliasDeclaration' }>, given: readonly Node[]): Value {
  const { typeAnnotation, typeParameters } = alias;
  const parts = typeAnnotation.type === 'TSIntersectionType' ? typeAnnotation.types.map(nameOf) : [];
  const argument = given.find((_, index) => {
    const name = typeParameters?.params[index]?.name.name;
    return name !== undefined && parts.includes(name);
  });
  const value = argument ? analysis.typeValue(argument) : UNKNOWN;
  return value.kind === 'unknown' ? analysis.typeValue(typeAnnotation) : value;
}

/** An imported interface or type alias: only the exporting file knows what it is. */
function importedType(analysis: Analysis, module: Module, definition: Extract<Definition, { kind: 'import' }>, path: readonly string[], given: readonly Node[]): Value {
  // `import * as types`, then `types.User`
  const [name, ...rest] = definition.imported === '*' ? path : [definition.imported, ...path];
  const target = analysis.follow(module, definition.source);
  return target && name !== undefined && rest.length === 0 ? exportedType(analysis, target, name, given, new Set()) : UNKNOWN;
}

/** The interface or type alias that a module exports under a name, through re-exports and barrels. */
function exportedType(analysis: Analysis, module: Module, name: string, given: readonly Node[], seen: ReadonlySet<Module>): Value {
  if (seen.has(module)) return UNKNOWN;
  const exported = module.exports.named.get(name);
  const local = exported?.kind === 'local' ? exported.node : undefined;
  const own = exported?.kind === 'name' ? exported.name : local?.type === 'Identifier' ? local.name : undefined;
  const node = own === undefined ? local : typeNode(module, own);
  if (node?.type === 'TSInterfaceDeclaration') return interfaceValue(analysis, node);
  if (node?.type === 'TSTypeAliasDeclaration') return aliasValue(analysis, node, given);
  const inner = new Set([...seen, module]);
  // `import type { User } from './user'; export { User }`
  const imported = own === undefined ? undefined : module.bindings.scopes.get(module.program)?.variables.get(own)?.definitions.find((each) => each.kind === 'import');
  const from = exported?.kind === 'from' ? exported : imported?.kind === 'import' ? imported : undefined;
  const sources = from ? [from] : exported ? [] : module.exports.all.map((source) => ({ source, imported: name }));
  for (const { source, imported } of sources) {
    const target = analysis.mayExport(module, source, imported) ? analysis.follow(module, source) : undefined;
    const value = target ? exportedType(analysis, target, imported, given, inner) : UNKNOWN;
    if (value.kind !== 'unknown') return value;
  }
  return UNKNOWN;
}

function typeNode(module: Module, name: string): Node | undefined {
  const definition = module.bindings.scopes.get(module.program)?.variables.get(name)?.definitions.find((each) => each.kind === 'type');
  return definition?.kind === 'type' ? definition.node : undefined;
}

function valueOfName(analysis: Analysis, at: Node, name: string): Value {
  const module = moduleOf(at);
  const variable = lookUp(module.bindings, at, name);
  return variable ? analysis.variableValue(module, variable) : UNKNOWN;
}

function pathOf(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'TSQualifiedName') return [...pathOf(node.left), node.right.name];
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return [...pathOf(node.object), node.property.name];
  return [];
}

/** The last name of a type annotation: `Repository<User>` → `Repository`, `User[]` → `User`. */
export function nameOf(annotation: Node): string | undefined {
  switch (annotation.type) {
    case 'TSTypeAnnotation':
      return nameOf(annotation.typeAnnotation);
    case 'TSTypeReference':
      return pathOf(annotation.typeName).at(-1);
    case 'TSArrayType':
      return nameOf(annotation.elementType);
    case 'TSTypeQuery':
      return annotation.exprName.type === 'Identifier' ? annotation.exprName.name : undefined;
    case 'TSUnionType':
    case 'TSIntersectionType':
      return annotation.types.map(nameOf).find((name) => name !== undefined);
    default:
      return undefined;
  }
}

