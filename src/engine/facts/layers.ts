/** Which layer code belongs to: read off what it is, and off its path only where the code says nothing. */
import type { Registration } from '../flow/registration.js';
import { decoration, handlerShapeOf } from '../flow/registration.js';
import type { Analysis } from '../flow/analysis.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type ClassNode, type FunctionNode, type Node, argumentsOf, calleeOf, enclosingClass, enclosingFunction, isCall, parentOf } from '../syntax/ast.js';
import { parametersOf } from '../syntax/names.js';

export type Layer = 'controller' | 'middleware' | 'service' | 'repository' | 'script' | 'test' | 'unknown';

/** A function that answers requests, with what makes it one. */
export interface Handler {
  readonly fn: FunctionNode;
  readonly registration: Registration;
  readonly layer: 'controller' | 'middleware' | 'errorHandler';
}

const TEST = /(?:^|\/)(?:tests?|__tests__|__mocks__|e2e|spec|specs|fixtures|cypress)\/|[.-](?:test|spec|e2e-spec|e2e)\.[cm]?[jt]sx?$/;
const SCRIPT = /(?:^|\/)(?:migrations?|seeds?|seeders?|scripts?|bin|factories|dev-tools|tools)\/|(?:^|\/)(?:seed|seeder|migrate|migration)[\w.-]*\.[cm]?[jt]sx?$|[.-](?:seed|seeder|migration|factory)\.[cm]?[jt]sx?$/i;

/** The layer that a file's path suggests; settings' `layers` and `ignore` are applied by the rule adapter. */
export function layerOfPath(path: string): Layer {
  const file = path.replaceAll('\\', '/');
  if (TEST.test(file)) return 'test';
  if (SCRIPT.test(file)) return 'script';
  return 'unknown';
}

/** The handler that a function is; `undefined` where no framework is seen to call it. */
export function handlerOf(analysis: Analysis, fn: FunctionNode): Handler | undefined {
  const registration = handlerShapeOf(analysis, fn);
  if (!registration) return undefined;
  const errors = registration.shape.errorParams;
  if (errors && parametersOf(fn).length >= errors.length) return { fn, registration, layer: 'errorHandler' };
  if (registration.shape.layer !== 'controller') return { fn, registration, layer: registration.shape.layer };
  return { fn, registration, layer: passesOn(analysis, fn, registration) ? 'middleware' : 'controller' };
}

/** The handler around a node, through all functions nested in it. */
export function handlerAround(analysis: Analysis, node: Node): Handler | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = handlerOf(analysis, fn);
    if (handler) return handler;
  }
  return undefined;
}

/** Middleware passes on: it calls `next()` without an error, or stands before the last function of its route. */
function passesOn(analysis: Analysis, fn: FunctionNode, registration: Registration): boolean {
  if (registration.by === 'call' && registration.position !== undefined && registration.of !== undefined && registration.position < registration.of - 1 && isPlainFunction(fn, registration)) return true;
  const position = registration.shape.params.indexOf('Next');
  const parameter = position < 0 ? undefined : parametersOf(fn)[position];
  if (parameter?.type !== 'Identifier') return false;
  const { bindings } = moduleOf(fn);
  return (bindings.identifiers.get(parameter.name) ?? []).some((reference) => {
    const call = parentOf(reference);
    return isCall(call) && calleeOf(call) === reference && argumentsOf(call).length === 0 && reference.start >= fn.start && reference.end <= fn.end;
  });
}

/** In `router.get('/', [validate, async (req, res) => …])` the array's own order decides, not the argument's. */
function isPlainFunction(fn: FunctionNode, registration: Registration): boolean {
  return registration.call !== undefined && fn.start < (argumentsOf(registration.call).at(-1)?.start ?? 0);
}

/** The controller class around a node, by its decorators or its ancestors'. */
export function controllerClassAround(analysis: Analysis, node: Node): ClassNode | undefined {
  for (let owner = enclosingClass(node); owner; owner = enclosingClass(owner)) if (classRole(analysis, owner) === 'controller') return owner;
  return undefined;
}

/** What a framework's decorators make of a class. */
export function classRole(analysis: Analysis, node: ClassNode): 'controller' | 'resolver' | 'service' | 'entity' | 'exceptionFilter' | 'middleware' | undefined {
  for (const decorator of node.decorators) {
    const decorates = decoration(analysis, decorator.expression)?.member.decorates;
    if (decorates && decorates.as !== 'route' && decorates.as !== 'parameter' && decorates.as !== 'injects' && decorates.as !== 'hook' && decorates.as !== 'bound') return decorates.as;
  }
  return undefined;
}

/** Every handler of a module. */
export function handlersOf(analysis: Analysis, module: Module): readonly Handler[] {
  return analysis.once<Module, readonly Handler[]>('handlers', module, [], () =>
    module.bindings.functions.flatMap((fn) => {
      const handler = handlerOf(analysis, fn);
      return handler ? [handler] : [];
    }),
  );
}
