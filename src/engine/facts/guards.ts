/** What runs before a controller's method where decorators and modules say so: guards of the method, of its class, and of the whole app. */
import type { Library } from '#catalog';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type ClassNode, type Expression, type FunctionNode, type MethodDefinition, type Node, type ObjectExpression, argumentsOf, calleeOf, inside, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, functionName, lastName, objectProperty, propertyName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { decoration } from '../flow/registration.js';
import { returnsOf } from '../flow/trace.js';
import { addressOf, covers, isSame, joined } from './paths.js';
import { registeringsOf } from './routes.js';

/** A controller's method that a decorator makes a route. */
export interface DecoratedRoute {
  readonly library: Library;
  readonly owner: ClassNode;
  readonly fn: FunctionNode;
  readonly method: string;
  readonly path: string;
  /** The decorator that says so. */
  readonly node: Node;
  /** Guards in the order in which they run: those of the class, then those of the method. */
  readonly guards: readonly Expression[];
  /** All other decorators of the class and the method. */
  readonly decorators: readonly Expression[];
}

/** Middleware that a module puts before some routes. */
export interface Applied {
  readonly node: Expression;
  /** Does it run before this route? Where that cannot be read, it does. */
  readonly before: (route: DecoratedRoute) => boolean;
}

/** What stands before every route of an app. */
export interface Surroundings {
  /** Guards of the whole app, in the order in which they run. */
  readonly guards: readonly Expression[];
  /** Middleware of the app and its modules. */
  readonly middleware: readonly Applied[];
  /** The controllers that its modules name. */
  readonly controllers: readonly ClassNode[];
  /** Was the start of the app found, and every module that it is made of? */
  readonly whole: boolean;
}

/** The routes of a module's controllers, in a framework that has guards. */
export function decoratedRoutesOf(analysis: Analysis, module: Module): readonly DecoratedRoute[] {
  return analysis.once<readonly DecoratedRoute[]>('decoratedRoutes', module, [], () => module.bindings.classes.flatMap((owner) => decoratedRoutesOfClass(analysis, owner)));
}

/** The routes of one controller; `[]` for any other class. */
export function decoratedRoutesOfClass(analysis: Analysis, owner: ClassNode): DecoratedRoute[] {
  const controller = decoratorsOf(owner).map(({ expression }) => decoration(analysis, expression)).find((each) => each?.member.decorates?.as === 'controller');
  if (!controller || !Object.values(controller.library.exports).some((member) => member.guards)) return [];
  const prefix = controllerPath(analysis, controller.call);
  return owner.body.body.flatMap((member): DecoratedRoute[] => {
    if (member.type !== 'MethodDefinition' || !isFunction(member.value)) return [];
    for (const decorator of decoratorsOf(member)) {
      const found = decoration(analysis, decorator.expression);
      if (found?.member.decorates?.as !== 'route') continue;
      const { method, path } = found.member.decorates;
      const own = path && found.call ? addressOf(analysis, firstOf(slotValue(found.call, path))) : undefined;
      return [{ library: found.library, owner, fn: member.value, method, path: joined(prefix, own), node: decorator, guards: [...guardsOn(analysis, owner), ...guardsOn(analysis, member)], decorators: [...decoratorsOf(owner), ...decoratorsOf(member)].map(({ expression }) => expression) }];
    }
    return [];
  });
}

function firstOf(node: Node | undefined): Node | undefined {
  const inner = node && unwrap(node as Expression);
  return inner?.type === 'ArrayExpression' ? (inner.elements[0] ?? undefined) : inner;
}

function controllerPath(analysis: Analysis, call: Call | undefined): string | undefined {
  const given = call && firstOf(argumentsOf(call)[0]);
  if (given?.type !== 'ObjectExpression') return addressOf(analysis, given);
  return addressOf(analysis, firstOf(objectProperty(given, 'path')?.value));
}

/** The guards that decorators put on a class or a method, those that other decorators are composed of among them. */
export function guardsOn(analysis: Analysis, node: ClassNode | MethodDefinition): Expression[] {
  return decoratorsOf(node).flatMap(({ expression }) => {
    const inner = unwrap(expression);
    const call = isCall(inner) ? inner : undefined;
    const value = analysis.valueOf(call ? calleeOf(call) : inner);
    if (value.kind === 'member' && value.member.guards === 'these') return call ? plainArguments(call) : [];
    if (value.kind !== 'function') return [];
    return inside(moduleOf(value.fn).bindings.calls, value.fn, (each) => each).flatMap((each) => (memberOfCall(analysis, each)?.member.guards === 'these' ? plainArguments(each) : []));
  });
}

function plainArguments(call: Call): Expression[] {
  return argumentsOf(call).map((argument) => (argument.type === 'SpreadElement' ? argument.argument : argument) as Expression);
}

/** Imports between a controller and the file that starts its app. */
const FARTHEST = 6;
/** So many files and modules are looked at. */
const MOST = 120;

/** What stands before the routes of a module, found by way of the modules that import it, up to the start of the app. */
export function surroundingsOf(analysis: Analysis, module: Module): Surroundings {
  return analysis.once<Surroundings>('surroundings', module, { guards: [], middleware: [], controllers: [], whole: false }, () => {
    const seen = new Set<Module>();
    let level: Module[] = [module];
    for (let distance = 0; distance <= FARTHEST && level.length > 0 && seen.size < MOST; distance++) {
      for (const each of level) {
        seen.add(each);
        const start = startIn(analysis, each);
        if (start) return appOf(analysis, start);
      }
      level = [...new Set(level.flatMap((each) => analysis.importersOf(each.program, { name: undefined })))].filter((each) => !seen.has(each));
    }
    return { guards: [], middleware: [], controllers: [], whole: false };
  });
}

function startIn(analysis: Analysis, module: Module): Call | undefined {
  return libraryCallsOf(analysis, module).find((call) => memberOfCall(analysis, call)?.member.starts !== undefined);
}

function appOf(analysis: Analysis, start: Call): Surroundings {
  return analysis.once<Surroundings>('app', start, { guards: [], middleware: [], controllers: [], whole: false }, () => {
    const slot = memberOfCall(analysis, start)?.member.starts;
    const root = slot && slotValue(start, slot);
    const module = moduleOf(start);
    const guards: Expression[] = libraryCallsOf(analysis, module).flatMap((call) => (memberOfCall(analysis, call)?.member.guards === 'all' ? plainArguments(call) : []));
    const middleware = registeringsOf(analysis, module).flatMap((each) => (each.method === 'use' ? each.steps.map((node): Applied => ({ node, before: ({ path }) => each.paths.length === 0 || each.paths.some((one) => covers(one, path)) })) : []));
    const found = { guards, middleware, controllers: [], seen: new Set<Node>(), whole: true };
    if (root) takeModule(analysis, found, root as Expression);
    else found.whole = false;
    return found;
  });
}

interface Taken {
  readonly guards: Expression[];
  readonly middleware: Applied[];
  readonly controllers: ClassNode[];
  readonly seen: Set<Node>;
  whole: boolean;
}

/** Reads one of the modules that an app is made of, and those that it imports. */
function takeModule(analysis: Analysis, taken: Taken, node: Expression): void {
  const inner = unwrap(node);
  if (taken.seen.has(inner) || taken.seen.size > MOST * 4) return;
  taken.seen.add(inner);
  if (inner.type === 'ConditionalExpression') { ;[inner.consequent, inner.alternate].forEach((each) => { takeModule(analysis, taken, each); }); return; }
  if (inner.type === 'LogicalExpression') { ;[inner.left, inner.right].forEach((each) => { takeModule(analysis, taken, each); }); return; }
  if (inner.type === 'AwaitExpression') { takeModule(analysis, taken, inner.argument); return; }
  if (inner.type === 'ArrayExpression') { takeList(analysis, taken, inner.elements); return; }
  if (inner.type === 'ObjectExpression') { takeDynamic(analysis, taken, inner); return; }
  const value = analysis.valueOf(inner);
  if (value.kind === 'class') { takeClass(analysis, taken, value.node); return; }
  if (value.kind === 'array') { takeList(analysis, taken, value.elements); return; }
  if (value.kind === 'object') { takeDynamic(analysis, taken, value.node); return; }
  if (isCall(inner)) {
    const callee = calleeOf(inner);
    // `Module.forRoot({ … })`, `forwardRef(() => Module)`, `modules.filter(Boolean)`
    if (callee.type === 'MemberExpression') { takeModule(analysis, taken, callee.object); return; }
    const [given] = argumentsOf(inner);
    if (isFunction(given)) { returnsOf(given).forEach((each) => { takeModule(analysis, taken, each); }); return; }
  }
  if (value.kind === 'unknown') taken.whole = false;
}

function takeClass(analysis: Analysis, taken: Taken, node: ClassNode): void {
  if (taken.seen.has(node)) return;
  taken.seen.add(node);
  for (const { expression } of decoratorsOf(node)) {
    const call = unwrap(expression);
    const composes = isCall(call) ? memberOfCall(analysis, call)?.member.composes : undefined;
    if (composes && isCall(call)) takeParts(analysis, taken, (name) => slotValue(call, composes[name]));
  }
  // What a method like `forRoot` gives, and what `configure` puts before the routes.
  for (const object of inside(moduleOf(node).bindings.nodes.get('ObjectExpression') ?? [], node, (each) => each)) {
    if (object.type === 'ObjectExpression' && objectProperty(object, 'module')) takeDynamic(analysis, taken, object);
  }
  for (const { call, method, steps } of registeringsOf(analysis, moduleOf(node))) if (method === 'use' && call.start >= node.start && call.end <= node.end) {
    const before = targetsOf(analysis, call);
    taken.middleware.push(...steps.map((step) => ({ node: step, before })));
  }
}

/** `consumer.apply(x).exclude('login').forRoutes({ path: 'users', method: RequestMethod.POST }, UserController)` */
function targetsOf(analysis: Analysis, apply: Call): (route: DecoratedRoute) => boolean {
  const targets: Expression[] = [];
  const exceptions: Expression[] = [];
  for (let at: Node = wrapped(apply), member = parentOf(at); member?.type === 'MemberExpression' && member.object === at; member = parentOf(at)) {
    const call = parentOf(wrapped(member));
    if (!isCall(call)) break;
    (propertyName(member) === 'exclude' ? exceptions : targets).push(...plainArguments(call));
    at = wrapped(call);
  }
  return (route) => (targets.length === 0 || targets.some((target) => isTarget(analysis, target, route))) && !exceptions.some((exception) => isTarget(analysis, exception, route));
}

function isTarget(analysis: Analysis, target: Expression, route: DecoratedRoute): boolean {
  const inner = unwrap(target);
  if (inner.type !== 'ObjectExpression') {
    const value = analysis.valueOf(inner);
    if (value.kind === 'class') return value.node === route.owner;
    const path = addressOf(analysis, inner);
    return path === undefined || covers(path, route.path);
  }
  const path = addressOf(analysis, objectProperty(inner, 'path')?.value);
  const method = lastName(objectProperty(inner, 'method')?.value)?.toLowerCase();
  const isExact = path !== undefined && !/[*(:{]/.test(path);
  return (path === undefined || (isExact ? isSame(path, route.path) : covers(path, route.path))) && (method === undefined || method === 'all' || method === route.method);
}

function takeParts(analysis: Analysis, taken: Taken, part: (name: 'imports' | 'controllers' | 'providers') => Node | undefined): void {
  const imports = part('imports');
  const providers = part('providers');
  const controllers = part('controllers');
  for (const each of controllers ? elementsOf(analysis, taken, controllers as Expression) : []) {
    const value = analysis.valueOf(each);
    if (value.kind === 'class') taken.controllers.push(value.node);
  }
  if (providers) for (const provider of elementsOf(analysis, taken, providers as Expression)) takeProvider(analysis, taken, provider);
  if (imports) takeModule(analysis, taken, imports as Expression);
}

function takeList(analysis: Analysis, taken: Taken, elements: readonly (Node | null | undefined)[]): void {
  for (const element of elements) if (element) takeModule(analysis, taken, (element.type === 'SpreadElement' ? element.argument : element) as Expression);
}

/** `{ module: CalmModule, providers: [ … ] }` */
function takeDynamic(analysis: Analysis, taken: Taken, object: ObjectExpression): void {
  const module = objectProperty(object, 'module')?.value;
  if (module) takeModule(analysis, taken, module);
  takeParts(analysis, taken, (name) => objectProperty(object, name)?.value);
}

/** The elements of a list; where it cannot be seen, not all of the app was. */
function elementsOf(analysis: Analysis, taken: Taken, node: Expression): Expression[] {
  const inner = unwrap(node);
  const value = inner.type === 'ArrayExpression' ? undefined : analysis.valueOf(inner);
  if (value?.kind === 'unknown') taken.whole = false;
  const elements = inner.type === 'ArrayExpression' ? inner.elements : value?.kind === 'array' ? value.elements : [];
  return elements.flatMap((element) => (element ? (element.type === 'SpreadElement' ? elementsOf(analysis, taken, element.argument) : [element]) : []));
}

/** `{ provide: APP_GUARD, useClass: ThrottlerGuard }` */
function takeProvider(analysis: Analysis, taken: Taken, node: Expression): void {
  const inner = unwrap(node);
  const value = inner.type === 'ObjectExpression' ? undefined : analysis.valueOf(inner);
  const object = inner.type === 'ObjectExpression' ? inner : value?.kind === 'object' ? value.node : undefined;
  const token = object && objectProperty(object, 'provide')?.value;
  const provided = token && analysis.valueOf(token);
  if (!object || provided?.kind !== 'member' || !provided.member.guardToken) return;
  for (const name of ['useClass', 'useExisting', 'useFactory', 'useValue']) {
    const guard = objectProperty(object, name)?.value;
    if (guard) taken.guards.push(guard);
  }
}

/** How a message calls a decorated route's method. */
export function nameOfMethod(route: DecoratedRoute): string {
  return functionName(route.fn) ?? 'a method';
}
