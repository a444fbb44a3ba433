/** Code that stands in the controller layer, and the database clients that are handed to it. */
import type { Library } from '#catalog';
import { typeField } from '../match/catalogue.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type ClassNode, type FunctionNode, type Node, type PropertyDefinition, enclosingFunction } from '../syntax/ast.js';
import { bindingsOf, functionName, keyName, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import type { Value } from '../flow/value.js';
import { classRole, controllerClassAround, type Handler, handlerOf } from './layers.js';

export interface ControllerPlace {
  /** What makes it a controller: the handler or the class. */
  readonly owner: FunctionNode | ClassNode;
  /** How a message calls it. */
  readonly name: string;
}

export interface ControllerOptions {
  readonly middleware: boolean;
  readonly resolvers: boolean;
}

/** The handler or controller class that a node belongs to; `undefined` in any other layer. */
export function controllerAround(analysis: Analysis, node: Node, options: ControllerOptions): ControllerPlace | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = handlerOf(analysis, fn);
    if (handler?.layer === 'controller') return { owner: fn, name: nameOfHandler(handler) };
    if (handler) return options.middleware ? { owner: fn, name: nameOfHandler(handler) } : undefined;
  }
  const owner = controllerClassAround(analysis, node);
  if (owner) return { owner, name: `controller \`${owner.id?.name ?? 'class'}\`` };
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const caller = handingRequest(analysis, fn);
    if (caller) return { owner: fn, name: `\`${functionName(fn) ?? 'a helper'}\`, which works on the request of ${nameOfHandler(caller)}` };
  }
  return undefined;
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

function isRequest(value: Value): boolean {
  return value.kind === 'library' && value.library.kind === 'framework' && Object.values(value.library.types[value.type]?.members ?? {}).some((member) => member.request === 'body' || member.request === 'query');
}

/** `GET /users`, or the handler's own name. */
export function nameOfHandler(handler: Handler): string {
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

/** Database clients and library repositories that controller classes are given. */
export function injectedClients(analysis: Analysis, module: Module): InjectedClient[] {
  return module.bindings.classes.flatMap((owner) => {
    if (classRole(analysis, owner) !== 'controller') return [];
    return fieldsOf(owner).flatMap(({ node, name }) => {
      const library = clientBehind(analysis, analysis.memberValue({ kind: 'instance', of: owner }, name));
      return library ? [{ node, owner, controller: owner.id?.name ?? 'class', name, library }] : [];
    });
  });
}

function fieldsOf(owner: ClassNode): { node: Node; name: string }[] {
  return owner.body.body.flatMap((member) => {
    if (member.type === 'PropertyDefinition' && !member.static) {
      const name = keyName((member as PropertyDefinition).key, member.computed);
      return name === undefined ? [] : [{ node: member as Node, name }];
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return [];
    return parametersOf(member.value as FunctionNode).flatMap((parameter) => {
      const [binding] = bindingsOf(parameter);
      return parameter.type === 'TSParameterProperty' && binding ? [{ node: parameter as Node, name: binding.identifier.name }] : [];
    });
  });
}

function clientBehind(analysis: Analysis, value: Value): Library | undefined {
  if (value.kind === 'library') return value.library.kind === 'database' && typeField(value.library, value.type, 'client') !== undefined ? value.library : undefined;
  // `PrismaService extends PrismaClient` is the client; a repository of the app that extends the library's is not.
  if (value.kind !== 'instance' || !('superClass' in value.of) || !value.of.superClass) return undefined;
  const base = analysis.valueOf(value.of.superClass);
  if (base.kind !== 'library' || base.library.kind !== 'database') return undefined;
  const instance = typeField(base.library, base.type, 'model')?.instance ?? base.type;
  return typeField(base.library, instance, 'client') === 'client' ? base.library : undefined;
}
