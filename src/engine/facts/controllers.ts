/** Code that stands in the controller layer, and the database clients that are handed to it. */
import type { Library, TypeShape } from '#catalog';
import { typeField, typeOf } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type ClassNode, type Expression, type FunctionNode, type Node, argumentsOf, calleeOf, enclosingClass, enclosingFunction, inside, isCall, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { bindingsOf, functionName, keyName, lastName, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { returnsOf } from '../flow/trace.js';
import type { LibraryValue, Value } from '../flow/value.js';
import { type ClassRole, classRole, type Handler, handlerOf, isResolver, isServerComponent } from './layers.js';
import type { Query } from './queries.js';

export interface ControllerPlace {
  /** What makes it a controller: the handler or the class. */
  readonly owner: FunctionNode | ClassNode;
  /** How a message calls it. */
  readonly name: string;
}

/** Which layers count as controllers besides controllers themselves. */
export interface ControllerOptions {
  readonly middleware: boolean;
  readonly resolvers: boolean;
  readonly serverComponents: boolean;
}

/** The handler or controller class that a node belongs to; `undefined` in any other layer. */
export function controllerAround(analysis: Analysis, node: Node, options: ControllerOptions): ControllerPlace | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = handlerOf(analysis, fn);
    if (handler) return counts(handler.layer, options) ? { owner: ownerOf(analysis, fn, options), name: nameOfHandler(handler) } : undefined;
    if (options.resolvers && isResolver(analysis, fn)) return { owner: fn, name: named('resolver', fn) };
    if (options.serverComponents && isServerComponent(fn)) return { owner: fn, name: named('server component', fn) };
  }
  const owner = classAround(analysis, node, options);
  if (owner) return { owner, name: `${roleName(classRole(analysis, owner))} \`${owner.id?.name ?? 'class'}\`` };
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const caller = handingRequest(analysis, fn) ?? (options.resolvers ? handingAll(analysis, fn) : undefined);
    if (caller) return { owner: fn, name: `\`${functionName(fn) ?? 'a helper'}\`, which works on the request of ${nameOfHandler(caller)}` };
  }
  return undefined;
}

function counts(layer: Handler['layer'] | ClassRole | undefined, options: ControllerOptions): boolean {
  switch (layer) {
    case 'controller':
      return true;
    case 'resolver':
      return options.resolvers;
    case 'serverComponent':
      return options.serverComponents;
    case 'middleware':
    case 'errorHandler':
    case 'exceptionFilter':
      return options.middleware;
    default:
      return false;
  }
}

/** The class around a node that counts as a controller, by its decorators or its ancestors; `undefined` where there is none. */
function classAround(analysis: Analysis, node: Node, options: ControllerOptions): ClassNode | undefined {
  for (let owner = enclosingClass(node); owner; owner = enclosingClass(owner)) if (counts(classRole(analysis, owner), options)) return owner;
  return undefined;
}

/** A handler that is a controller class's method stands for the class. */
function ownerOf(analysis: Analysis, fn: FunctionNode, options: ControllerOptions): FunctionNode | ClassNode {
  return classAround(analysis, fn, options) ?? fn;
}

function roleName(role: ClassRole | undefined): string {
  return role === 'controller' || role === 'resolver' ? role : 'middleware';
}

function named(what: string, fn: FunctionNode): string {
  const name = functionName(fn);
  return name === undefined ? `a ${what}` : `${what} \`${name}\``;
}

/** The handler of the same file that hands its request to a helper. */
function handingRequest(analysis: Analysis, fn: FunctionNode): Handler | undefined {
  if (!parametersOf(fn).some((_, index) => isRequest(analysis.parameterValueAt(fn, index)))) return undefined;
  for (const site of analysis.callSites(fn)) {
    if (site.kind !== 'call' || moduleOf(site.call) !== moduleOf(fn)) continue;
    for (let around = enclosingFunction(site.call); around; around = enclosingFunction(around)) {
      const handler = handlerOf(analysis, around);
      if (handler?.layer === 'controller') return handler;
    }
  }
  return undefined;
}

/** The resolver that does nothing but hand what it is given to a function, of another file too, and give what comes back: `query(async (opts) => (await import('./list.handler')).listHandler(opts))`. */
function handingAll(analysis: Analysis, fn: FunctionNode): Handler | undefined {
  for (const site of analysis.callSites(fn)) {
    const around = site.kind === 'call' ? enclosingFunction(site.call) : undefined;
    if (site.kind !== 'call' || !around || !returnsOf(around).some((returned) => unwrapAwait(returned) === site.call) || !isAllOf(argumentsOf(site.call), around)) continue;
    const handler = handlerOf(analysis, around);
    if (handler?.layer === 'resolver') return handler;
  }
  return undefined;
}

function unwrapAwait(node: Expression): Expression {
  const inner = unwrap(node);
  return inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
}

/** Is a call's only argument the function's own first parameter, or an object of the parts that it was taken into: `{ ctx, input }`? */
function isAllOf(args: readonly Node[], around: FunctionNode): boolean {
  const [argument, ...others] = args;
  const [first] = parametersOf(around);
  if (!argument || !first || others.length > 0) return false;
  const parts = argument.type === 'ObjectExpression' ? argument.properties.map((property) => (property.type === 'Property' ? property.value : property.argument)) : [argument];
  const own = new Set(bindingsOf(first).map(({ identifier }) => identifier.name));
  return parts.length > 0 && parts.every((part) => part.type === 'Identifier' && own.has(part.name));
}

/** A request, a response, or a context that is both. */
function isRequest(value: Value): boolean {
  if (value.kind !== 'library' || value.library.kind !== 'framework') return false;
  for (let shape = typeOf(value.library, value.type); shape; shape = shape.extends === undefined ? undefined : typeOf(value.library, shape.extends)) {
    if (Object.values(shape.members ?? {}).some((member) => member.request === 'body' || member.request === 'query' || member.respond !== undefined)) return true;
  }
  return false;
}

/** `GET /users`, or the function's own name with what it is. */
export function nameOfHandler(handler: Handler): string {
  if (handler.layer === 'resolver') return named('resolver', handler.fn);
  if (handler.layer === 'serverComponent') return named('server component', handler.fn);
  const { method, path } = handler.registration;
  if (path !== undefined && method !== undefined && method !== 'use' && method !== '*') return `the handler of \`${method.toUpperCase()} ${path === '' ? '/' : path}\``;
  const name = functionName(handler.fn);
  return name === undefined ? 'a request handler' : `handler \`${name}\``;
}

export interface InjectedClient {
  readonly node: Node;
  readonly owner: ClassNode;
  readonly controller: string;
  readonly name: string;
  readonly library: Library;
}

/** Database clients and library repositories that controller classes (and those that options take for such) are given. */
export function injectedClients(analysis: Analysis, module: Module, options: ControllerOptions): InjectedClient[] {
  return module.bindings.classes.flatMap((owner) => {
    if (!counts(classRole(analysis, owner), options)) return [];
    return fieldsOf(owner).flatMap(({ node, name }) => {
      const library = clientBehind(analysis, analysis.memberValue({ kind: 'instance', of: owner }, name));
      return library && !isOnlyPinged(owner, name) ? [{ node, owner, controller: owner.id?.name ?? 'class', name, library }] : [];
    });
  });
}

/** Is a field only ever handed to what asks whether it is there: `this.database.pingCheck('database', this.prisma)`? */
function isOnlyPinged(owner: ClassNode, name: string): boolean {
  const uses = inside(moduleOf(owner).bindings.members.get(name) ?? [], owner, (member) => member).filter((member) => member.object.type === 'ThisExpression');
  return uses.length > 0 && uses.every((use) => {
    const call = parentOf(wrapped(use));
    return isCall(call) && calleeOf(call) !== use && /ping|health/i.test(lastName(calleeOf(call)) ?? '');
  });
}

function fieldsOf(owner: ClassNode): { node: Node; name: string }[] {
  return owner.body.body.flatMap((member): { node: Node; name: string }[] => {
    if (member.type === 'PropertyDefinition' && !member.static) {
      const name = keyName(member.key, member.computed);
      return name === undefined ? [] : [{ node: member, name }];
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return [];
    return parametersOf(member.value as FunctionNode).flatMap((parameter) => {
      const [binding] = bindingsOf(parameter);
      return parameter.type === 'TSParameterProperty' && binding ? [{ node: parameter, name: binding.identifier.name }] : [];
    });
  });
}

/** Is a query a method that a repository of the app's own has from its library, or one of a relation that it hands out: `this.orders.findById(id)`, `this.orders.lines(id).find()`? */
export function isOfOwnRepository(analysis: Analysis, query: Query): boolean {
  const { receiver } = query;
  if (!receiver || typeField(receiver.library, receiver.type, 'lazy') !== undefined) return false;
  let node = calleeOf(query.call);
  for (;;) {
    if (isCall(node)) node = calleeOf(node);
    else if (node.type === 'MemberExpression') node = unwrap(node.object);
    else return false;
    const value = isCall(node) ? undefined : analysis.valueOf(node);
    if (value?.kind === 'instance') return clientRoleOf(analysis, value) === 'repository';
  }
}

/** What the library's class is that a class of the app extends. */
function clientRoleOf(analysis: Analysis, value: Value): TypeShape['client'] {
  const base = libraryBelow(analysis, value);
  return base && typeField(base.library, typeField(base.library, base.type, 'model')?.instance ?? base.type, 'client');
}

/** The library's class that an instance's class extends, itself or by another class of the app. */
function libraryBelow(analysis: Analysis, value: Value): LibraryValue | undefined {
  let of: Node | undefined = value.kind === 'instance' ? value.of : undefined;
  for (let depth = 0; depth < 5 && of && 'superClass' in of && of.superClass; depth++) {
    const base: Value = analysis.valueOf(of.superClass);
    if (base.kind === 'library') return base.library.kind === 'database' ? base : undefined;
    of = base.kind === 'class' ? base.node : undefined;
  }
  return undefined;
}

function clientBehind(analysis: Analysis, value: Value): Library | undefined {
  if (value.kind === 'library') return value.library.kind === 'database' && typeField(value.library, value.type, 'client') !== undefined ? value.library : undefined;
  // `PrismaService extends PrismaClient` is the client; a repository of the app that extends the library's is not.
  const base = libraryBelow(analysis, value);
  return base && clientRoleOf(analysis, value) === 'client' ? base.library : undefined;
}
