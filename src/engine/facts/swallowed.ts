/** Errors that are caught and dropped, so that nobody learns of what failed. */
import { importedSources } from '../binding/exports.js';
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingClass, enclosingFunction, isCall, isFunction, isWithin, parentOf, unwrap } from '../syntax/ast.js';
import { functionName, lastName, parametersOf, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { loopsAround } from '../flow/loops.js';
import { isExplained } from './explained.js';
import { failsAfter } from './failing.js';
import { classRole, handlerAround } from './layers.js';
import { isStartUp } from './repetition.js';
import { saysFailure } from './telling.js';
import { type Tried, triedIn } from './tried.js';

export interface SwallowedError {
  /** The `catch`, or the function that takes the rejection. */
  readonly node: Node;
  /** What may fail without anyone hearing of it. */
  readonly tried: Tried;
}

/** The errors that a module drops. Cost: a look at each `catch`; only what is silent and unexplained is followed further. */
export function swallowedErrorsOf(analysis: Analysis, module: Module): SwallowedError[] {
  const found: SwallowedError[] = [];
  for (const clause of module.bindings.nodes.get('CatchClause') ?? []) {
    if (clause.type !== 'CatchClause' || clause.parent?.type !== 'TryStatement') continue;
    const attempt = clause.parent;
    if (!isSilent(clause.body, clause.param ? [clause.param] : []) || isExplained(module, clause, attempt) || failsAfter(analysis, clause.body, attempt)) continue;
    const tried = triedIn(analysis, attempt.block);
    if (tried && counts(analysis, attempt, tried)) found.push({ node: clause, tried });
  }
  for (const call of module.bindings.calls) {
    const taken = rejectionHandler(analysis, call);
    if (!taken || !isSilent(taken.fn.body ?? taken.fn, parametersOf(taken.fn)) || isExplained(module, taken.node, statementOf(call)) || (isFunction(taken.node) ? false : isExplained(moduleOf(taken.fn), taken.fn, taken.fn))) continue;
    const statement = statementOf(call);
    const tried = isKept(taken.promise) || failsAfter(analysis, statement, statement) ? undefined : triedIn(analysis, taken.promise);
    if (tried && counts(analysis, call, tried)) found.push({ node: taken.node, tried });
  }
  return found;
}

/** `load().catch(fn)`, `load().then(use, fn)`: the promise, and the function that takes its rejection. */
function rejectionHandler(analysis: Analysis, call: Call): { readonly node: Node; readonly fn: FunctionNode; readonly promise: Expression } | undefined {
  const member = asMember(calleeOf(call));
  const method = member && propertyName(member);
  const node = method === 'catch' ? argumentsOf(call)[0] : method === 'then' ? argumentsOf(call)[1] : undefined;
  if (!member || !node || node.type === 'SpreadElement') return undefined;
  const inner = unwrap(node as Expression);
  const value = isFunction(inner) || isSetLater(inner) ? undefined : analysis.valueOf(inner);
  const fn = isFunction(inner) ? inner : value?.kind === 'function' ? value.fn : undefined;
  return fn && { node, fn, promise: member.object };
}

/** A variable that is given another value after its first: `let fail = () => {}; new Promise((_, reject) => { fail = reject; })`. */
function isSetLater(handler: Expression): boolean {
  return handler.type === 'Identifier' && (variableOf(moduleOf(handler).bindings, handler)?.definitions.length ?? 0) > 1;
}

/** `pending.catch(() => {})`: the promise is kept, and whoever waits for it gets its error still. */
function isKept(promise: Expression): boolean {
  const inner = unwrap(promise);
  return inner.type === 'Identifier' || inner.type === 'MemberExpression';
}

function statementOf(node: Node): Node {
  let current = node;
  for (let parent = parentOf(current); parent && !isFunction(parent) && !/^(?:BlockStatement|Program|SwitchCase|StaticBlock|ClassBody)$/.test(parent.type); parent = parentOf(parent)) current = parent;
  return current;
}

/** Does code neither use an error, nor call anything, nor leave a word that something went wrong? */
function isSilent(body: Node, params: readonly Node[]): boolean {
  let silent = true;
  const { bindings } = moduleOf(body);
  walk(body, (node) => {
    if (node.type === 'Identifier') {
      const variable = variableOf(bindings, node);
      if (variable?.definitions.some((each) => (each.kind === 'caught' || each.kind === 'parameter') && params.some((param) => isWithin(each.binding.identifier, param))) && !isIdle(node)) silent = false;
    } else if (node.type === 'ThrowStatement' || node.type === 'AwaitExpression' || node.type === 'YieldExpression' || node.type === 'UpdateExpression') silent = false;
    else if ((isCall(node) && !isPlainValue(node)) || saysFailure(node)) silent = false;
    return silent;
  });
  return silent;
}

/** `void err;`, `err;` */
function isIdle(node: Node): boolean {
  const holder = parentOf(node);
  return holder?.type === 'ExpressionStatement' || (holder?.type === 'UnaryExpression' && holder.operator === 'void');
}

/** A call that only makes a value: `new Map()`, `Promise.resolve(null)`, `String(x)`. */
function isPlainValue(call: Call): boolean {
  const callee = calleeOf(call);
  if (call.type === 'NewExpression') return callee.type === 'Identifier' && ['Map', 'Set', 'Date', 'Array', 'Object', 'URLSearchParams'].includes(callee.name);
  const member = asMember(callee);
  if (member) return member.object.type === 'Identifier' && ['Promise', 'Object', 'Array', 'Buffer'].includes(member.object.name) && propertyName(member) !== 'reject';
  return callee.type === 'Identifier' && ['String', 'Number', 'Boolean', 'BigInt'].includes(callee.name);
}

/** Is this where a dropped error counts: in a handler, a service or a repository, while requests are served, and no attempt of several? */
function counts(analysis: Analysis, node: Node, tried: Tried): boolean {
  if (!enclosingFunction(node) || isProbe(node) || isAfterFailure(node)) return false;
  const handler = handlerAround(analysis, node);
  const owner = enclosingClass(node);
  const role = owner && classRole(analysis, owner);
  if (handler ? handler.layer === 'middleware' || handler.layer === 'errorHandler' || handler.layer === 'serverComponent' : role === 'middleware' || role === 'exceptionFilter') return false;
  if (!handler && role === undefined && !tried.query && !runsOnServer(analysis, moduleOf(node))) return false;
  return !loopsAround(analysis, node).some(({ kind }) => kind === 'retry' || kind === 'open') && !isStartUp(analysis, node);
}

/** Does a module use what only servers have: a database, a framework, a module of Node's own? What renders or runs in a browser does not count. */
function runsOnServer(analysis: Analysis, module: Module): boolean {
  return analysis.once('runsOnServer', module, false, () => {
    if (/^[ \t]*['"]use client['"]/m.test(module.text.slice(0, 500)) || /\.[jt]sx$/.test(module.path)) return false;
    return importedSources(module.bindings).some((source) => source.startsWith('node:') || NODE.has(source) || SERVER_KINDS.has(analysis.catalogue.byPackage(source)?.kind ?? ''));
  });
}

const NODE = new Set(['fs', 'fs/promises', 'crypto', 'http', 'https', 'net', 'dns', 'child_process', 'os', 'stream', 'worker_threads', 'cluster', 'zlib']);
const SERVER_KINDS = new Set(['database', 'cache', 'framework', 'messaging', 'hashing', 'storage']);

/** A function that asks whether something is up: its answer is what it is for. */
function isProbe(node: Node): boolean {
  if (/(?:^|[/.-])(?:health|healthz|heartbeat|ping|probes?|readiness|liveness|status)(?:[/.-])/i.test(moduleOf(node).path.replaceAll('\\', '/').split('/').slice(-3).join('/'))) return true;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = functionName(fn);
    if (name !== undefined && /health|ping$|^ping|alive|ready|probe|connected|available|reachable|online|exists?$|^exists|supports?|detect/i.test(name)) return true;
  }
  return false;
}

/** Inside a `catch`, a `finally` or a rejection handler: what is tidied up after a failure is best effort. */
function isAfterFailure(node: Node): boolean {
  for (let child = node, parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    if (parent.type === 'CatchClause' || (parent.type === 'TryStatement' && parent.finalizer === child)) return true;
    if (isFunction(child) && isCall(parent) && ['catch', 'finally'].includes(lastName(calleeOf(parent)) ?? '')) return true;
  }
  return false;
}

