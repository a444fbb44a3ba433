/** What runs once per element of a collection, and what runs once when the process starts. */
import { referencesOf, variableOf } from '../binding/scope.js';
import type { Member } from '#catalog';
import { typeField } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, awaited, calleeOf, enclosingFunction, isCall, isClass, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, hasName, keyName, lastName, memberOfClass, parameterName, propertyName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { isMemoised, isOnFailure, isPushedTo, isWrittenTo, type Loop, loopsAround, onlyOnce, recursionOverList, textOfNode } from '../flow/loops.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';
import { conditionsAt } from '../flow/conditions.js';
import { decoration } from '../flow/registration.js';
import { spelledOut } from '../flow/spelled.js';
import { originsOf } from '../flow/trace.js';
import { handlerOf } from './layers.js';
import { propertiesIn, queriesOf, type Query } from './queries.js';
import { callsOf, homeOf, reachOf, type Reached } from './reach.js';

/** What a node does: the query that it is, or those that the function which it calls reaches. */
export interface Doing {
  readonly query?: Query;
  readonly reached?: readonly Reached[];
}

/** The loop over a collection that a node stands in, innermost first; `undefined` where it runs once, or its rows are kept. */
export function repetitionOf(analysis: Analysis, node: Node, { query, reached = [] }: Doing = {}): Loop | undefined {
  if (isMemoised(node) || isNeverCalled(node) || (query && isCall(node) && CURSOR_STEPS.has(lastName(calleeOf(node)) ?? ''))) return undefined;
  const loops = loopsAround(analysis, node);
  const at = loops.findIndex((loop) => loop.kind === 'collection' && !(loop.element !== undefined && onlyOnce(node, [loop.element])));
  const loop = loops[at];
  if (!loop) return recursion(analysis, node);
  // Many rows a turn: a page or a batch of each element's rows, or a group that the query takes whole.
  if (loops.slice(0, at).some(({ kind }) => kind === 'batch' || kind === 'page' || (kind === 'open' && query?.rows === 'many' && query.sizes.length > 0)) || (query && takesGroup(query, groupsIn(loop))) || handsGroup(node, reached, loop)) return undefined;
  if ((query && isOnItsOwnClient(analysis, query, loop)) || runsStatement(analysis, node, { query, reached }, loop)) return undefined;
  if (isOnFailure(node, enclosingFunction(loop.node) ?? loop.node) || takesFullBatch(node, loop)) return undefined;
  // What starts in one tick becomes one query.
  if ((query?.batched ?? isBatched(analysis, node)) && loops.slice(0, at + 1).every((each) => each.concurrent)) return undefined;
  if (query && isNested(analysis, query) && (isForTransaction(analysis, loop.node) || isForTransaction(analysis, node))) return undefined;
  return isStartUp(analysis, node) ? undefined : loop;
}

/** A cursor hands out rows that it has read many at a time. */
const CURSOR_STEPS: ReadonlySet<string> = new Set(['next', 'hasNext', 'tryNext']);

/** Does a node take a list that the turns before have filled, once it is long enough: `if (ids.length === 500) { await remove(ids); ids = []; }`? */
function takesFullBatch(node: Node, loop: Loop): boolean {
  const text = textAt(node);
  return conditionsAt(node).some(({ test }) => {
    if (!isWithin(test, loop.node) || test.type !== 'BinaryExpression' || !/^(?:[<>]=?|===?|!==?|%)$/.test(test.operator)) return false;
    const sides = [test.left, test.right];
    // Whether there is anything at all says nothing of how much.
    if (sides.some((side) => side.type === 'Literal' && typeof side.value === 'number' && side.value < 2)) return false;
    return sides.some((side) => {
      const member = side.type === 'PrivateIdentifier' ? undefined : asMember(side);
      const list = member && ['length', 'size'].includes(propertyName(member) ?? '') ? textOfNode(member.object) : undefined;
      return list !== undefined && hasName(text, list) && ['push', 'add', 'set'].some((method) => textAt(loop.node).includes(`${list}.${method}(`));
    });
  });
}

/** Has each turn a client or a table of its own: `clientOf(tenant).find(…)`, `knex(table).del()`? Then no one query could do for all. */
function isOnItsOwnClient(analysis: Analysis, { receiver, steps: [first] }: Query, loop: Loop): boolean {
  const names = namesIn(loop);
  if (names.length === 0 || !first || !receiver || typeField(receiver.library, receiver.type, 'entity')) return false;
  // A builder that a function of the app begins may be about the element just as well.
  const isClient = typeField(receiver.library, receiver.type, 'client') !== undefined && typeField(receiver.library, receiver.type, 'lazy') === undefined;
  return isMadeFor(first.call, { analysis, names, loop: loop.node, isClient }, first.member);
}

/** Is each turn's SQL the element itself, or a text that it holds: `for (const statement of migration.toSQL()) await db.raw(statement.sql)`? A list of statements is no list of rows. */
function runsStatement(analysis: Analysis, node: Node, { query, reached = [] }: Doing, loop: Loop): boolean {
  const names = namesIn(loop);
  const isElement = (text: Node | undefined): boolean => {
    const inner = text && spelledOut(text as Expression);
    if (inner?.type === 'MemberExpression') return !inner.computed && isElement(inner.object);
    if (inner && isCall(inner)) return asMember(calleeOf(inner)) !== undefined && /^(?:replace(?:All)?|trim\w*|toString)$/.test(lastName(calleeOf(inner)) ?? '') && isElement(asMember(calleeOf(inner))?.object);
    return inner?.type === 'Identifier' && names.includes(inner.name);
  };
  if (query) return isElement(query.sqlNode);
  return isCall(node) && reached.length > 0 && reached.every(({ query: { sqlNode }, through }) => {
    const [parameter] = sqlNode && through.length === 1 ? originsOf(analysis, sqlNode as Expression, { callers: false }).flatMap((origin) => (origin.path.length === 0 ? (origin.parameter ?? []) : [])) : [];
    return parameter !== undefined && parameter.fn === through[0] && isElement(argumentsOf(node)[parameter.index]);
  });
}

interface Making {
  readonly analysis: Analysis;
  readonly names: readonly string[];
  readonly loop: Node;
  /** Is a client made? Then what a function of the app is handed chooses it. */
  readonly isClient: boolean;
}

/**
 * Is one of these names handed to a function of the app, or does it name a model or a table, in a chain of calls or in what the loop makes its beginning of?
 * What else a library's methods are handed is what is asked for.
 */
function isMadeFor(chain: Expression, making: Making, known?: Member): boolean {
  const { analysis, names, loop, isClient } = making;
  const isIn = (part: Node | undefined): boolean => part !== undefined && names.some((name) => hasName(textAt(part), name, true));
  const node = unwrap(chain);
  if (node.type === 'AwaitExpression') return isMadeFor(node.argument, making);
  if (node.type === 'MemberExpression') return (node.computed && isIn(node.property)) || isMadeFor(node.object, making);
  if (isCall(node)) {
    const member = known ?? memberOfCall(analysis, node)?.member;
    const name = typeof member?.names === 'object' ? slotValue(node, member.names) : undefined;
    // `manager.save(row)`: what says which model it is, is a row.
    const isRow = member?.query?.data?.some((slot) => slotValue(node, slot) === name);
    const telling = member ? [isRow ? undefined : name] : isClient ? argumentsOf(node) : [];
    return telling.some(isIn) || isMadeFor(calleeOf(node), making);
  }
  const definition = node.type === 'Identifier' ? variableOf(moduleOf(node).bindings, node)?.definitions[0] : undefined;
  return definition?.kind === 'value' && isWithin(definition.from, loop) && isMadeFor(definition.from, making);
}

/** Does a call run nothing but queries that the library joins within a tick, with nothing to wait for before them? */
function isBatched(analysis: Analysis, node: Node): boolean {
  const fn = isCall(node) ? calledFunction(analysis, node) : undefined;
  return fn !== undefined && startsAtOnce(node) && runsBatched(analysis, fn);
}

function runsBatched(analysis: Analysis, fn: FunctionNode): boolean {
  return analysis.once('runsBatched', fn, false, () => {
    const queries = queriesOf(analysis, moduleOf(fn)).filter((query) => !query.cache && isWithin(query.node, fn));
    const calls = callsOf(analysis, moduleOf(fn), fn).filter((call) => reachOf(analysis, call.fn).length > 0);
    const all = [...queries.map((query) => ({ node: query.node, batched: query.batched })), ...calls.map((call) => ({ node: call.node, batched: runsBatched(analysis, call.fn) }))];
    return all.length === 1 && all.every(({ node, batched }) => batched && homeOf(analysis, node) === fn && loopsAround(analysis, node).length === 0 && startsAtOnce(node));
  });
}

/** Is nothing awaited before a node in its own function? */
function startsAtOnce(node: Node): boolean {
  const fn = enclosingFunction(node);
  const awaits = moduleOf(node).bindings.nodes.get('AwaitExpression') ?? [];
  return fn === undefined || !awaits.some((each) => isWithin(each, fn) && !isWithin(node, each) && each.start < node.start && enclosingFunction(each) === fn);
}

/** The names of a loop's element. */
function namesIn(loop: Loop): readonly string[] {
  return loop.element?.split(', ') ?? [];
}

/** The same, and the lists that a turn takes of its group: `const names = rows.map(…)`, `const rows = byDay[day]` in a loop over the keys. */
function groupsIn(loop: Loop): readonly string[] {
  const names = namesIn(loop);
  const table = /^Object\.keys\((.+)\)$/.exec(loop.collection ?? '')?.[1];
  const lists: string[] = [];
  if (names.length > 0) walk(loop.node, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init && isListOf(node.init, names, table)) lists.push(node.id.name);
    return undefined;
  });
  return [...names, ...lists];
}

function isListOf(node: Expression, names: readonly string[], table: string | undefined): boolean {
  const inner = unwrap(node);
  const member = isCall(inner) ? asMember(calleeOf(inner)) : undefined;
  if (member && isName(inner, names)) return true;
  const entry = unwrap(member && lastName(calleeOf(inner as Call)) === 'sort' ? member.object : inner);
  return table !== undefined && entry.type === 'MemberExpression' && entry.computed && isName(entry.property, names) && textOfNode(entry.object) === table;
}

/** `for (const [teamId, ids] of groups) … { id: { in: ids } }`: is the list that a query filters by, or writes, an element itself? */
function takesGroup(query: Query, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  // Most writes take a row or a list of them: what is mapped, or handed to `createMany`, is a list.
  const written = query.access === 'write' && query.bulk ? query.data.filter((data) => takesList(query) || isCall(unwrap(data as Expression))) : [];
  return [...query.filters.flatMap((filter) => listsIn(query, filter)), ...(written as readonly Expression[])].some((list) => isName(list, names));
}

/** A write that takes nothing but lists: `createMany`, `bulkWrite`. */
export function takesList(query: Query): boolean {
  return query.access === 'write' && query.data.length > 0 && /many$|bulk|batch/i.test(query.method);
}

/** The same through functions: one that takes the element and hands it to its query as a whole, or is given a list for a write that takes lists. */
function handsGroup(node: Node, reached: readonly Reached[], loop: Loop): boolean {
  const names = groupsIn(loop);
  if (!isCall(node) || names.length === 0 || reached.length === 0) return false;
  const list = names.find((name) => isGivenWhole(node, name) && (!namesIn(loop).includes(name) || isUsedAsList(loop, name)));
  return reached.every(({ query, through: [fn, ...further] }) => {
    if (list !== undefined && (takesList(query) || insertsList(query))) return true;
    const taken = fn && further.length === 0 ? argumentsOf(node).flatMap((argument, index) => (argument.type !== 'SpreadElement' && isName(argument as Expression, names) ? (parameterName(fn, index) ?? []) : [])) : [];
    return takesGroup(query, taken);
  });
}

/** `insert(stages.map(toRow))` */
function insertsList(query: Query): boolean {
  return query.access === 'write' && query.bulk && query.data.some((data) => isCall(unwrap(data as Expression)) && lastName(calleeOf(unwrap(data as Expression) as Call)) === 'map');
}

/** `record(rows)`, `record({ shopId, rows })` */
function isGivenWhole(call: Call, name: string): boolean {
  const given = argumentsOf(call).flatMap((argument) => {
    const inner = argument.type === 'SpreadElement' ? undefined : unwrap(argument as Expression);
    return inner?.type === 'ObjectExpression' ? inner.properties.flatMap((each) => (each.type === 'Property' ? [each.value] : [])) : (inner ?? []);
  });
  return given.some((each) => isName(each, [name]));
}

/** Does a loop's body treat its element as a list: `rows[0]`, `rows.length`, `rows.map(…)`? */
function isUsedAsList(loop: Loop, name: string): boolean {
  return (moduleOf(loop.node).bindings.identifiers.get(name) ?? []).some((reference) => {
    const member = isWithin(reference, loop.node) ? parentOf(reference) : undefined;
    if (member?.type !== 'MemberExpression' || member.object !== reference) return false;
    return member.computed ? member.property.type === 'Literal' && typeof member.property.value === 'number' : /^(?:length|map|filter|some|every|reduce|slice|at)$/.test(propertyName(member) ?? '');
  });
}

/** Does a node have nothing to do with the element of its loop: neither with its names nor with what the loop's body makes? */
export function isTheSameEachTurn(node: Node, loop: Loop): boolean {
  if (loop.kind !== 'collection' || !isWithin(node, loop.node)) return false;
  const { bindings } = moduleOf(node);
  let depends = false;
  walk(node, (inner) => {
    if (inner.type === 'Identifier') {
      const variable = variableOf(bindings, inner);
      // Made inside the loop, or changed along the way: assigned anew, or in one of its parts.
      const changes = variable !== undefined && (isWithin(variable.scope.node, loop.node) || variable.definitions.length > 1 || isWrittenTo(inner) || isPushedTo(inner as Expression));
      if (changes || namesIn(loop).includes(inner.name)) depends = true;
    }
    return !depends;
  });
  return !depends;
}

/** The lists of values that a filter takes: of `in`, `inArray`, `whereIn`. */
function listsIn(query: Query, filter: Node): Expression[] {
  const found: Expression[] = query.steps.flatMap(({ name, call }) => (name.endsWith("In") && argumentsOf(call).some((argument) => argument === filter) ? [filter as Expression] : []));
  walk(filter, (node) => {
    if (node.type === 'Property' && /^\$?in$/.test(keyName(node.key, node.computed) ?? '')) found.push(node.value as Expression);
    const list = isCall(node) && /^(?:inArray|In|any|whereIn)$/.test(lastName(calleeOf(node)) ?? '') ? argumentsOf(node).at(-1) : undefined;
    if (list && list.type !== 'SpreadElement') found.push(list as Expression);
    return undefined;
  });
  return found;
}

/** One of these names, or a list made of it: `ids`, `keys.map(toUrl)`. */
function isName(node: Expression, names: readonly string[]): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return names.includes(inner.name);
  const member = isCall(inner) ? asMember(calleeOf(inner)) : undefined;
  return member !== undefined && ['map', 'filter', 'slice'].includes(lastName(calleeOf(inner as Call)) ?? '') && isName(member.object, names);
}

/** Does a write hold further rows, which no bulk write takes? */
export function isNested(analysis: Analysis, query: Query): boolean {
  return query.access === 'write' && (query.library.nestedWrites ?? []).some((key) => query.data.some((data) => propertiesIn(analysis, data as Expression, ['*', key]).length > 0));
}

/** Are these operations gathered for one transaction: handed to it, by name or in place, or pushed to a list that is? */
export function isForTransaction(analysis: Analysis, node: Node): boolean {
  const opens = (at: Node | undefined): boolean => isCall(at) && memberOfCall(analysis, at)?.member.transaction === true;
  const holder = parentOf(wrapped(node));
  if (opens(holder)) return true;
  const pushed = isCall(holder) && lastName(calleeOf(holder)) === 'push' ? asMember(calleeOf(holder))?.object : undefined;
  const list = pushed ?? (holder?.type === 'VariableDeclarator' ? holder.id : undefined);
  if (list?.type !== 'Identifier') return false;
  const { bindings } = moduleOf(list);
  const variable = variableOf(bindings, list);
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => opens(parentOf(wrapped(reference))));
}

/** In a private method that its class never mentions. */
function isNeverCalled(node: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const method = memberOfClass(fn);
    if (method?.type !== 'MethodDefinition' || method.kind !== 'method' || !(method.accessibility === 'private' || method.key.type === 'PrivateIdentifier')) continue;
    const name = keyName(method.key, method.computed);
    const { text } = moduleOf(node);
    // Only its declaration and mentions inside itself: in a string or comment too, to be sure.
    if (name !== undefined && !hasName(text.slice(0, method.start), name) && !hasName(text.slice(method.end), name)) return true;
  }
  return false;
}

function recursion(analysis: Analysis, node: Node): Loop | undefined {
  const fn = homeOf(analysis, node);
  const next = fn && recursionOverList(analysis, fn);
  // The call that goes on is no turn of its own: what it reaches is told where it stands.
  if (!fn || !next || isWithin(node, next) || (isCall(node) && calledFunction(analysis, node) === fn)) return undefined;
  // Where the list is at its end, a path that returns runs once.
  for (let at = parentOf(node); at && at !== fn; at = parentOf(at)) if (at.type === 'ReturnStatement' && at.end <= next.start) return undefined;
  const index = argumentsOf(next).map((argument) => unwrap(argument as Expression)).find((argument) => argument.type === 'BinaryExpression');
  const element = index?.left.type === 'Identifier' ? index.left.name : undefined;
  return { kind: 'collection', node: next, element, collection: element === undefined ? parameterName(fn, 0) : undefined, concurrent: false };
}

/** Does a node run only while the process starts: at the top of a module, or in functions that only such code calls? */
export function isStartUp(analysis: Analysis, node: Node): boolean {
  const fn = enclosingFunction(node);
  return fn !== undefined && runsAtStart(analysis, fn);
}

function runsAtStart(analysis: Analysis, fn: FunctionNode): boolean {
  return callerOf(analysis, fn) === 'start';
}

/** Who gets a function going: the start alone, something later (a request, an event, a timer), or nobody in sight. */
function callerOf(analysis: Analysis, fn: FunctionNode): 'start' | 'later' | 'unknown' {
  return analysis.once<'start' | 'later' | 'unknown'>('startUp', fn, 'unknown', () => {
    if (isStartHook(analysis, fn)) return 'start';
    if (handlerOf(analysis, fn)) return 'later';
    const callers = analysis.callSites(fn).map((site) => {
      const around = enclosingFunction(site.node);
      if (around === fn) return 'unknown';
      // `module.exports = { f }`: put somewhere, and called by whoever takes it from there.
      if (site.kind === 'mentioned' && around === undefined) return 'unknown';
      if (site.kind === 'passed' && !runsPassed(analysis, site.call)) return 'later';
      if (around === undefined) return isPlainModule(site.node) ? 'start' : 'later';
      return callerOf(analysis, around);
    });
    return callers.includes('later') ? 'later' : callers.includes('start') ? 'start' : 'unknown';
  });
}

/** `onModuleInit` of a class that a framework makes: it calls this itself, before it takes requests. */
function isStartHook(analysis: Analysis, fn: FunctionNode): boolean {
  const method = memberOfClass(fn);
  const owner = method?.parent?.parent;
  const name = method?.type === 'MethodDefinition' ? keyName(method.key, method.computed) : undefined;
  return name !== undefined && isClass(owner) && decoratorsOf(owner).some((decorator) => decoration(analysis, decorator.expression)?.library.startHooks?.includes(name));
}

/** A function handed to a call at the start runs then, unless the call keeps it: for a route, an event, a timer, or in what it returns. */
function runsPassed(analysis: Analysis, call: Call): boolean {
  const member = memberOfCall(analysis, call)?.member;
  if (member?.route ?? member?.callbacks?.some((callback) => callback.runs === 'later')) return false;
  if (/^(?:on|once|use|set(?:Interval|Timeout|Immediate)|schedule|process|add(?:Event)?Listener|register)$/.test(lastName(calleeOf(call)) ?? '')) return false;
  const holder = parentOf(awaited(call));
  // `timed(load)()`: what is made of it runs at once.
  const isCalled = isCall(holder) && unwrap(calleeOf(holder)) === call;
  return holder?.type === 'ExpressionStatement' || holder?.type === 'MemberExpression' || isCalled || enclosingFunction(call) !== undefined;
}

/** A class field or decorator at the top of a module runs when instances are made, not at the start. */
function isPlainModule(node: Node): boolean {
  for (let current: Node | undefined = node; current; current = current.parent ?? undefined) if (current.type === 'ClassBody') return false;
  return true;
}
