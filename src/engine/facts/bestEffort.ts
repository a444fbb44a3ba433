/** Work whose failure is dealt with where it is started: nobody around it learns of it. */
import { moduleOf } from '../modules/parse.js';
import { type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, parentOf, wrapped } from '../syntax/ast.js';
import { lastName, propertyName, textOf } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { fails } from './failing.js';
import { callsOf, type Reached } from './reach.js';

type Try = Extract<Node, { type: 'TryStatement' }> & { readonly handler: NonNullable<Extract<Node, { type: 'TryStatement' }>['handler']> };

/** The `try` statements of a function whose block holds a node. */
export function triesAround(node: Node, fn: FunctionNode): Try[] {
  const found: Try[] = [];
  for (let at: Node = node, parent = parentOf(at); parent && at !== fn; at = parent, parent = parentOf(at)) if (parent.type === 'TryStatement' && parent.block === at && parent.handler) found.push(parent as Try);
  return found;
}

/** Does a `catch` keep a failure to itself? One that answers with an error has given the request up. */
export function swallows(analysis: Analysis, statement: Try): boolean {
  let thrown = fails(analysis, statement.handler.body);
  walk(statement.handler.body, (node) => {
    if (node.type === 'ThrowStatement' || (isCall(node) && /^(?:next|reject|fail|abort|rethrow)$/.test(lastName(calleeOf(node)) ?? ''))) thrown = true;
    return !thrown && !isFunction(node);
  });
  return !thrown;
}

/** `helper().catch(() => {})`, `Promise.allSettled([helper()])`, `waitUntil(helper())`: a failure that is dealt with on its own, somewhere below a function. */
export function isOnItsOwn(node: Node, fn: FunctionNode): boolean {
  const member = parentOf(wrapped(node));
  if (member?.type === 'MemberExpression' && lastName(member) === 'catch') return true;
  for (let at: Node = node, parent = parentOf(at); parent && at !== fn; at = parent, parent = parentOf(at)) {
    if (isCall(parent) && calleeOf(parent) !== at && argumentsOf(parent).includes(at) && /^(?:allSettled|waitUntil)$/.test(lastName(calleeOf(parent)) ?? '')) return true;
  }
  return false;
}

/** Is what a function reaches dealt with on its own by one of the functions on the way? */
export function isDealtWithOnTheWay(analysis: Analysis, { query, through }: Reached): boolean {
  return through.some((fn, at) => {
    const next = through[at + 1];
    const nodes: Node[] = next ? callsOf(analysis, moduleOf(fn), fn).flatMap((call) => (call.fn === next ? [call.node] : [])) : [query.node];
    return nodes.length > 0 && nodes.every((node) => isOnItsOwn(node, fn) || triesAround(node, fn).some((statement) => swallows(analysis, statement)));
  });
}

/** The step of a durable workflow that a node stands in: `step.run('charge', async () => …)` is done again until it holds, and then never again. */
export function stepAround(node: Node, fn: FunctionNode): Node | undefined {
  for (let at: Node = node, parent = parentOf(at); parent && at !== fn; at = parent, parent = parentOf(at)) {
    if (!isCall(parent) || !isFunction(at) || argumentsOf(parent)[1] !== at) continue;
    const callee = asMember(calleeOf(parent));
    if (callee && /^(?:run|do)$/.test(propertyName(callee) ?? '') && /^(?:step|context|ctx)$/.test(lastName(callee.object) ?? '') && textOf(argumentsOf(parent)[0]) !== undefined) return parent;
  }
  return undefined;
}
