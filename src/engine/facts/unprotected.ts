/** Writes that belong together and have no transaction around them: if the second fails, the first holds alone. */
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type FunctionNode, type Node, argumentsOf, calleeOf, isCall, isFunction, isWithin, parentOf, wrapped } from '../syntax/ast.js';
import { functionName, lastName, parameterName, parametersOf } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { conditionsAt, excludeEachOther, leaves } from '../flow/conditions.js';
import { runsWithin } from '../flow/loops.js';
import { handlerShapeOf } from '../flow/registration.js';
import { isDealtWithOnTheWay, isOnItsOwn, stepAround, swallows, triesAround } from './bestEffort.js';
import { asSeenFrom, baseOf, groundOfQuery, holdsHandle, isRow } from './clients.js';
import { handlerOf } from './layers.js';
import { handedAt } from './outside.js';
import type { Query } from './queries.js';
import { callsOf, homeOf, isGiven, isLetGo, type Reached, runsOf, writesOf } from './reach.js';
import { isForTransaction, isStartUp } from './repetition.js';
import { remakesServices, runBy } from './runBy.js';
import { isDecorated, transactionAt, transactionsOf } from './transactions.js';
import { isAskedAnew, isNote, onlyEnsures, tells } from './weight.js';
import { tableOf } from './writtenColumns.js';

/** A write that a function waits for: its own, or one that a call of it reaches. */
interface Write {
  readonly node: Node;
  readonly query: Query;
  readonly model: string;
  readonly helper: string | undefined;
}

/** Two writes of one function with no transaction around both. */
export interface UnprotectedPair {
  readonly kind: 'twoModels' | 'replaced' | 'moved';
  readonly first: Write;
  readonly second: Write;
  /** The call that runs the function outside of any transaction, where others run it in one. */
  readonly bare?: Node;
}

/** The first pair of each function whose writes belong together and may come apart; `[]` for what runs in a transaction of anybody's in sight. */
export function unprotectedOf(analysis: Analysis, module: Module): UnprotectedPair[] {
  return module.bindings.functions.flatMap((fn) => {
    if (runsWithin(analysis, fn)) return [];
    const writes = writesIn(analysis, fn);
    const pair = writes.length > 1 ? pairOf(analysis, fn, writes) : undefined;
    if (!pair || isProtected(analysis, fn) || isStartUp(analysis, pair.second.node)) return [];
    const { inside, bare } = runBy(analysis, fn);
    return [inside && bare ? { ...pair, bare } : pair];
  });
}

function pairOf(analysis: Analysis, fn: FunctionNode, writes: readonly Write[]): UnprotectedPair | undefined {
  const pairs = writes.flatMap((second, at) => writes.slice(0, at).map((first) => ({ first, second })));
  for (const { first, second } of pairs) {
    if (first.node === second.node || first.query.library !== second.query.library || onlyEnsures(first.query, first.helper) || (isDelete(first) && isJob(analysis, fn)) || (isRepeatable(first) && isInStep(analysis, first.node, fn)) || stepAround(first.node, fn) !== stepAround(second.node, fn)) continue;
    const kind = first.model !== second.model ? 'twoModels' : replaces(first, second) ? 'replaced' : moves(first, second) ? 'moved' : undefined;
    if (kind && mayFollow(first.node, second.node, fn) && !isCompensated(analysis, fn, first.node, second.node)) return { kind, first, second };
  }
  return undefined;
}

/** What a function writes outside of any transaction, in source order. */
function writesIn(analysis: Analysis, fn: FunctionNode): Write[] {
  const { queries, calls } = runsOf(analysis, fn);
  const found: Write[] = [];
  for (const query of queries) {
    if (query.access !== 'write' || isLetGo(query.node) || isOnItsOwn(query.node, fn) || isGathered(analysis, query.node) || !isOutside(analysis, fn, query)) continue;
    const write = isNote(analysis, query) ? undefined : writeOf(query.node, query, undefined);
    if (write) found.push(write);
  }
  for (const { node, fn: called } of calls) {
    if (isLetGo(node) || isOnItsOwn(node, fn) || isGathered(analysis, node) || transactionAt(analysis, node) || handedAt(analysis, node) || argumentsOf(node).some((argument) => holdsHandle(analysis, argument) || holdsInside(argument, fn))) continue;
    for (const reached of writesOf(analysis, called)) {
      const write = isGiven(reached, node) && isWaitedFor(analysis, reached) && !reached.through.some(isRead) && !isNote(analysis, reached.query) ? writeOf(node, reached.query, lastName(calleeOf(node)) ?? functionName(called)) : undefined;
      if (write && !found.some((each) => each.node === node && each.model === write.model)) found.push(write);
    }
  }
  return found.sort((a, b) => a.node.start - b.node.start);
}

/** `const { transaction } = ctx.state`, `ctx.transaction`: whoever is given `ctx` has the transaction. */
function holdsInside(argument: Node, fn: FunctionNode): boolean {
  if (argument.type !== 'Identifier') return false;
  const text = textAt(fn);
  if (!/transaction|trx/.test(text)) return false;
  const isArgument = (name: string | undefined): boolean => name === argument.name;
  return [...text.matchAll(/\b(?:transaction|trx)\b[^;=\n]{0,200}\}\s{0,9}=\s{0,9}([\w$]+)/g)].some(([, name]) => isArgument(name)) || [...text.matchAll(/(?<![\w$.])([\w$]+)(?:\.\w+){0,9}\.(?:transaction|trx)\b/g)].some(([, name]) => isArgument(name));
}

function writeOf(node: Node, query: Query, helper: string | undefined): Write | undefined {
  const model = tableOf(query);
  if (model === undefined || !query.library.transactions || !query.certain || tells(model)) return undefined;
  return { node, query, model: model.toLowerCase().replace(/(?:model|entity|repository)$/, '').replace(/s$/, ''), helper };
}

function isOutside(analysis: Analysis, fn: FunctionNode, query: Query): boolean {
  if (transactionAt(analysis, query.node) || handedAt(analysis, query.node)) return false;
  const ground = asSeenFrom(fn, groundOfQuery(analysis, query));
  // Of a row that came from elsewhere nobody can tell, unless the function speaks of a session.
  return ground.kind === 'outer' || (ground.kind === 'unknown' && isRow(analysis, baseOf(query.call)) && !/session|transaction|trx/i.test(textAt(fn)));
}

/** Is an operation gathered for one transaction: in the array that is handed to it, mapped into one, or pushed to one? */
function isGathered(analysis: Analysis, node: Node): boolean {
  for (let at = wrapped(node), parent = parentOf(at); parent; at = wrapped(parent), parent = parentOf(at)) {
    if (isForTransaction(analysis, at)) return true;
    if (isCall(parent) ? !/^(?:map|flatMap|filter|concat)$/.test(lastName(calleeOf(parent)) ?? '') : !/^(?:ArrayExpression|SpreadElement|ConditionalExpression|LogicalExpression|ArrowFunctionExpression|ReturnStatement|BlockStatement|MemberExpression)$/.test(parent.type)) return false;
  }
  return false;
}

/** A write of a helper counts where its failure comes back to the caller, and nobody puts it on the caller's transaction. */
function isWaitedFor(analysis: Analysis, reached: Reached): boolean {
  const ground = groundOfQuery(analysis, reached.query);
  return !(ground.kind === 'handed' && !ground.otherwise) && !isDealtWithOnTheWay(analysis, reached);
}

/** Does a function only read, by its name? What it keeps on the way is no part of what its caller changes. */
function isRead(fn: FunctionNode): boolean {
  return /^(?:get|find|fetch|load|read)(?![a-z])(?!.*(?:And|Or|Then|Update|Save|Set|Create|Insert|Delete|Remove))/.test(String(functionName(fn)));
}

/** Is one of two writes best effort, or undone when the other fails? */
function isCompensated(analysis: Analysis, fn: FunctionNode, first: Node, second: Node): boolean {
  const [ofFirst, ofSecond] = [triesAround(first, fn), triesAround(second, fn)];
  if ([...ofFirst, ...ofSecond].some((statement) => !(ofFirst.includes(statement) && ofSecond.includes(statement)) && swallows(analysis, statement))) return true;
  return [...ofFirst, ...ofSecond].some(({ handler }) => writesInside(analysis, fn, handler));
}

function writesInside(analysis: Analysis, fn: FunctionNode, handler: Node): boolean {
  const module = moduleOf(fn);
  return callsOf(analysis, module, fn).some(({ node, fn: called }) => isWithin(node, handler) && writesOf(analysis, called).length > 0) || module.bindings.calls.some((call) => isWithin(call, handler) && /^(?:delete|destroy|remove|rollback|revert|undo|restore)/i.test(lastName(calleeOf(call)) ?? ''));
}

/** Can a path of a function pass both nodes, the first one first? */
function mayFollow(first: Node, second: Node, fn: FunctionNode): boolean {
  let left = false;
  for (let at: Node = first, parent = parentOf(at); parent && at !== fn; at = parent, parent = parentOf(at)) {
    if (isFunction(at)) left = false;
    if (at.type === 'ReturnStatement' || at.type === 'ThrowStatement') left = true;
    if (isWithin(second, parent)) return !left && !areApart(parent, at) && !isForThrow(second, parent) && !excludeEachOther(conditionsAt(first), conditionsAt(second));
    if (parent.type === 'BlockStatement' && parent.body.slice(parent.body.indexOf(at as never) + 1).some(leaves)) left = true;
    if (parent.type === 'SwitchCase' && parent.consequent.slice(parent.consequent.indexOf(at as never) + 1).some(leaves)) left = true;
  }
  return false;
}

/** Is a node in a branch, below what holds both, that ends in a `throw`: what is done about a failure? */
function isForThrow(node: Node, around: Node): boolean {
  for (let at = parentOf(node); at && at !== around; at = parentOf(at)) if (at.type === 'BlockStatement' && parentOf(at)?.type === 'IfStatement' && at.body.at(-1)?.type === 'ThrowStatement') return true;
  return false;
}

/** Two branches of one choice. The cases of a `switch` that nothing ends run one after the other. */
function areApart(around: Node, first: Node): boolean {
  return (around.type === 'IfStatement' || around.type === 'ConditionalExpression') && first !== around.test;
}

const DELETES = /^(?:delete|destroy|remove|del$|softDelete)/i;

function isDelete({ query }: Write): boolean {
  return DELETES.test(verbOf(query));
}

/** How many calls above it a function is looked for to be part of a job. */
const JOBS_ABOVE = 2;

/** A job, or what only jobs call, is run again until it comes to its end, and deletes what the last run left. */
function isJob(analysis: Analysis, fn: FunctionNode, above = JOBS_ABOVE): boolean {
  if (handlerOf(analysis, fn)?.layer === 'job') return true;
  for (let at: Node | undefined = fn; at; at = parentOf(at)) if (isCall(at) && /(?:^|[a-z])(?:job|task|worker|cron)s?$/i.test(lastName(calleeOf(at)) ?? '')) return true;
  return above > 0 && hasOnlyCallers(analysis, fn, (caller) => isJob(analysis, caller, above - 1));
}

/** Is a function called, and by none but such functions? */
function hasOnlyCallers(analysis: Analysis, fn: FunctionNode, isOne: (caller: FunctionNode, at: Node) => boolean): boolean {
  const sites = analysis.callSites(fn);
  return sites.length > 0 && sites.every((site) => {
    const caller = site.kind === 'call' ? homeOf(analysis, site.call) : undefined;
    return caller !== undefined && caller !== fn && isOne(caller, site.node);
  });
}

/** Does a write that is done once more leave the same rows: a delete, or an update to values that do not count up? */
function isRepeatable(write: Write): boolean {
  return isDelete(write) || (/^(?:update|patch|set$)/i.test(verbOf(write.query)) && signOf(write.query) === undefined);
}

/** Is a node part of a step of a durable workflow, itself or with all that calls its function? */
function isInStep(analysis: Analysis, node: Node, fn: FunctionNode, above = JOBS_ABOVE): boolean {
  return stepAround(node, fn) !== undefined || (above > 0 && hasOnlyCallers(analysis, fn, (caller, at) => isInStep(analysis, at, caller, above - 1)));
}

/** A set of rows that is deleted, and written anew. */
function replaces({ query: first, model }: Write, { query: second, helper }: Write): boolean {
  return helper === undefined && first.bulk && !isAskedAnew(model) && DELETES.test(verbOf(first)) && /^(?:create|insert|bulkCreate|save|add)/i.test(verbOf(second));
}

/** The last word of a query's name: `insert` of `tags.insert`. */
function verbOf({ name }: Query): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What one row loses the other gains. */
function moves({ query: first }: Write, { query: second }: Write): boolean {
  const [one, other] = [signOf(first), signOf(second)];
  return one !== undefined && other !== undefined && one !== other;
}

function signOf({ method, data, sql }: Query): '+' | '-' | undefined {
  const text = `${method} ${sql ?? ''} ${data.map((node) => textAt(node)).join(' ')}`;
  if (/\bdecrement\b|\$inc\b[^}]*:\s*-|\bset\b[^,]*=\s*\w+\s*-/i.test(text)) return '-';
  return /\bincrement\b|\$inc\b|\bset\b[^,]*=\s*\w+\s*\+/i.test(text) ? '+' : undefined;
}

/** Does a function run in a transaction that a decorator, a middleware or a caller opens, or is it a job that cleans up? */
function isProtected(analysis: Analysis, fn: FunctionNode): boolean {
  if (isDecorated(analysis, fn) || transactionsOf(analysis, moduleOf(fn)).callbacks.has(fn) || /^(?:clean|purge|prune|sweep|expire|delete(?:Old|Expired|Stale)|remove(?:Old|Expired|Stale)|seed)/i.test(functionName(fn) ?? '')) return true;
  const registration = handlerShapeOf(analysis, fn);
  if (registration?.call && argumentsOf(registration.call).some((argument) => argument.type !== 'SpreadElement' && opensAround(analysis, argument))) return true;
  if (registration) return false;
  const { inside, bare } = runBy(analysis, fn);
  return bare === undefined && (inside || (parentOf(fn)?.type === 'MethodDefinition' && remakesServices(analysis, moduleOf(fn))));
}

/** A middleware that calls the next one in a transaction. */
function opensAround(analysis: Analysis, argument: Node): boolean {
  const value = analysis.valueOf(argument as Parameters<Analysis['valueOf']>[0]);
  if (value.kind !== 'function') return false;
  const next = parameterName(value.fn, parametersOf(value.fn).length - 1);
  return moduleOf(value.fn).bindings.calls.some((call: Call) => isWithin(call, value.fn) && next !== undefined && lastName(calleeOf(call)) === next && transactionAt(analysis, call) !== undefined);
}
