/** Where an app, a router or a plugin is used: in which files, and by which calls. */
import { importedSources } from '../binding/exports.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, unwrap } from '../syntax/ast.js';
import { addressOf } from './paths.js';
import { type Registering, registeringsOf, scopesOf } from './routes.js';

/** A place that hands requests to a scope. */
export interface Mount {
  readonly receiver: Expression;
  readonly call: Call;
  readonly paths: readonly string[];
  /** What the same call puts before it. */
  readonly before: readonly Expression[];
}

/** Imports between a router and the file that mounts it: through barrels and lists of routes. */
const FARTHEST = 4;
/** So many files are looked at for who mounts a router. */
const MOST_FILES = 60;
/** Functions that an app is handed on through. */
const DEEPEST_HAND = 3;

/** The calls that mount a scope; `[]` where none is in sight. */
export function mountsOf(analysis: Analysis, scope: Node): readonly Mount[] {
  return analysis.once<readonly Mount[]>('mounts', scope, [], () => {
    const made = madeFrom(analysis, scope);
    if (made) return [made];
    const seen = new Set<Module>();
    let level: Module[] = [moduleOf(scope)];
    for (let distance = 0; distance <= FARTHEST && level.length > 0 && seen.size < MOST_FILES; distance++) {
      for (const module of level) seen.add(module);
      const found = level.flatMap((module) => mountsIn(analysis, module, scope));
      if (found.length > 0) return found;
      level = level.flatMap((module) => analysis.importersOf(module.program, { name: undefined })).filter((module) => !seen.has(module));
      level = [...new Set(level)];
    }
    // `new App([new UserRoute()])`: who mounts it imports neither of the two.
    for (const module of seen.size < MOST_FILES ? [...seen].slice(1).flatMap((importer) => importsOf(analysis, importer)) : []) {
      if (seen.has(module)) continue;
      seen.add(module);
      const found = mountsIn(analysis, module, scope);
      if (found.length > 0) return found;
    }
    return [];
  });
}

/** `router.route('/x')` hangs on the router that it is called on. */
function madeFrom(analysis: Analysis, scope: Node): Mount | undefined {
  const receiver = isCall(scope) ? asMember(calleeOf(scope)) : undefined;
  const callee = receiver && isCall(scope) ? memberOfCall(analysis, scope) : undefined;
  if (!receiver || !isCall(scope) || callee?.receiver === undefined || callee.member.prefix === undefined) return undefined;
  const path = addressOf(analysis, argumentsOf(scope)[0]);
  return { receiver: receiver.object, call: scope, paths: path === undefined ? [] : [path], before: [] };
}

function mountsIn(analysis: Analysis, module: Module, scope: Node): Mount[] {
  return registeringsOf(analysis, module).flatMap((registering) => {
    if (!isMounting(registering)) return [];
    const at = registering.steps.findIndex((step) => scopesOf(analysis, step).includes(scope) || isPlugin(analysis, step, scope));
    return at < 0 ? [] : [{ receiver: registering.receiver, call: registering.call, paths: registering.paths, before: registering.steps.slice(0, at) }];
  });
}

function isMounting({ method }: Registering): boolean {
  return method === 'use' || method === 'plug';
}

/** Is a function of a scope's own the plugin that is put in here? */
function isPlugin(analysis: Analysis, step: Expression, scope: Node): boolean {
  const value = analysis.valueOf(unwrap(step));
  return value.kind === 'function' && value.fn === scope;
}

function importsOf(analysis: Analysis, module: Module): Module[] {
  return [...new Set(importedSources(module.bindings))].flatMap((source) => {
    const target = /^[.@~#]/.test(source) ? analysis.follow(module, source) : undefined;
    return target ? [target] : [];
  });
}

/** What is put on a scope, in whichever file: its own, those that import it, and those whose functions it is handed to. */
export function registeredOn(analysis: Analysis, scope: Node): readonly Registering[] {
  return analysis.once<readonly Registering[]>('registeredOn', scope, [], () => {
    const own = moduleOf(scope);
    const modules = new Set([own, ...analysis.importersOf(own.program, { name: undefined })]);
    let level = [...modules];
    for (let depth = 0; depth < DEEPEST_HAND && level.length > 0 && modules.size < MOST_FILES; depth++) {
      level = level.flatMap((module) => handedTo(analysis, module, scope)).filter((module) => !modules.has(module));
      for (const module of level) modules.add(module);
    }
    return [...modules].flatMap((module) => registeringsOf(analysis, module).filter(({ receiver }) => scopesOf(analysis, receiver).includes(scope)));
  });
}

/** The modules of the functions that a scope is handed to: `setUp(app)`. */
function handedTo(analysis: Analysis, module: Module, scope: Node): Module[] {
  return module.bindings.calls.flatMap((call) => {
    if (!argumentsOf(call).some((argument) => isScope(analysis, argument, scope))) return [];
    const fn = calledFunction(analysis, call);
    return fn ? [moduleOf(fn)] : [];
  });
}

function isScope(analysis: Analysis, argument: Node, scope: Node): boolean {
  if (argument.type !== 'Identifier' && argument.type !== 'MemberExpression') return false;
  const value = analysis.valueOf(argument as Expression);
  return value.kind === 'library' && value.library.kind === 'framework' && scopesOf(analysis, argument as Expression).includes(scope);
}

/** Is a scope handed to a function that cannot be seen, which may put anything on it? */
export function isHandedAway(analysis: Analysis, scope: Node): boolean {
  return analysis.once('handedAway', scope, false, () =>
    moduleOf(scope).bindings.calls.some((call) => {
      if (!argumentsOf(call).some((argument) => isScope(analysis, argument, scope))) return false;
      return analysis.valueOf(calleeOf(call)).kind === 'unknown' && asMember(calleeOf(call)) === undefined;
    }),
  );
}
