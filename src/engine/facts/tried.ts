/** What a `try`, or a promise whose rejection is taken, attempts: work whose failure matters, or a question that an error answers. */
import { type Call, type Node, argumentsOf, asMember, awaited, calleeOf, isCall, isFunction, parentOf, unwrap } from '../syntax/ast.js';
import { lastName, staticString } from '../syntax/names.js';
import { walk, walkOwn } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { tryAround } from '../flow/conditions.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { runsWithin, textOfNode } from '../flow/loops.js';
import { queryAt } from './queries.js';
import { reachOfCall } from './reach.js';

export interface Tried {
  /** The call that may fail. */
  readonly node: Node;
  /** How the code calls it. */
  readonly name: string;
  /** It is, or reaches, a query. */
  readonly query: boolean;
  /** The query writes. */
  readonly writes: boolean;
}

/** An error says no: parsing, checking, looking whether something is there. */
const QUESTIONS = /^(?:parse|safeParse|decode|decrypt|verify|validate|check|assert|test|match|compare|authenticate|introspect|access|stat|lstat|exists|mkdir|readlink|realpath|resolve|lookup|unseal|json|text|blob|arrayBuffer|formData|head|ping|sleep|delay|wait|is|has|can|try|detect|probe)(?:[A-Z].*|Sync|Async)?$|Or(?:Throw|Fail)$|[a-z](?:Verify|Decode|Decrypt|Parse|Validate)$|(?:For|From)(?:JWT|Jwt|(?:[A-Z]\w*)?Token)$/;
/** What gives nothing and is a statement by itself: its only answer is the error that it throws. */
const CHECKS = /^(?:authori[sz]e|assert|verify|validate|check|ensure)(?:[A-Z].*)?$/;
/** Letting go of what is done with. */
const CLOSING = /^(?:unlink|rm|rmdir|close|end|destroy|quit|disconnect|release|unsubscribe|unregister|abort|rollback|terminate|kill|cleanup|dispose|stop|unref|detach|unlock|off|teardown|shutdown|flush|unload|invalidate)(?:[A-Z].*)?$/;
/** Tidying up, unless it is rows of the database that go. */
const REMOVING = /^(?:remove|clean|clear|purge|cancel|revoke|expire|drop|reset|delete)(?:[A-Z].*)?$/;
/** What only watches the work, and must not stop it. */
const WATCHING = /^(?:log|track|trace|audit|capture|measure|count|increment|gauge|histogram|record|identify|emit|debug|info|warn|error|heartbeat)(?:[A-Z].*)?$|analytics|telemetry|metric|posthog|segment|sentry|logger|tracker|statsd/i;

/**
 * The work in a piece of code whose failure matters to someone: a query, a call that reaches one, or anything else that is waited for. `undefined` where
 * there is none: only questions, tidying up, caches, measuring, and calls that are not waited for.
 */
export function triedIn(analysis: Analysis, code: Node): Tried | undefined {
  const found: Tried[] = [];
  const checks: Call[] = [];
  walk(code, (node) => {
    if (found.some(({ writes }) => writes)) return false;
    if (isFunction(node) && node !== code && !runsWithin(analysis, node)) return false;
    // What a `try` inside gives up itself comes out of it no more.
    if (node.type === 'BlockStatement' && node !== code && node.parent?.type === 'TryStatement' && node.parent.block === node && node.parent.handler) return false;
    // It gives what fails as a value, and never rejects itself.
    if (isCall(node) && lastName(calleeOf(node)) === 'allSettled') return false;
    if (node.type === 'ForOfStatement' && node.await && !isCache(node.right)) found.push({ node: node.right, name: nameOf(node.right), query: false, writes: false });
    else if (isCall(node)) {
      if (CHECKS.test(lastName(calleeOf(node)) ?? '') && parentOf(awaited(node))?.type === 'ExpressionStatement') checks.push(node);
      const tried = workOf(analysis, node, code);
      if (tried) found.push(tried);
    }
    return undefined;
  });
  // What is read for a check is part of the question.
  return checks.length > 0 && !found.some(({ writes }) => writes) ? undefined : (found.find(({ query }) => query) ?? found[0]);
}

function workOf(analysis: Analysis, call: Call, code: Node): Tried | undefined {
  const name = lastName(calleeOf(call)) ?? '';
  const query = queryAt(analysis, call);
  if (!query && neverRejects(analysis, call)) return undefined;
  if (query?.cache || QUESTIONS.test(query?.method ?? '')) return undefined;
  if (query) return { node: call, name: query.name, query: true, writes: query.access === 'write' };
  const member = memberOfCall(analysis, call)?.member;
  if (QUESTIONS.test(name) || CLOSING.test(name) || WATCHING.test(textOfNode(calleeOf(call)) ?? name) || WATCHING.test(name) || isCache(calleeOf(call)) || member?.verifies || member?.parses || member?.throws || member?.logs || member?.harmless !== undefined) return undefined;
  // Code in a text that was not written here may fail in any way.
  if (name === 'eval' && calleeOf(call).type === 'Identifier' && staticString(argumentsOf(call)[0]) === undefined) return { node: call, name, query: false, writes: false };
  const reached = reachOfCall(analysis, call);
  if (reached.length > 0) return { node: call, name: nameOf(calleeOf(call)), query: true, writes: reached.some((each) => each.query.access === 'write') };
  return isWaitedFor(call, code) && !REMOVING.test(name) && !onlyAsks(analysis, call) ? { node: call, name: nameOf(calleeOf(call)), query: false, writes: false } : undefined;
}

/** Is a promise waited for here, or is it the one whose rejection is taken? The steps of a chain count as one. */
function isWaitedFor(call: Call, code: Node): boolean {
  if (asMember(calleeOf(call)) && ['then', 'catch', 'finally', 'all', 'race', 'any'].includes(lastName(calleeOf(call)) ?? '')) return false;
  let node: Node = call;
  for (let parent = parentOf(node); parent; node = parent, parent = parentOf(node)) {
    if (node === code) return true;
    if (parent.type === 'AwaitExpression') return true;
    const isStep = parent.type === 'MemberExpression' ? ['then', 'catch', 'finally'].includes(lastName(parent) ?? '') : parent.type === 'ChainExpression' || parent.type === 'TSAsExpression' || parent.type === 'ArrayExpression' || (isCall(parent) && (unwrap(calleeOf(parent)) === node || /^(?:all|race|any)$/.test(lastName(calleeOf(parent)) ?? '')));
    if (!isStep) return false;
  }
  return false;
}

/** A function of the app in which all that is waited for stands in a `try` whose `catch` keeps it: whether the error is dropped is that one's matter. */
function neverRejects(analysis: Analysis, call: Call): boolean {
  const fn = calledFunction(analysis, call);
  if (!fn?.async || fn.body?.type !== 'BlockStatement') return false;
  return analysis.once('neverRejects', fn, false, () => {
    let waits = 0;
    let caught = 0;
    walkOwn(fn.body as Node, (node) => {
      const promise = node.type === 'AwaitExpression' ? node : node.type === 'ReturnStatement' && isCall(node.argument && unwrap(node.argument)) ? node : undefined;
      const attempt = promise?.type === 'AwaitExpression' ? tryAround(promise) : undefined;
      if (promise) waits++;
      if (attempt?.handler && !throws(attempt.handler.body)) caught++;
      return undefined;
    });
    return waits > 0 && waits === caught;
  });
}

function throws(code: Node): boolean {
  let found = false;
  walkOwn(code, (node) => {
    found ||= node.type === 'ThrowStatement' || node.type === 'AwaitExpression';
    return !found;
  });
  return found;
}

/** A function of the app that does nothing but ask. */
function onlyAsks(analysis: Analysis, call: Call): boolean {
  const fn = calledFunction(analysis, call);
  if (!fn?.body) return false;
  return analysis.once('onlyAsks', fn, false, () => {
    const calls: Call[] = [];
    walk(fn.body as Node, (node) => {
      if (isCall(node)) calls.push(node);
      return undefined;
    });
    return calls.length > 0 && calls.every((each) => QUESTIONS.test(lastName(calleeOf(each)) ?? '') || isCache(calleeOf(each)));
  });
}

/** A cache may miss, or be away: the work is then done anew. */
function isCache(node: Node): boolean {
  return /cache|redis|memo(?!ry\b)/i.test(textOfNode(node) ?? '');
}

function nameOf(node: Node): string {
  return textOfNode(node) ?? lastName(node) ?? 'this';
}
