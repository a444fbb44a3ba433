/** How a function comes to run: in a transaction of its callers', outside of any, or by nobody in sight. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Expression, type FunctionNode, type Node, argumentsOf, calleeOf, enclosingFunction, isCall, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { functionName, lastName, parameterName } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import type { CallSite } from '../flow/callers.js';
import { parameterPath } from '../flow/given.js';
import { handlerOf } from './layers.js';
import { handedAt } from './outside.js';
import { homeOf } from './reach.js';
import { isDecorated, type Transaction, transactionAt, transactionsOf } from './transactions.js';

export interface RunBy {
  /** A caller runs it in a transaction. */
  readonly inside: boolean;
  /** The call by which it runs outside of any, where a request, an event or a timer sets that off. */
  readonly bare?: Node;
}

/** How the callers of a function run it, their own callers included. What runs while the process starts is left out. */
export function runBy(analysis: Analysis, fn: FunctionNode): RunBy {
  return analysis.once<RunBy>('runBy', fn, { inside: false }, () => {
    if (isDecorated(analysis, fn) || transactionsOf(analysis, moduleOf(fn)).callbacks.has(fn)) return { inside: true };
    const sites = analysis.callSites(fn).map((site) => runAt(analysis, fn, site));
    const bare = sites.find((site) => site.bare)?.bare;
    return { inside: sites.some((site) => site.inside) || isCalledInWrapper(analysis, fn), ...(bare && { bare }) };
  });
}

function runAt(analysis: Analysis, fn: FunctionNode, site: CallSite): RunBy {
  const { node } = site;
  if ((transactionAt(analysis, node) ?? handedAt(analysis, node)) !== undefined) return { inside: true };
  if (site.kind !== 'call' && isKept(node)) return { inside: false, bare: node };
  const home = site.kind === 'mentioned' ? undefined : homeOf(analysis, node);
  if (!home || home === fn) return { inside: false };
  const { inside, bare } = runBy(analysis, home);
  return { inside, ...((bare ?? handlerOf(analysis, home)) && { bare: node }) };
}

/** `router.get('/', place)`, `{ handler: this.place }` in a call: a function that is handed on runs later. */
function isKept(node: Node): boolean {
  let at = wrapped(node);
  for (let parent = parentOf(at); parent?.type === 'Property' || parent?.type === 'ObjectExpression' || parent?.type === 'ArrayExpression'; parent = parentOf(at)) at = wrapped(parent);
  const holder = parentOf(at);
  return isCall(holder) && calleeOf(holder) !== at;
}

/** `orders.transactional((service) => service.place(id))`: a method of this name, of what a wrapper of the app's own hands out. */
function isCalledInWrapper(analysis: Analysis, fn: FunctionNode): boolean {
  const name = functionName(fn);
  if (name === undefined || parentOf(fn)?.type !== 'MethodDefinition') return false;
  return [moduleOf(fn), ...analysis.mentioning(moduleOf(fn), [name])].some((module) =>
    (module.bindings.members.get(name) ?? []).some((member) => {
      const callback = enclosingFunction(member);
      const call = callback && parentOf(wrapped(callback));
      return callback !== undefined && isCall(call) && calleeOf(call) !== callback && /transaction/i.test(lastName(calleeOf(call)) ?? '') && isParameter(member.object, callback);
    }),
  );
}

/** `service`, or `ordersOn(tx)`, of what a callback is given. */
function isParameter(node: Node, fn: FunctionNode): boolean {
  if (isCall(node)) return argumentsOf(node).some((argument) => isParameter(argument, fn));
  return node.type === 'Identifier' && parameterName(fn, 0) === node.name;
}

/** Does the app make its services anew for a transaction: `db.transaction((tx) => run(make(tx)))`? Whose methods nobody in sight calls may then run in one. */
export function remakesServices(analysis: Analysis, module: Module): boolean {
  return analysis.once('remakesServices', module, false, () => [module, ...analysis.mentioning(module, ['transaction', '$transaction'])].some((each) => [...transactionsOf(analysis, each).callbacks.values()].some(remakes)));
}

function remakes({ fn, handle }: Transaction): boolean {
  const { calls } = moduleOf(fn).bindings;
  const inside = calls.filter((call) => isWithin(call, fn) && isHandedIn(calleeOf(call)));
  return inside.some((made) => argumentsOf(made).some((argument) => argument.type === 'Identifier' && argument.name === handle) && inside.some((run) => argumentsOf(run).some((argument) => isMade(argument, made))));
}

/** Is a function called that a function around is handed? */
function isHandedIn(callee: Expression): boolean {
  for (let fn = enclosingFunction(callee); fn; fn = enclosingFunction(fn)) if (parameterPath(fn, callee)) return true;
  return false;
}

/** What a call makes, or the variable that it is put into. */
function isMade(node: Node, made: Node): boolean {
  const inner = unwrap(node as Expression);
  if (inner.type !== 'Identifier') return inner === made;
  const definition = variableOf(moduleOf(inner).bindings, inner)?.definitions[0];
  return definition?.kind === 'value' && unwrap(definition.from) === made;
}
