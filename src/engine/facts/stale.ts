/** Entries of a cache that go stale: copies of rows whose own class or module changes the rows, and never touches the entry. */
import { variableOf } from '../binding/scope.js';
import { type Module, moduleOf, textAt } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingClass, enclosingFunction, inside, isCall, isWithin } from '../syntax/ast.js';
import { decoratorsOf, lastName, memberOfClass, parametersOf } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction } from '../flow/invocation.js';
import { type CacheCall, cacheCallsOf } from './caches.js';
import { keyShape, OPEN } from './keys.js';
import { isSameName, tableOf } from './writtenColumns.js';
import { queriesOf, type Query } from './queries.js';
import { callsOf, homeOf, isGiven, reachOfCall, writesOf } from './reach.js';

/** A call that does something to an entry: on the cache itself, or on a function of the app that hands the key on. */
interface CacheUse {
  readonly call: Call;
  readonly does: CacheCall['shape']['does'];
  /** Absent where every entry is meant. */
  readonly key: Expression | undefined;
  readonly pattern: string;
  /** Where the copy comes from. */
  readonly values: readonly Node[];
  readonly isShort: boolean;
}

/** A write that changes rows of which a copy stays in a cache. */
export interface StaleEntry {
  readonly write: Query;
  readonly node: Node;
  /** The call that reaches the write, where it stands elsewhere. */
  readonly helper?: Call;
  /** What puts the copy there. */
  readonly kept: Call;
  readonly key: Expression;
}

/** Writes of a module that leave a stale copy behind. Nothing is said where the entry may be taken away out of sight. */
export function staleEntriesOf(analysis: Analysis, module: Module): StaleEntry[] {
  const uses = usesOf(analysis, module);
  const found = new Map<Node, StaleEntry>();
  for (const use of uses) {
    const { key, pattern, does } = use;
    if (!key || prefixOf(pattern).length < SHORTEST_PREFIX || use.isShort || (does !== 'write' && does !== 'load') || !isReadHere(uses, use) || isVersioned(key) || mayBeRemoved(analysis, module, uses, use, key)) continue;
    const copied = sourcesOf(analysis, use);
    const changes = copied.length === 0 ? [] : changesOf(analysis, module).filter(({ write }) => copied.some((read) => isSameRows(read, write)));
    for (const { write, node, helper } of changes) {
      const home = homeOf(analysis, node);
      if (!home || enclosingClass(node) !== enclosingClass(use.call) || home === homeOf(analysis, use.call) || seesToIt(analysis, home)) continue;
      found.set(node, { write, node, ...(helper && { helper }), kept: use.call, key });
    }
  }
  return [...found.values()];
}

/** Writes of a module, and calls that reach one in another, which change rows that were there before. */
function changesOf(analysis: Analysis, module: Module): readonly Pick<StaleEntry, 'write' | 'node' | 'helper'>[] {
  return analysis.once<readonly Pick<StaleEntry, 'write' | 'node' | 'helper'>[]>('changesOfRows', module, [], () => [
    ...queriesOf(analysis, module).filter((write) => changesRows(analysis, write)).map((write) => ({ write, node: write.node })),
    ...callsOf(analysis, module).filter(({ fn }) => moduleOf(fn) !== module).flatMap(({ node, fn }) => writesOf(analysis, fn).filter((reached) => isGiven(reached, node) && changesRows(analysis, reached.query)).map(({ query }) => ({ write: query, node, helper: node }))),
  ]);
}

/** The fixed beginning of a key has at least so many characters, so that others who name it can be found. */
const SHORTEST_PREFIX = 3;

function usesOf(analysis: Analysis, module: Module): readonly CacheUse[] {
  return analysis.once<readonly CacheUse[]>('cacheUses', module, [], () => [
    ...cacheCallsOf(analysis, module).filter(({ call }) => !isInWrapper(analysis, call)).map(({ call, shape, key, pattern, value }) => ({ call, does: shape.does, key, pattern, values: shape.does === 'load' ? argumentsOf(call) : value ? [value] : [], isShort: isShort(analysis, call, shape.does, key, value) })),
    ...callsOf(analysis, module).flatMap(({ node, fn }): CacheUse[] => {
      const wrapped = wrapperOf(analysis, fn);
      const key = wrapped && (argumentsOf(node)[wrapped.key] as Expression | undefined);
      if (!wrapped || !key) return [];
      const values = argumentsOf(node).filter((argument) => argument !== key);
      return [{ call: node, does: wrapped.does, key, pattern: keyShape(analysis, key), values, isShort: isShort(analysis, node, wrapped.does, key, undefined) }];
    }),
  ]);
}

/** A call on the cache inside such a function: those who call it say which entry is meant. */
function isInWrapper(analysis: Analysis, call: Call): boolean {
  const fn = enclosingFunction(call);
  return fn !== undefined && wrapperOf(analysis, fn) !== undefined;
}

/** What a function of the app does to the entry whose key it is handed. One that reads an entry and writes it loads it. */
function wrapperOf(analysis: Analysis, fn: FunctionNode): { readonly does: CacheUse['does']; readonly key: number } | undefined {
  return analysis.once<{ readonly does: CacheUse['does']; readonly key: number } | undefined>('cacheWrapper', fn, undefined, () => {
    const names = parametersOf(fn).map((parameter) => (parameter.type === 'Identifier' ? parameter.name : undefined));
    const handed = inside(cacheCallsOf(analysis, moduleOf(fn)), fn, ({ call }) => call).flatMap(({ shape, key }) => {
      const at = key ? names.findIndex((name) => name !== undefined && isHandedOn(key, name)) : -1;
      return at < 0 ? [] : [{ does: shape.does, key: at }];
    });
    const writes = handed.find(({ does }) => does === 'write');
    if (writes && handed.some(({ does }) => does === 'read')) return { ...writes, does: 'load' };
    return handed.find(({ does }) => does === 'remove') ?? writes ?? handed[0];
  });
}

/** Is a key what a function is handed under a name, alone or behind a prefix that all its keys have? */
function isHandedOn(key: Expression, name: string): boolean {
  return /key$/i.test(name) ? mentions(key, name) : key.type === 'Identifier' && key.name === name;
}

function mentions(node: Node, name: string): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= inner.type === 'Identifier' && inner.name === name;
    return !found;
  });
  return found;
}

/** An entry that lives no longer than a minute is meant to be a little late. */
function isShort(analysis: Analysis, call: Call, does: CacheUse['does'], key: Expression | undefined, value: Expression | undefined): boolean {
  return (does === 'write' || does === 'load') && argumentsOf(call).some((argument) => {
    if (argument === key || argument === value || argument.type === 'SpreadElement') return false;
    const known = analysis.valueOf(argument as Expression);
    return known.kind === 'literal' && typeof known.value === 'number' && known.value > 0 && (known.value <= 60 || (known.value <= 60_000 && known.value % 1000 === 0));
  });
}

/** Is the copy read where it is made, so that it stands for the row? */
function isReadHere(uses: readonly CacheUse[], use: CacheUse): boolean {
  return use.does === 'load' || uses.some((each) => each.does === 'read' && each.pattern === use.pattern && enclosingFunction(each.call) === enclosingFunction(use.call));
}

/** A key that changes with the row needs no removal. */
function isVersioned(key: Expression): boolean {
  return /version|updatedat|updated_at|modified|revision|etag|hash|generation|stamp|epoch/i.test(textAt(key)) || /\bv[A-Z\d]*\b/.test(textAt(key));
}

const INVALIDATES = /invalidat|evict|purge|bust|uncache|forget|revalidat|(?:clear|remove|delete|del|reset|refresh|flush|drop|clean|update|set|sync|warm)\w*cache|cache(?:clear|remove|delete|del|reset|refresh|flush)/i;
const REMOVES = /^(?:m?del|delete|unlink|remove|clear|flush|reset|expire|drop|take|pop)/i;

/** May an entry be taken away: here, in a file that names its key too, or by something whose name says that it does so? */
function mayBeRemoved(analysis: Analysis, module: Module, uses: readonly CacheUse[], use: CacheUse, key: Expression): boolean {
  if (uses.some((each) => touches(each, use))) return true;
  if (module.bindings.calls.some((call) => INVALIDATES.test(called(call)) || isUnknownRemoval(analysis, call))) return true;
  return elsewhere(analysis, module, key, prefixOf(use.pattern)).some((other) => usesOf(analysis, other).some((each) => touches(each, use)) || other.bindings.calls.some((call) => INVALIDATES.test(called(call)) || isUnknownRemoval(analysis, call)));
}

/** The other modules that name a key: by its fixed beginning, or by a function that makes it. */
function elsewhere(analysis: Analysis, module: Module, key: Expression, prefix: string): readonly Module[] {
  const makers = makersIn(key);
  return analysis.mentioning(module, [...makers, ...prefix.split(/\W+/).filter((word) => word.length > 1)]).filter(({ text }) => text.includes(prefix) || makers.some((maker) => text.includes(maker)));
}

/** Does another call take the entry away, or write it anew elsewhere? */
function touches(each: CacheUse, use: CacheUse): boolean {
  if (each.call === use.call || each.does === 'read' || each.does === 'load') return false;
  if (each.does === 'write' && enclosingFunction(each.call) === enclosingFunction(use.call)) return false;
  return each.key === undefined || isAlike(each.pattern, use.pattern);
}

/** `cache.del(key)` of something that nobody can see into. */
function isUnknownRemoval(analysis: Analysis, call: Call): boolean {
  const callee = asMember(calleeOf(call));
  if (!callee || !REMOVES.test(called(call)) || !/cache|redis|kv|store|memo/i.test(textAt(callee.object))) return false;
  return analysis.valueOf(callee).kind === 'unknown';
}

/** What a call calls its function; nothing where it has no name. */
function called(call: Call): string {
  return lastName(calleeOf(call)) ?? '';
}

/** The names of the functions from which a key is made. */
function makersIn(key: Expression): string[] {
  const found: string[] = [];
  walk(key, (inner) => {
    if (isCall(inner)) found.push(called(inner));
    return undefined;
  });
  return found;
}

function prefixOf(pattern: string): string {
  const at = pattern.indexOf(OPEN);
  return at < 0 ? pattern : pattern.slice(0, at);
}

/** May two keys be the same one? */
function isAlike(a: string, b: string): boolean {
  const [one, other] = [prefixOf(a), prefixOf(b)];
  return one.startsWith(other) || other.startsWith(one);
}

/** The queries whose rows a copy is made of: in the value itself, or behind the names in it. */
function sourcesOf(analysis: Analysis, { values }: CacheUse): Query[] {
  const nodes = values.flatMap((value) => [value, ...namesIn(value)]);
  return nodes.flatMap((node) => {
    const { bindings } = moduleOf(node);
    const direct = queriesOf(analysis, moduleOf(node)).filter((query) => isWithin(query.node, node));
    const reached = bindings.calls.filter((call) => isWithin(call, node)).flatMap((call) => reachOfCall(analysis, call).map(({ query }) => query));
    return [...direct, ...reached].filter((query) => query.access === 'read' && !query.cache && query.certain && (query.rows === 'one' || query.rows === 'many'));
  });
}

/** What the names in a node stand for. */
function namesIn(node: Node): Node[] {
  const { bindings } = moduleOf(node);
  const found: Node[] = [];
  walk(node, (inner) => {
    if (inner.type !== 'Identifier') return undefined;
    for (const definition of variableOf(bindings, inner)?.definitions ?? []) if (definition.kind === 'value' && definition.binding.path.length === 0) found.push(definition.from);
    return undefined;
  });
  return found;
}

/** Does a write change or delete rows that were there before? One that saves a row does where the function has read it. */
function changesRows(analysis: Analysis, write: Query): boolean {
  const { access, cache, certain, steps, sql, node } = write;
  const verbs = steps.map(({ name }) => name);
  if (access !== 'write' || cache || !certain || verbs.some((verb) => /^(?:create|insert|bulkCreate|add|push)/i.test(verb)) || /^\s*insert\b/i.test(sql ?? '')) return false;
  return !verbs.some((verb) => /^(?:save|persist)/i.test(verb)) || queriesOf(analysis, moduleOf(node)).some((read) => read.access === 'read' && isSameRows(read, write) && homeOf(analysis, read.node) === homeOf(analysis, node));
}

function isSameRows(read: Query, write: Query): boolean {
  const table = tableOf(write);
  return read.library === write.library && table !== undefined && isSameName(tableOf(read), table);
}

/** Does a function, or one that it calls, do something to a cache besides reading it, tell others of the change, or carry a decorator that does? */
function seesToIt(analysis: Analysis, fn: FunctionNode, depth = 0): boolean {
  const member = memberOfClass(fn);
  if (member && decoratorsOf(member).some(({ expression }) => /cache|evict|invalidat/i.test(textAt(expression)))) return true;
  const module = moduleOf(fn);
  if (inside(usesOf(analysis, module), fn, ({ call }) => call).some(({ does }) => does !== 'read')) return true;
  return inside(module.bindings.calls, fn, (call) => call).some((call) => {
    if (/^(?:emit|publish|dispatch|notify|broadcast|trigger)/i.test(called(call))) return true;
    const next = calledFunction(analysis, call);
    return next !== undefined && next !== fn && depth < DEEPEST && seesToIt(analysis, next, depth + 1);
  });
}

const DEEPEST = 3;
