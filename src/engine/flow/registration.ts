/** Is this function one that a web framework calls, and in which shape? */
import type { HandlerShape, Library, Member, RouteCall, Slot } from '#catalog';
import { type Variable, lookUp, referencesOf } from '../binding/scope.js';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, type ObjectExpression, argumentsOf, asMember, calleeOf, enclosingFunction, isCall, isClass, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, functionName, keyName, lastName, memberOfClass, objectProperty, parameterName, parameterPattern, parametersOf, propertyName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from './analysis.js';
import { wrapsHandler } from './invocation.js';
import { nameOf } from './types.js';

/** A function's place in a framework. */
export interface Registration {
  readonly library: Library;
  readonly shape: HandlerShape;
  /** HTTP method in lower case, `*` for any, `use` for middleware; `undefined` where nobody says. */
  readonly method?: string;
  readonly path?: string;
  /** The call, decorator or export that makes it a handler. */
  readonly by: 'call' | 'decorator' | 'export' | 'names';
  readonly call?: Call;
  /** Of a list of routes that the call is given, the one that it is. */
  readonly entry?: Node;
  /** Its position among the handlers of the call, and how many there are. */
  readonly position?: number;
  readonly of?: number;
  readonly certain: boolean;
}

/** How a framework calls a function; `undefined` for a function that none is seen to call. */
export function handlerShapeOf(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  return analysis.once<Registration | undefined>('registration', fn, undefined, () => registeredInPlace(analysis, fn) ?? registeredElsewhere(analysis, fn) ?? byItself(analysis, fn));
}

/** The same by what stands at the function itself, without a search for who registers it: cheap, and enough where its parameters are declared. */
export function ownShapeOf(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  return analysis.once<Registration | undefined>('ownRegistration', fn, undefined, () => registeredInPlace(analysis, fn) ?? byItself(analysis, fn));
}

function registeredInPlace(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  return decorated(analysis, fn) ?? exported(analysis, fn) ?? registeredHere(analysis, fn) ?? resolving(analysis, fn);
}

function byItself(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  return directed(analysis, fn) ?? describedAsRoute(analysis, fn) ?? byTypes(analysis, fn) ?? onOwnRouter(analysis, fn) ?? byNames(analysis, fn);
}

/** `@Get('/x') list() {}` in a class that a framework knows. */
function decorated(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const member = memberOfClass(fn);
  if (!member) return undefined;
  for (const decorator of decoratorsOf(member)) {
    const found = decoration(analysis, decorator.expression);
    if (found?.member.decorates?.as === 'resolver' && found.library.handlers?.resolverMethod) return { library: found.library, shape: found.library.handlers.resolverMethod, by: 'decorator', certain: true };
    if (found?.member.decorates?.as !== 'route') continue;
    const { method, path } = found.member.decorates;
    const shape = found.library.handlers?.method ?? { params: [], returnsBody: true, layer: 'controller' as const };
    const route = path && found.call ? staticString(slotValue(found.call, path)) : undefined;
    return { library: found.library, shape, method, ...(route !== undefined && { path: route }), by: 'decorator', certain: true };
  }
  const owner = member.parent?.parent;
  if (isClass(owner) && member.type === 'MethodDefinition') {
    for (const decorator of decoratorsOf(owner)) {
      const found = decoration(analysis, decorator.expression);
      if (found?.member.decorates?.as !== 'exceptionFilter' || keyName(member.key, member.computed) !== 'catch') continue;
      const shape = found.library.handlers?.errorHandler ?? { params: ['error'], layer: 'errorHandler' as const };
      return { library: found.library, shape, by: 'decorator', certain: true };
    }
  }
  return undefined;
}

/** What a decorator is: the library's member, and its call where it is one. Decorators that compose others are followed one step. */
export function decoration(analysis: Analysis, expression: Expression): { library: Library; member: Member; call: Call | undefined } | undefined {
  const inner = unwrap(expression);
  const call = isCall(inner) ? inner : undefined;
  const value = analysis.valueOf(call ? calleeOf(call) : inner);
  if (value.kind === 'member') return { library: value.library, member: value.member, call };
  if (value.kind !== 'function') return undefined;
  let found: { library: Library; member: Member; call: Call | undefined } | undefined;
  walk(value.fn, (node) => {
    if (found || !isCall(node)) return undefined;
    const callee = analysis.valueOf(calleeOf(node));
    if (callee.kind === 'member' && callee.member.decorates) found = { library: callee.library, member: callee.member, call: node };
    return undefined;
  });
  return found;
}

/**
 * `export async function GET()` of a route file.
 * @param at the function, or a mention of it that a wrapper is given: `export const GET = withErrors(list)`
 */
function exported(analysis: Analysis, fn: FunctionNode, at: Node = fn): Registration | undefined {
  const module = moduleOf(at);
  for (const { library, pattern } of routeFilesOf(analysis, module)) {
    for (const name of pattern.exports.includes('*') ? module.exports.named.keys() : pattern.exports) {
      const entry = module.exports.named.get(name) ?? (name === 'default' && module.exports.whole ? { kind: 'local' as const, node: module.exports.whole as Node } : undefined);
      if (!entry) continue;
      const value = analysis.exportValue(module, name);
      const direct = value.kind === 'function' && value.fn === fn;
      const inside = entry.kind === 'local' ? entry.node : module.bindings.scopes.get(module.program)?.variables.get(entry.kind === 'name' ? entry.name : '')?.definitions.find((each) => each.kind === 'value')?.from;
      // `export const actions = { save: async (event) => … }`
      const whole = inside && unwrap(inside as Expression);
      const within = whole?.type === 'ObjectExpression' && whole.properties.some((property) => property.type === 'Property' && unwrap(property.value) === fn);
      if (!direct && !within && !(inside && isWrapping(analysis, inside, at))) continue;
      const shape = library.handlers?.[pattern.shape];
      if (shape && pattern.exports.includes('*')) return { library, shape, by: 'export', certain: true };
      if (shape) return { library, shape, method: name === 'default' ? '*' : name.toLowerCase(), by: 'export', certain: true };
    }
  }
  return undefined;
}

/** A function that a directive opens to clients, and that something at the client calls: `'use server'`. */
function directed(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const { catalogue } = analysis;
  const module = moduleOf(fn);
  const directives = catalogue.derived('directives', () => catalogue.all.flatMap((library) => (library.directives ?? []).map((each) => ({ library, ...each }))));
  for (const { library, directive, client, shape } of directives) {
    if (!module.text.includes(directive)) continue;
    const isInPlace = fn.body?.type === 'BlockStatement' && beginsWith(fn.body.body, directive);
    if (!isInPlace && !(beginsWith(module.program.body, directive) && [...module.exports.named.keys(), 'default'].some((name) => isExportedAs(analysis, fn, name)))) continue;
    const found = library.handlers?.[shape];
    if (found && (isInPlace || takesForm(fn) || isForClients(analysis, fn, client))) return { library, shape: found, by: 'export', certain: true };
  }
  return undefined;
}

function beginsWith(statements: readonly Node[], directive: string): boolean {
  return statements.some((statement) => statement.type === 'ExpressionStatement' && statement.directive === directive);
}

function isExportedAs(analysis: Analysis, fn: FunctionNode, name: string): boolean {
  const value = analysis.exportValue(moduleOf(fn), name);
  return value.kind === 'function' && value.fn === fn;
}

/** Is a function declared to take a form, as only the forms of clients hand one over? */
function takesForm(fn: FunctionNode): boolean {
  return parametersOf(fn).some((parameter) => {
    const pattern = parameterPattern(parameter);
    return 'typeAnnotation' in pattern && pattern.typeAnnotation != null && nameOf(pattern.typeAnnotation) === 'FormData';
  });
}

/** Are a function's callers clients, one at least, or does nobody in sight call it? Where imports are not followed, nobody is looked for. */
function isForClients(analysis: Analysis, fn: FunctionNode, directive: string): boolean {
  const sites = analysis.callSites(fn);
  return sites.length === 0 ? analysis.options.followImports : sites.some(({ node }) => isAtClient(node, directive));
}

/** Does a mention of a function run at the client: in a file that says so, or as what an element is given (`<form action={save}>`)? */
function isAtClient(node: Node, directive: string): boolean {
  const holder = parentOf(wrapped(node));
  return beginsWith(moduleOf(node).program.body, directive) || (holder?.type === 'JSXExpressionContainer' && holder.parent?.type === 'JSXAttribute');
}

/** What frameworks take from a file because of where it stands. */
function routeFilesOf(analysis: Analysis, module: Module): readonly { readonly library: Library; readonly pattern: NonNullable<Library['routeFiles']>[number] }[] {
  return analysis.once<ReturnType<typeof routeFilesOf>>('routeFiles', module, [], () => {
    const { catalogue } = analysis;
    const file = module.path.replaceAll('\\', '/');
    return catalogue.derived('routeFiles', () => catalogue.all.flatMap((library) => (library.routeFiles ?? []).map((pattern) => ({ library, pattern, path: new RegExp(pattern.path) })))).filter(({ pattern, path }) => path.test(file) && (pattern.depending === undefined || analysis.project.dependency(module, pattern.depending) !== undefined));
  });
}

/** Is a function (or a mention of one) the argument of an expression of calls: `withAuth(handler)`? */
function isWrapping(analysis: Analysis, expression: Node, at: Node): boolean {
  let current: Node = at;
  while (current !== expression) {
    const holder: Node | undefined = parentOf(wrapped(current));
    if (!isCall(holder) || endsSearch(analysis, holder)) return false;
    current = holder;
  }
  return true;
}

/** A library's own call that is no route (a test, an event, a job) calls a function itself; a wrapper of the app's hands it on. */
function endsSearch(analysis: Analysis, call: Call): boolean {
  const callee = analysis.valueOf(calleeOf(call));
  return callee.kind === 'member' && !callee.member.passes && !wrapsHandler(analysis, call) && (callee.member.callbacks ?? callee.member.query) !== undefined;
}

/** An inline function in a route call, also inside wrappers and arrays: `app.get('/x', auth, wrap(async (req, res) => …))`. */
function registeredHere(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  return registrationOf(analysis, fn);
}

/** The route call that an expression is handed to, through wrappers, arrays and options objects. */
export function registrationOf(analysis: Analysis, node: Node, below: readonly string[] = [], names = new Set<Variable>()): Registration | undefined {
  let current = wrapped(node);
  const path = [...below];
  let entry: Node | undefined;
  for (let hops = 0; hops < 8; hops++) {
    const holder = parentOf(current);
    if (!holder) return undefined;
    if (holder.type === 'ArrayExpression') {
      if (current.type === 'ObjectExpression') entry = current;
      current = wrapped(holder);
    } else if (holder.type === 'Property' && holder.value === current && holder.parent) {
      path.unshift(keyName(holder.key, holder.computed) ?? '*');
      current = wrapped(holder.parent);
    } else if (isCall(holder) && calleeOf(holder) !== current) {
      const found = byRouteCall(analysis, holder, current, path);
      if (found) return { ...found, ...(entry && { entry }) };
      if (endsSearch(analysis, holder)) return undefined;
      if (path.length > 0) return undefined;
      current = wrapped(holder);
    } else if (holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier') {
      return registeredByName(analysis, holder.id, path, names) ?? registeredAsWhole(analysis, current, holder.id.name, path);
    } else if (holder.type === 'AssignmentExpression' && holder.right === current) {
      const name = holder.left.type === 'MemberExpression' ? propertyName(holder.left) : undefined;
      return name === undefined ? undefined : registeredAsWhole(analysis, current, name, path);
    } else return undefined;
  }
  return undefined;
}

/**
 * `const list = wrap(async (req, res) => …); router.get('/', list)`, `const routes = [{ handler }]; server.route(routes)` in the same file.
 * @param names those that were gone through already: they may stand for one another (`var a = wrap(b), b = wrap(a)`), and for many others
 */
function registeredByName(analysis: Analysis, id: Extract<Node, { type: 'Identifier' }>, path: readonly string[], names: Set<Variable>): Registration | undefined {
  const { bindings } = moduleOf(id);
  const variable = lookUp(bindings, id, id.name);
  if (!variable || names.has(variable)) return undefined;
  names.add(variable);
  for (const reference of referencesOf(bindings, variable)) {
    const holder = parentOf(reference);
    if (holder && (isCall(holder) || holder.type === 'ArrayExpression') && !(isCall(holder) && calleeOf(holder) === reference)) {
      const found = registrationOf(analysis, reference, path, names);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * `exports.list = [authenticate, (req, res) => …]`, `exports.search = { handler: (request) => … }`, which another file hands to a route call as it stands.
 * @param path the names below which the handler stands in it
 */
function registeredAsWhole(analysis: Analysis, whole: Node, name: string, path: readonly string[]): Registration | undefined {
  if (path.length === 0 ? whole.type !== 'ArrayExpression' : whole.type !== 'ObjectExpression' || !endsHandlerSlot(analysis, path)) return undefined;
  for (const { bindings } of analysis.importersOf(whole, { name })) {
    for (const mention of [...(bindings.members.get(name) ?? []), ...(bindings.identifiers.get(name) ?? [])]) {
      const holder = parentOf(wrapped(mention));
      if (!isCall(holder) && !(path.length > 0 && holder?.type === 'Property')) continue;
      const value = analysis.valueOf(mention as Expression);
      const isIt = value.kind === 'array' ? 'elements' in whole && value.elements === whole.elements : value.kind === 'object' && value.node === whole;
      const found = isIt ? registrationOf(analysis, mention, path) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** Does a path end as that of some slot of handlers does: `handler` of `options.handler`? */
function endsHandlerSlot(analysis: Analysis, path: readonly string[]): boolean {
  const { catalogue } = analysis;
  const ends = catalogue.derived('handlerEnds', () => new Set(catalogue.all.flatMap((library) => [...Object.values(library.exports), ...Object.values(library.types).flatMap(({ members = {} }) => Object.values(members))]
    .flatMap(({ route }) => (route?.handlerSlots ?? []).flatMap(([, ...names]) => names.map((_, index) => names.slice(index).join('.')))))));
  return ends.has(path.join('.'));
}

function byRouteCall(analysis: Analysis, call: Call, argument: Node, path: readonly string[]): Registration | undefined {
  const callee = analysis.valueOf(calleeOf(call));
  if (callee.kind !== 'member' || !callee.member.route) return undefined;
  const { route } = callee.member;
  const args = argumentsOf(call);
  const position = handlerPosition(route, args, args.indexOf(argument), path);
  if (position === undefined) return undefined;
  const shape = callee.library.handlers?.[position.middleware ? 'middleware' : (route.shape ?? 'route')];
  const method = typeof route.method === 'string' ? route.method : (staticString(slotValue(call, route.method)) ?? '*').toLowerCase();
  const url = route.path ? staticString(slotValue(call, route.path)) : undefined;
  return shape && { library: callee.library, shape, method, ...(url !== undefined && { path: url }), by: 'call', call, position: position.index, of: position.of, certain: callee.certain };
}

function handlerPosition(route: RouteCall, args: readonly Node[], at: number, path: readonly string[]): { index: number; of: number; middleware: boolean } | undefined {
  const named = (slots: readonly Slot[] | undefined): boolean => slots?.some((slot) => slot[0] === at && slot.slice(1).join('.') === path.join('.')) ?? false;
  if (path.length > 0) {
    if (named(route.handlerSlots)) return { index: 0, of: 1, middleware: false };
    return named(route.middlewareSlots) ? { index: 0, of: 2, middleware: true } : undefined;
  }
  if (named(route.handlerSlots)) return { index: 0, of: 1, middleware: false };
  if (route.handlers === undefined || at < route.handlers) return undefined;
  // Options may stand behind the handlers: `app.get('/', handler, { schema })`.
  return { index: at - route.handlers, of: args.filter((each, index) => index >= (route.handlers ?? 0) && (index === at || each.type !== 'ObjectExpression')).length, middleware: false };
}

/** A named function or method that a route call of another place is given. */
function registeredElsewhere(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  if (!mayTakeRequest(fn)) return undefined;
  for (const site of analysis.mentions(fn)) {
    if (site.kind === 'call') continue;
    const found = registrationOf(analysis, site.node) ?? resolving(analysis, site.node) ?? (site.kind === 'passed' ? exported(analysis, fn, site.node) : undefined);
    if (found) return found;
  }
  return undefined;
}

/** `{ method: 'GET', path: '/users', handler: (request) => … }`, of which nobody is seen to make a route. */
function describedAsRoute(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const { catalogue } = analysis;
  const kinds = catalogue.derived('routeObjects', () => catalogue.all.flatMap((library) => (library.routeObjects ?? []).map((kind) => ({ library, kind }))));
  const property = parentOf(wrapped(fn));
  const object = property?.type === 'Property' ? parentOf(property) : undefined;
  if (property?.type !== 'Property' || object?.type !== 'ObjectExpression') return undefined;
  const name = keyName(property.key, property.computed);
  for (const { library, kind } of kinds) {
    const shape = library.handlers?.[kind.shape];
    if (!shape || name !== kind.named || !kind.beside.every((key) => objectProperty(object, key)) || analysis.project.dependency(moduleOf(fn), kind.depending) === undefined) continue;
    const [method, path] = [kind.method, kind.path].map((key) => staticString(objectProperty(object, key)?.value));
    return { library, shape, method: method?.toLowerCase() ?? '*', ...(path !== undefined && { path }), by: 'names', certain: false };
  }
  return undefined;
}

type ResolverObject = NonNullable<Library['resolverObjects']>[number];

/** A function (or a mention of one) that answers one field of an API, in a project that has such an API. */
function resolving(analysis: Analysis, node: Node): Registration | undefined {
  const found = resolverObjectAround(analysis, node);
  const shape = found?.library.handlers?.[found.kind.shape];
  return found && shape && analysis.project.dependency(moduleOf(node), found.kind.depending) !== undefined ? { library: found.library, shape, by: 'names', certain: false } : undefined;
}

/** The kind of object literal that a function (or a mention of one) resolves a field in: by its place, whatever the project depends on. */
export function resolverObjectAround(analysis: Analysis, node: Node): { readonly library: Library; readonly kind: ResolverObject } | undefined {
  const property = parentOf(wrapped(node));
  const object = property?.type === 'Property' && property.value === wrapped(node) ? parentOf(property) : undefined;
  if (property?.type !== 'Property' || object?.type !== 'ObjectExpression') return undefined;
  const name = keyName(property.key, property.computed);
  const { catalogue } = analysis;
  const kinds = catalogue.derived('resolverObjects', () => catalogue.all.flatMap((library) => (library.resolverObjects ?? []).map((kind) => ({ library, kind }))));
  return kinds.find(({ kind }) => {
    if ('below' in kind) return isBelow(object, kind.below);
    if (name === undefined || !kind.named.includes(name)) return false;
    return 'beside' in kind ? hasKey(object, kind.beside) : isGivenTo(object, kind.given);
  });
}

/** Is an object held under one of these names, or beside an object that is? */
function isBelow(object: ObjectExpression, names: readonly string[]): boolean {
  const holder = parentOf(wrapped(object));
  if (holder?.type === 'VariableDeclarator') return holder.id.type === 'Identifier' && names.includes(holder.id.name);
  return holder?.type === 'Property' && holder.parent?.type === 'ObjectExpression' && hasKey(holder.parent, names);
}

function hasKey(object: ObjectExpression, names: readonly string[]): boolean {
  return object.properties.some((property) => property.type === 'Property' && names.includes(keyName(property.key, property.computed) ?? ''));
}

/** Is an object an argument of a method of one of these names? */
function isGivenTo(object: ObjectExpression, names: readonly string[]): boolean {
  const call = parentOf(wrapped(object));
  return isCall(call) && asMember(calleeOf(call)) !== undefined && names.includes(lastName(calleeOf(call)) ?? '');
}

/** `false` for what no framework could call with a request: by its kind, or by the type that its first parameter or its result is declared to have. */
function mayTakeRequest(fn: FunctionNode): boolean {
  const member = memberOfClass(fn);
  if (member?.type === 'MethodDefinition' && member.kind !== 'method') return false;
  const result = fn.returnType?.typeAnnotation.type;
  if (result === 'TSTypePredicate' || result === 'TSNeverKeyword') return false;
  const [first] = parametersOf(fn);
  const pattern = first && parameterPattern(first);
  return !(pattern && 'typeAnnotation' in pattern && pattern.typeAnnotation && isPlainType(pattern.typeAnnotation));
}

/** A text, a number, a list, a function: nothing that could be a request or an error. */
function isPlainType(node: Node): boolean {
  switch (node.type) {
    case 'TSTypeAnnotation':
      return isPlainType(node.typeAnnotation);
    case 'TSUnionType':
      return node.types.every(isPlainType);
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSFunctionType':
      return true;
    default:
      return false;
  }
}

/** Nobody registers it in sight, but its parameters are declared as a framework's request and response. */
function byTypes(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const types = parametersOf(fn).map((parameter) => {
    const pattern = parameterPattern(parameter);
    const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
    return annotation ? analysis.typeValue(annotation) : undefined;
  });
  const own = declaredShape(analysis, fn);
  if (own) return own;
  const [only] = types;
  const alone = types.length === 1 && only?.kind === 'library' ? Object.values(only.library.handlers ?? {}).find((shape) => shape.declared && shape.params[0] === only.type) : undefined;
  if (alone && only?.kind === 'library') return { library: only.library, shape: alone, by: 'names', certain: true };
  for (const offset of [0, 1]) {
    const first = types[offset];
    const second = types[offset + 1];
    if (first?.kind !== 'library' || second?.kind !== 'library' || first.library !== second.library || first.library.kind !== 'framework') continue;
    for (const shape of Object.values(first.library.handlers ?? {})) {
      const wanted = offset === 0 ? shape.params : shape.errorParams?.slice(1);
      if (wanted?.[0] === first.type && wanted[1] === second.type && shape.layer !== 'middleware' && types.length <= wanted.length + offset + 1) return { library: first.library, shape, by: 'names', certain: true };
    }
  }
  return undefined;
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'del']);

/** `router.get('items/:id', async (path: Path, ctx: AppContext) => …)` on a router of the app's own class: a verb, an address, and a function that is handed a framework's request or context. */
function onOwnRouter(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || argumentsOf(call).at(-1) !== wrapped(fn)) return undefined;
  const member = asMember(calleeOf(call));
  const verb = member && propertyName(member);
  const path = staticString(argumentsOf(call)[0]);
  if (!member || verb === undefined || !VERBS.has(verb) || path === undefined || analysis.valueOf(member.object).kind !== 'instance' || analysis.valueOf(member).kind !== 'function') return undefined;
  for (const parameter of parametersOf(fn)) {
    const pattern = parameterPattern(parameter);
    const type = 'typeAnnotation' in pattern && pattern.typeAnnotation ? analysis.typeValue(pattern.typeAnnotation) : undefined;
    const shape = type?.kind === 'library' ? Object.values(type.library.handlers ?? {}).find(({ params, layer }) => layer === 'controller' && params[0] === type.type) : undefined;
    // Its own parameters are in an order of the router's.
    if (type?.kind === 'library' && shape) return { library: type.library, shape: { params: [], layer: 'controller' }, method: verb === 'del' ? 'delete' : verb, path, by: 'call', call, certain: true };
  }
  return undefined;
}

/** `const list: RequestHandler = (req, res) => …` */
function declaredShape(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const outer = wrapped(fn);
  const holder = parentOf(outer);
  const annotation = outer.type === 'TSSatisfiesExpression' || outer.type === 'TSAsExpression' ? outer.typeAnnotation
    : holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id.typeAnnotation
    : holder?.type === 'PropertyDefinition' ? holder.typeAnnotation : undefined;
  const value = annotation ? analysis.typeValue(annotation) : undefined;
  const key = value?.kind === 'library' ? typeField(value.library, value.type, 'handler') : undefined;
  const shape = value?.kind === 'library' && key !== undefined ? value.library.handlers?.[key] : undefined;
  return value?.kind === 'library' && shape ? { library: value.library, shape, by: 'names', certain: true } : undefined;
}

/** Nobody registers it in sight, but its parameters and what it does with them leave no doubt. */
function byNames(analysis: Analysis, fn: FunctionNode): Registration | undefined {
  const parameters = parametersOf(fn);
  const name = functionName(fn);
  if (parameters.length === 0 || name === 'constructor') return undefined;
  for (const { library, known } of analysis.catalogue.handlerNames) {
    const shape = library.handlers?.[known.shape];
    const offset = parameters.length === shape?.errorParams?.length ? 1 : 0;
    if (parameters.length > known.params.length + offset + 1) continue;
    const names = known.params.map((_, index) => parameterName(fn, index + offset));
    if (!known.params.every((alternatives, index) => alternatives.includes(names[index] ?? ''))) continue;
    if (known.depending !== undefined && analysis.project.dependency(moduleOf(fn), known.depending) === undefined) continue;
    // One name says little where another package takes the function.
    if (known.params.length === 1 && isHandedAway(analysis, fn)) continue;
    if (shape && usesAny(fn, names, known.uses)) return { library, shape, by: 'names', certain: false };
  }
  return undefined;
}

/** Is a function an argument of a call of some package that the catalogue does not know? */
function isHandedAway(analysis: Analysis, fn: FunctionNode): boolean {
  const call = parentOf(wrapped(fn));
  return isCall(call) && calleeOf(call) !== fn && analysis.valueOf(calleeOf(call)).kind === 'foreign';
}

function usesAny(fn: FunctionNode, names: readonly (string | undefined)[], uses: readonly string[]): boolean {
  const { members, calls } = moduleOf(fn).bindings;
  const inside = (node: Node): boolean => node.start >= fn.start && node.end <= fn.end;
  // `()`: a parameter is called itself.
  if (uses.includes('()') && calls.some((call) => inside(call) && call.type === 'CallExpression' && call.callee.type === 'Identifier' && names.includes(call.callee.name))) return true;
  return uses.some((use) => members.get(use)?.some((member) => member.start >= fn.start && member.end <= fn.end && member.object.type === 'Identifier' && names.includes(member.object.name)));
}

/** The handler that a node stands in, itself or in a function inside it. */
export function handlerFunction(analysis: Analysis, node: Node): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (handlerShapeOf(analysis, fn)) return fn;
  return undefined;
}
