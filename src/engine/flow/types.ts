/** Type annotation → value: what something declared so is. Reads names only; no type checker is needed. */
import { lookUp } from '../binding/scope.js';
import { typeField, typeOf } from '../match/catalogue.js';
import { moduleOf } from '../modules/parse.js';
import type { Node } from '../syntax/ast.js';
import type { Analysis } from './analysis.js';
import { firstKnown, FOREIGN, type LibraryValue, listOf, UNKNOWN, type Value } from './value.js';

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
    case 'TSIntersectionType':
      return firstKnown(node.types.map((type) => analysis.typeValue(type)));
    case 'TSTypeQuery': {
      const value = node.exprName.type === 'Identifier' ? valueOfName(analysis, node, node.exprName.name) : UNKNOWN;
      return value;
    }
    case 'TSTypeLiteral':
      return { kind: 'foreign', declared: node };
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
    case 'TSImportType':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSConditionalType':
    case 'TSIndexedAccessType':
      return UNKNOWN;
    default:
      return FOREIGN;
  }
}

function reference(analysis: Analysis, node: Extract<Node, { type: 'TSTypeReference' | 'TSInterfaceHeritage' | 'TSClassImplements' }>): Value {
  const written = node.type === 'TSTypeReference' ? node.typeName : node.expression;
  const path = pathOf(written);
  const [first, ...rest] = path;
  if (first === undefined) return UNKNOWN;
  const argument = node.typeArguments?.params[0];
  const variable = lookUp(moduleOf(node).bindings, node, first);
  if (!variable) {
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
    if (declared.node.type === 'TSTypeAliasDeclaration') return analysis.typeValue(declared.node.typeAnnotation);
    return declared.node.type === 'TSInterfaceDeclaration' ? interfaceValue(analysis, declared.node) : { kind: 'foreign', declared: declared.node };
  }
  if (value.kind === 'unknown' && variable.definitions.some((definition) => definition.kind === 'import')) return importedType(analysis, node, first, rest);
  return named(asInstance(value), argument && !isTypeParameter(argument) ? nameOf(argument) : undefined, argument ? analysis.typeValue(argument) : UNKNOWN);
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

/** The `T` of `class Base<T>` names no model. */
function isTypeParameter(argument: Node): boolean {
  const name = nameOf(argument);
  return name !== undefined && !lookUp(moduleOf(argument).bindings, argument, name);
}

/** `Repository<User>`: the type argument names the model. */
function named(value: Value, argument: string | undefined, model: Value): Value {
  if (value.kind !== 'library' || argument === undefined || typeField(value.library, value.type, 'client') === undefined) return value;
  const owner = model.kind === 'instance' && 'body' in model.of && 'superClass' in model.of ? model.of : undefined;
  const withModel: LibraryValue = { ...value, model: { name: argument, class: owner } };
  return withModel;
}

/** `interface AuthRequest extends Request` is the library's type with more on it; any other interface is the app's own abstraction. */
function interfaceValue(analysis: Analysis, node: Extract<Node, { type: 'TSInterfaceDeclaration' }>): Value {
  for (const base of node.extends) {
    const value = analysis.typeValue(base);
    if (value.kind === 'library') return value;
  }
  return { kind: 'foreign', declared: node };
}

/** An imported interface or type alias: only the exporting file knows what it is. */
function importedType(analysis: Analysis, node: Node, name: string, rest: readonly string[]): Value {
  if (rest.length > 0) return UNKNOWN;
  const module = moduleOf(node);
  const definition = lookUp(module.bindings, node, name)?.definitions.find((each) => each.kind === 'import');
  if (definition?.kind !== 'import') return UNKNOWN;
  let from = module;
  let imported = definition.imported;
  let source = definition.source;
  for (let hops = 0; hops < 8; hops++) {
    const target = analysis.follow(from, source);
    if (!target) return UNKNOWN;
    const exported = target.exports.named.get(imported);
    const node = exported?.kind === 'local' ? exported.node : exported?.kind === 'name' ? typeNode(target, exported.name) : undefined;
    if (node?.type === 'TSInterfaceDeclaration') return interfaceValue(analysis, node);
    if (node?.type === 'TSTypeAliasDeclaration') return analysis.typeValue(node.typeAnnotation);
    if (exported?.kind === 'from') {
      from = target;
      ({ source, imported } = exported);
      continue;
    }
    const through = target.exports.all.map((each) => analysis.follow(target, each)).find((each) => each?.exports.named.has(imported));
    const inner = through?.exports.named.get(imported);
    if (!through || inner?.kind !== 'local') return UNKNOWN;
    if (inner.node.type === 'TSInterfaceDeclaration') return interfaceValue(analysis, inner.node);
    return inner.node.type === 'TSTypeAliasDeclaration' ? analysis.typeValue(inner.node.typeAnnotation) : UNKNOWN;
  }
  return UNKNOWN;
}

function typeNode(module: ReturnType<typeof moduleOf>, name: string): Node | undefined {
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

