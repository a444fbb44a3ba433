/** Statements that run beside the transaction in which they stand: on the outer client, or without its handle. */
import { typeField } from '../match/catalogue.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, asMember, calleeOf, enclosingFunction, isWithin, unwrap, wrapped } from '../syntax/ast.js';
import { bindingsOf, lastName, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt } from '../flow/conditions.js';
import { type Need, parameterPath } from '../flow/given.js';
import { isMemoised, isOnFailure, runsWithin } from '../flow/loops.js';
import type { Library } from '#catalog';
import { argumentsOf } from '../syntax/ast.js';
import { asSeenFrom, baseOf, type Ground, groundAt, groundOf, groundOfQuery, holdsHandle, isHandleName } from './clients.js';
import { queriesOf, type Query } from './queries.js';
import { callsOf, handedOn, isGiven, isLetGo, needsOf, type Reached, runsOf } from './reach.js';
import { isHandleParameter, type Transaction, transactionAt } from './transactions.js';

/** A transaction that a function is handed by whoever calls it. */
export interface HandedTransaction {
  readonly library: Library;
  readonly fn: FunctionNode;
  readonly need: Need;
  /** What the function calls its handle. */
  readonly handle: string | undefined;
}

/** A statement, or a call that reaches one, beside the transaction. */
export interface OutsideStatement {
  readonly node: Node;
  readonly query: Query;
  readonly transaction: Transaction | HandedTransaction;
  /** The name of the helper, where a call reaches the statement. */
  readonly helper?: string;
  /** The outer client as it is written in the statement, where the transaction's own can stand there. */
  readonly client?: Expression;
}

/** Every statement of a module beside the transaction around it, and every call of a helper that runs one and is not given the transaction. */
export function outsideOf(analysis: Analysis, module: Module): OutsideStatement[] {
  const found: OutsideStatement[] = [];
  for (const query of queriesOf(analysis, module)) {
    const transaction = isRelevant(query) ? transactionAround(analysis, query.node, query.library) : undefined;
    if (!transaction || !isOutside(analysis, query, transaction)) continue;
    const client = clientIn(analysis, query);
    found.push({ node: query.node, query, transaction, ...(query.library.transactions?.by === 'client' && client && { client }) });
  }
  for (const { node, fn } of callsOf(analysis, module)) {
    // Few calls stand in a transaction, and what the others reach is of no interest.
    if (!(transactionAt(analysis, node) ?? handedAt(analysis, node)) || isMemoised(node) || isLetGo(node)) continue;
    const reached = reachedOutside(analysis, fn);
    for (const each of reached) {
      const transaction = transactionAround(analysis, node, each.query.library);
      if (!transaction || !isReached(analysis, each, node, transaction)) continue;
      found.push({ node: wrapped(node), query: each.query, transaction, helper: lastName(calleeOf(node)) ?? 'the call' });
      break;
    }
  }
  return found;
}

/** Could a statement stand beside a transaction at all? */
function isRelevant({ library, cache, access }: Query): boolean {
  return !cache && library.transactions !== undefined && library.transactions.by !== 'context' && !(library.transactions.readsAreFree && access === 'read');
}

/** The transaction of a library that a node runs in: one that is opened around it, or one that the function around it is handed. What a failure brings about comes after it. */
function transactionAround(analysis: Analysis, node: Node, library: Library): Transaction | HandedTransaction | undefined {
  const opened = transactionAt(analysis, node);
  const around = opened ?? handedAt(analysis, node);
  return around?.library === library && opened?.by !== 'context' && !isOnFailure(node, around.fn) ? around : undefined;
}

/** The transaction that the function around a node is handed, where the node runs with it. */
export function handedAt(analysis: Analysis, node: Node): HandedTransaction | undefined {
  for (let fn = enclosingFunction(node), at = node; fn && !isHandleParameter(analysis, fn); ) {
    const handed = handedTo(analysis, fn);
    if (handed) return conditionsAt(at).some(({ test, holds }) => !holds && isWithin(test, handed.fn) && isSame(parameterPath(handed.fn, test), handed.need)) || runsWithoutIt(analysis, at, handed) ? undefined : handed;
    const around = runsWithin(analysis, fn);
    if (!around) return undefined;
    at = around.call;
    fn = enclosingFunction(at);
  }
  return undefined;
}

/** `tx === undefined ? prisma.$transaction(…) : byTx`, and its likes with `!==`. */
function runsWithoutIt(analysis: Analysis, node: Node, { fn, need }: HandedTransaction): boolean {
  return conditionsAt(node).some(({ test, holds }) => test.type === 'BinaryExpression' && (holds ? /^===?$/ : /^!==?$/).test(test.operator) && isWithin(test, fn) && isSame(parameterPath(fn, test.left as Expression), need));
}

/** The handle of a transaction among a function's parameters: by its type, or because a statement takes it where it is given. */
function handedTo(analysis: Analysis, fn: FunctionNode): HandedTransaction | undefined {
  return analysis.once<HandedTransaction | undefined>('handedTransaction', fn, undefined, () => {
    const module = moduleOf(fn);
    for (const [index, parameter] of parametersOf(fn).entries()) {
      for (const { identifier, path } of bindingsOf(parameter)) {
        const variable = module.bindings.scopes.get(fn)?.variables.get(identifier.name);
        const value = variable && analysis.variableValue(module, variable);
        if (value?.kind === 'library' && typeField(value.library, value.type, 'transaction')) return { library: value.library, fn, need: { index, path }, handle: identifier.name };
      }
    }
    for (const query of runsOf(analysis, fn).queries) {
      const ground = groundOfQuery(analysis, query);
      if (ground.kind === 'handed' && ground.of === fn && !ground.vague && isHandleName(ground)) return { library: query.library, fn, need: ground.need, handle: ground.need.path.at(-1) ?? nameAt(fn, ground.need.index) };
    }
    return undefined;
  });
}

function nameAt(fn: FunctionNode, index: number): string | undefined {
  const parameter = parametersOf(fn)[index];
  return parameter && bindingsOf(parameter)[0]?.identifier.name;
}

function isSame(one: Need | undefined, other: Need): boolean {
  return one?.index === other.index && one.path.join('.') === other.path.join('.');
}

function isOutside(analysis: Analysis, query: Query, transaction: Transaction | HandedTransaction): boolean {
  const ground = asSeenFrom(transaction.fn, groundOfQuery(analysis, query));
  if (isLetGo(query.node)) return false;
  const opened = 'opened' in transaction ? openerOf(analysis, transaction) : undefined;
  const own = clientIn(analysis, query);
  const same = opened !== undefined && own !== undefined && textOf(opened) === textOf(own);
  // Another client of the same library may be another database.
  if (opened && own && !same && isClient(analysis, opened) && isClient(analysis, own)) return false;
  if (ground.kind === 'handed') return same && !ground.vague && query.library.transactions?.by === 'client' && !isHandleName(ground);
  return ground.kind === 'outer' && (query.certain || same);
}

/** The client that a transaction is opened on, where a library's call opens it in place. */
function openerOf(analysis: Analysis, { opened, library, span }: Transaction): Expression | undefined {
  // A connection that was taken out of a pool is another client by nature.
  if (span && groundOf(analysis, baseOf(opened)).kind === 'transaction') return undefined;
  const value = analysis.valueOf(calleeOf(opened));
  return value.kind === 'member' && value.library === library ? clientBelow(analysis, baseOf(opened)) : undefined;
}

/** The outer client that a statement is written on: `prisma` of `prisma.user.create(…)`, `this.db` of `this.db('users')`. */
function clientIn(analysis: Analysis, query: Query): Expression | undefined {
  const client = clientBelow(analysis, baseOf(query.call));
  return isClient(analysis, client) ? client : undefined;
}

function clientBelow(analysis: Analysis, node: Expression): Expression {
  const inner = unwrap(node);
  if (isClient(analysis, inner)) return inner;
  if (inner.type === 'MemberExpression') return clientBelow(analysis, inner.object);
  const callee = inner.type === 'CallExpression' ? asMember(calleeOf(inner)) : undefined;
  return callee ? clientBelow(analysis, callee.object) : inner;
}

function isClient(analysis: Analysis, node: Expression): boolean {
  if (node.type === 'CallExpression') return false;
  const value = analysis.valueOf(node);
  return value.kind === 'library' && typeField(value.library, value.type, 'client') === 'client';
}

function textOf(node: Node): string {
  return textAt(node).replace(/\s+|[?!]/g, '');
}

/** A statement that a function runs on the outer client, or (`handed`) on one that it is not always given. */
interface ReachedOutside extends Reached {
  readonly ground: Extract<Ground, { kind: 'outer' | 'handed' }>;
}

/** Functions between a call and a statement beside the transaction; a read that no handle could reach is looked for less far, where nothing decides whether it runs. */
const DEEPEST = 5;
const DEEPEST_READ = 2;
/** Statements of one function that are told apart. */
const MOST = 12;

/** What a function runs beside any transaction of its caller's. What it reports itself is not told again. */
function reachedOutside(analysis: Analysis, fn: FunctionNode): readonly ReachedOutside[] {
  return analysis.once<readonly ReachedOutside[]>('reachedOutside', fn, [], () => {
    const found: ReachedOutside[] = [];
    const { queries, calls } = runsOf(analysis, fn);
    for (const query of queries) {
      if (!isRelevant(query) || !query.certain || isLetGo(query.node)) continue;
      const own = transactionAt(analysis, query.node);
      const ground = asSeenFrom(fn, own ? groundOfOpener(analysis, own, query) : groundOfQuery(analysis, query));
      if ((ground.kind === 'outer' && !handedAt(analysis, query.node)) || (ground.kind === 'handed' && ground.of === fn && !ground.vague)) found.push({ query, ground, through: [fn], needs: needsOf(fn, query.node), conditions: conditionsAt(query.node).length });
    }
    for (const call of calls) {
      if (isLetGo(call.node) || found.length >= MOST) continue;
      for (const each of reachedOutside(analysis, call.fn)) {
        if (each.through.length >= DEEPEST || !isGiven(each, call.node) || found.some(({ query }) => query.node === each.query.node)) continue;
        const ground = asSeenFrom(fn, groundOfReached(analysis, each, call.node));
        if ((ground.kind === 'outer' && !transactionAt(analysis, call.node) && !handedAt(analysis, call.node)) || (ground.kind === 'handed' && ground.of === fn)) found.push({ query: each.query, ground, through: [fn, ...each.through], needs: [...needsOf(fn, call.node), ...handedOn(fn, each, call.node)], conditions: each.conditions + conditionsAt(call.node).length });
      }
    }
    return found.slice(0, MOST);
  });
}

/** A transaction that a function opens by itself is another one than its caller's. */
function groundOfOpener(analysis: Analysis, { opened, fn, library, by }: Transaction, query: Query): Ground {
  const value = analysis.valueOf(calleeOf(opened));
  if (by === 'context' || library !== query.library || value.kind !== 'member' || argumentsOf(opened).some((argument) => !isWithin(fn, argument) && holdsHandle(analysis, argument))) return { kind: 'unknown' };
  return groundOfQuery(analysis, query).kind === 'transaction' ? groundOf(analysis, baseOf(opened)) : { kind: 'unknown' };
}

/** Where a statement of a called function runs, as seen from the call. */
function groundOfReached(analysis: Analysis, { ground }: ReachedOutside, call: Call): Ground {
  if (argumentsOf(call).some((argument) => holdsHandle(analysis, argument))) return { kind: 'unknown' };
  if (ground.kind === 'handed') return groundAt(analysis, ground, call);
  if (!ground.ofThis) return ground;
  const object = asMember(calleeOf(call))?.object;
  return groundOf(analysis, object ?? calleeOf(call));
}

function isReached(analysis: Analysis, reached: ReachedOutside, call: Call, transaction: Transaction | HandedTransaction): boolean {
  if (!isGiven(reached, call)) return false;
  if (reached.query.access === 'read' && reached.ground.kind === 'outer' && (reached.through.length > DEEPEST_READ || reached.conditions > 0)) return false;
  const ground = asSeenFrom(transaction.fn, groundOfReached(analysis, reached, call));
  return ground.kind === 'outer';
}
