/** Which code runs in which transaction: in callbacks that a library or the app's own helper runs in one, and between its begin and its end. */
import type { Library, Transactions } from '#catalog';
import { referencesOf, type Variable, variableOf } from '../binding/scope.js';
import { slotValue } from '../match/slots.js';
import { type Module, moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingFunction, isCall, isFunction, isWithin, parentOf, programOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, lastName, memberOfClass, parameterName, parameterPattern, parametersOf, textOf } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { runsWithin } from '../flow/loops.js';
import { decoration } from '../flow/registration.js';

/** A transaction, as far as the code of one file runs in it. */
export interface Transaction {
  readonly library: Library;
  /** How statements come to belong to it; `context` also where a helper of the app opens it and hands nothing on. */
  readonly by: Transactions['by'];
  /** The call that opens it, in the file in which its code stands. */
  readonly opened: Call;
  /** The function whose body runs in it, or (where it is begun and ended by hand) the one around. */
  readonly fn: FunctionNode;
  /** Begun by hand: the variable of its handle, and the calls that end it. */
  readonly span?: { readonly handle: Variable; readonly ends: readonly Call[] };
  /** What its handle is called here; `undefined` where the callback takes none. */
  readonly handle: string | undefined;
  /** A function of the app runs the callback in one of its own, and hands it something else than the handle: a step of its work, which nobody here puts into a transaction. */
  readonly blind?: true;
}

/** The innermost transaction that a node runs in; `undefined` where no code in sight opens one around it. Decorators and callers are not asked. */
export function transactionAt(analysis: Analysis, node: Node): Transaction | undefined {
  for (let at: Node | undefined = node; at; ) {
    const here = at;
    const fn = enclosingFunction(here);
    if (!fn) return undefined;
    const { callbacks, spans } = transactionsOf(analysis, moduleOf(fn));
    const span = spans.find((each) => each.fn === fn && isBetween(each, here));
    if (span) return span;
    const callback = callbacks.get(fn);
    if (callback) return callback;
    at = runsWithin(analysis, fn)?.call;
  }
  return undefined;
}

/** One that is begun and ended by hand. */
type Span = Transaction & Required<Pick<Transaction, 'span'>>;

interface Found {
  readonly callbacks: ReadonlyMap<FunctionNode, Transaction>;
  readonly spans: readonly Span[];
  /** The variables of handles that are begun by hand. */
  readonly handles: ReadonlySet<Variable>;
}

/** All transactions that a module opens. Where a helper of the module is asked what it runs in one, those count that a library opens in sight. */
export function transactionsOf(analysis: Analysis, module: Module): Found {
  const direct = analysis.once<Found>('openedByLibraries', module, NONE, () => openedIn(analysis, module, (call, at) => libraryOpening(analysis, call, at)));
  return analysis.once<Found>('transactions', module, direct, () => openedIn(analysis, module, (call, at) => openingOf(analysis, call, at)));
}

const NONE: Found = { callbacks: new Map(), spans: [], handles: new Set() };

function openedIn(analysis: Analysis, module: Module, opens: (call: Call, at: number) => Opening | undefined): Found {
  const callbacks = new Map<FunctionNode, Transaction>();
  const spans: Span[] = [];
  const libraryCalls = libraryCallsOf(analysis, module);
  const ends = libraryCalls.filter((call) => isEnd(analysis, call));
  for (const call of libraryCalls) {
    const span = spanOf(analysis, call, ends);
    if (span) spans.push(span);
  }
  for (const call of module.bindings.calls) {
    argumentsOf(call).forEach((argument, at) => {
      const fn = functionIn(analysis, argument);
      const opening = fn && moduleOf(fn) === module ? opens(call, at) : undefined;
      if (fn && opening) callbacks.set(fn, { ...opening, opened: call, fn, handle: handleName(fn) });
    });
  }
  return { callbacks, spans, handles: new Set(spans.map(({ span }) => span.handle)) };
}

/** Is this a parameter that a transaction's callback is handed? */
export function isHandleParameter(analysis: Analysis, fn: FunctionNode): boolean {
  return transactionsOf(analysis, moduleOf(fn)).callbacks.has(fn);
}

/** Does a decorator put a method, or all methods of its class, into a transaction: one that the catalogue knows, or one of that name? */
export function isDecorated(analysis: Analysis, fn: FunctionNode): boolean {
  const member = memberOfClass(fn);
  const owner = member?.parent?.parent;
  return [...(member ? decoratorsOf(member) : []), ...(owner ? decoratorsOf(owner) : [])].some(({ expression }) => {
    const inner = unwrap(expression);
    const name = lastName(isCall(inner) ? calleeOf(inner) : inner);
    return (name !== undefined && /^(?:Use|With|In)?Transaction(?:al)?$/.test(name)) || decoration(analysis, inner)?.member.decorates?.as === 'transaction';
  });
}

/** What an argument is run in, where the call runs it in a transaction. */
type Opening = Pick<Transaction, 'library' | 'by' | 'blind'>;

function openingOf(analysis: Analysis, call: Call, at: number): Opening | undefined {
  const fn = memberOfCall(analysis, call) ? undefined : calledFunction(analysis, call);
  return fn ? wrapperOf(analysis, fn, at) : libraryOpening(analysis, call, at);
}

function libraryOpening(analysis: Analysis, call: Call, at: number): Opening | undefined {
  const callee = memberOfCall(analysis, call);
  if (!callee) return undefined;
  const { library, member } = callee;
  const isCallback = member.transaction && member.callbacks?.some((each) => each.at === at || (each.at < 0 && at === argumentsOf(call).length + each.at));
  return isCallback && library.transactions ? { library, by: bindingOf(analysis, library.transactions, call) } : undefined;
}

/** Where the whole project has the library keep transactions in the asynchronous context, statements find them by themselves. */
function bindingOf(analysis: Analysis, { by, boundBy }: Transactions, at: Node): Transactions['by'] {
  return boundBy !== undefined && analysis.isSaidAround(at, boundBy) ? 'context' : by;
}

/** Does a function of the app run what it is handed at a position in a transaction: `withTransaction((tx) => …)`? */
function wrapperOf(analysis: Analysis, fn: FunctionNode, at: number): Opening | undefined {
  const parameter = parametersOf(fn)[at];
  const pattern = parameter && parameterPattern(parameter);
  const { bindings } = moduleOf(fn);
  const variable = pattern?.type === 'Identifier' ? variableOf(bindings, pattern) : undefined;
  if (!variable) return undefined;
  return analysis.once<Opening | undefined>(`wrapper:${String(at)}`, fn, undefined, () => {
    let found: Opening | undefined;
    for (const reference of referencesOf(bindings, variable)) {
      const node = wrapped(reference);
      const call = parentOf(node);
      if (!isCall(call)) continue;
      const around = transactionAt(analysis, call);
      if (calleeOf(call) === unwrap(node as Expression)) found ??= around && { library: around.library, by: argumentsOf(call).length > 0 ? around.by : 'context', ...(isBlind(call, around) && { blind: true }) };
      else found ??= openingOf(analysis, call, argumentsOf(call).indexOf(node)) ?? (around && { library: around.library, by: 'context' });
    }
    return found;
  });
}

/** Does a call in a transaction hand on things, and nothing that the handle is a part of? */
function isBlind(call: Call, { handle }: Transaction): boolean {
  const args = argumentsOf(call);
  return handle !== undefined && args.length > 0 && !args.some((argument) => names(argument, handle));
}

function names(node: Node, name: string): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.type === 'Identifier' && inner.name === name;
    return !found;
  });
  return found;
}

function functionIn(analysis: Analysis, argument: Node): FunctionNode | undefined {
  if (argument.type === 'SpreadElement') return undefined;
  const inner = unwrap(argument as Expression);
  if (isFunction(inner)) return inner;
  const value = inner.type === 'Identifier' ? analysis.valueOf(inner) : undefined;
  return value?.kind === 'function' ? value.fn : undefined;
}

function handleName(fn: FunctionNode): string | undefined {
  return parameterName(fn, 0);
}

/** A transaction that a call begins by hand. */
function spanOf(analysis: Analysis, call: Call, ends: readonly Call[]): Span | undefined {
  const callee = memberOfCall(analysis, call);
  const fn = enclosingFunction(call);
  if (!callee || !fn || !callee.library.transactions) return undefined;
  const { library, member } = callee;
  const begins = isBracket(call, member.query?.sql, BEGINS) ? 'receiver' : member.begins;
  if (begins === undefined || (member.transaction && argumentsOf(call).some((argument) => functionIn(analysis, argument)))) return undefined;
  const handle = begins === 'receiver' ? rootOf(asMember(calleeOf(call))?.object) : heldBy(call);
  if (!handle) return undefined;
  const own = ends.filter((end) => enclosingFunction(end) === fn && rootOf(asMember(calleeOf(end))?.object) === handle);
  return { library, by: bindingOf(analysis, callee.library.transactions, call), opened: call, fn, span: { handle, ends: own }, handle: handle.name };
}

const BEGINS = /^\s*(?:begin|start\s+transaction)\b/i;
const ENDS = /^\s*(?:commit|rollback(?!\s+to)|end)\b/i;

function isEnd(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  return member !== undefined && (member.ends === true || isBracket(call, member.query?.sql, ENDS));
}

function isBracket(call: Call, slot: readonly [number, ...string[]] | undefined, pattern: RegExp): boolean {
  const text = slot && call.type !== 'TaggedTemplateExpression' ? textOf(slotValue(call, slot)) : undefined;
  return text !== undefined && pattern.test(text);
}

function rootOf(node: Node | undefined): Variable | undefined {
  let current = node && unwrap(node as Expression);
  while (current?.type === 'MemberExpression') current = unwrap(current.object);
  return current?.type === 'Identifier' ? variableOf(moduleOf(current).bindings, current) : undefined;
}

/** The variable that what a call gives is put into. */
function heldBy(call: Call): Variable | undefined {
  const node = awaited(call);
  const holder = parentOf(node);
  const target = holder?.type === 'VariableDeclarator' && holder.init === node ? holder.id : holder?.type === 'AssignmentExpression' && holder.right === node ? holder.left : undefined;
  return target?.type === 'Identifier' ? variableOf(moduleOf(target).bindings, target) : undefined;
}

/** Has a transaction that is begun by hand begun, and not ended, where a node of its function stands? What a `catch` does comes after. */
function isBetween({ opened, fn, span }: Transaction, node: Node): boolean {
  if (!span || node.start < opened.end || isOnTheWayOut(node, fn)) return false;
  return isWithin(node, blockOf(opened)) && !span.ends.some((end) => end.end <= node.start && !isOnTheWayOut(end, fn) && isWithin(node, reachOfEnd(end)));
}

/** The block in which a transaction is over after it was ended; what comes after a `try` whose end ends it included. */
function reachOfEnd(end: Node): Node {
  const block = blockOf(end);
  return parentOf(block)?.type === 'TryStatement' ? blockOf(block) : block;
}

/** In a `catch` or a `finally` of its function. */
function isOnTheWayOut(node: Node, fn: FunctionNode): boolean {
  for (let at: Node = node, parent = parentOf(at); parent && at !== fn; at = parent, parent = parentOf(at)) {
    if (parent.type === 'CatchClause' || (parent.type === 'TryStatement' && parent.finalizer === at)) return true;
  }
  return false;
}

/** The block around a node. */
function blockOf(node: Node): Node {
  for (let at = parentOf(node); at; at = parentOf(at)) if (at.type === 'BlockStatement') return at;
  return programOf(node);
}
