/** Caches: what calls do to their entries, and which entries never go. */
import type { CacheClient, CacheShape, Library } from '#catalog';
import { slotValue } from '../match/slots.js';
import type { Module } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, enclosingClass, enclosingFunction, inside, isCall, isFunction, unwrap } from '../syntax/ast.js';
import { keyName, lastName, staticString } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { libraryCallsOf, memberOfCall } from '../flow/invocation.js';
import { spelledOut } from '../flow/spelled.js';
import { originsOf } from '../flow/trace.js';
import { isSameText, keyShape, OPEN } from './keys.js';
import { propertiesIn, queryAt } from './queries.js';
import { isStartUp } from './repetition.js';

/** A call on a cache. */
export interface CacheCall {
  readonly call: Call;
  readonly library: Library;
  readonly name: string;
  readonly shape: CacheShape;
  /** Absent where the call concerns every entry. */
  readonly key: Expression | undefined;
  /** The key's fixed text, `?` for the parts that change; `?` where there is no key. */
  readonly pattern: string;
  readonly value: Expression | undefined;
}

/** What a module does to caches. */
export function cacheCallsOf(analysis: Analysis, module: Module): readonly CacheCall[] {
  return analysis.once<readonly CacheCall[]>('cacheCalls', module, [], () =>
    libraryCallsOf(analysis, module).flatMap((call): CacheCall[] => {
      const callee = memberOfCall(analysis, call);
      const shape = callee?.library.kind === 'cache' ? callee.member.caches : undefined;
      if (!callee || !shape) return [];
      const key = shape.key && (slotValue(call, shape.key) as Expression | undefined);
      return [{ call, library: callee.library, name: callee.name, shape, key, pattern: key ? keyShape(analysis, key) : OPEN, value: shape.value && (slotValue(call, shape.value) as Expression | undefined) }];
    }),
  );
}

/** Writes to a shared cache whose entry never expires. */
export function endlessWritesOf(analysis: Analysis, module: Module): readonly CacheCall[] {
  const calls = cacheCallsOf(analysis, module);
  const writes = calls.filter(({ shape, library }) => (shape.does === 'write' || shape.does === 'load') && !library.inProcess);
  return writes.filter((write) => {
    if (!write.key || mayExpire(analysis, write) || isReference(analysis, write)) return false;
    const same = calls.filter((each) => each !== write && each.key && write.key && (isSameText(each.key, write.key) || (each.pattern !== OPEN && each.pattern === write.pattern)));
    const home = enclosingFunction(write.call);
    if (!home || isStartUp(analysis, write.call)) return false;
    if (same.some(({ shape }) => shape.does === 'expire' || shape.does === 'count')) return false;
    if (same.some((each) => each.shape.does === 'write' && enclosingFunction(each.call) === home && mayExpire(analysis, each))) return false;
    if (isHandedThrough(write, home) && calls.some((each) => each !== write && each.shape.does === 'write' && mayExpire(analysis, each))) return false;
    // A fixed text (`'true'`) is a mark, and no copy of what was looked up.
    const isMark = write.value !== undefined && staticString(spelledOut(write.value)) !== undefined;
    const isReadThrough = write.shape.does === 'load' || (!isMark && same.some(({ shape, call }) => shape.does === 'read' && enclosingFunction(call) === home));
    // State that is taken away by hand, and a single entry that is only ever written over, are no copies of anything.
    if (!isReadThrough && (!write.pattern.includes(OPEN) || isTakenAway(analysis, module, write))) return false;
    return isSharedForEver(analysis, write);
  });
}

/** The id of something that another service has just made: whoever loses it makes a second one, and nothing could be read anew. */
function isReference(analysis: Analysis, { value }: CacheCall): boolean {
  return value !== undefined && originsOf(analysis, value, { callers: false }).some(({ node, path }) => /^_?id$|Id$|_id$/.test(path.at(-1) ?? '') && isCall(node) && /^(?:create|register|provision|open|start)(?![a-z])/.test(lastName(calleeOf(node)) ?? '') && !queryAt(analysis, node));
}

/** Does something take an entry away by its key: in the same file, or in another one that has the longest word of the key in it? */
function isTakenAway(analysis: Analysis, module: Module, { key, pattern }: CacheCall): boolean {
  const [word] = (pattern.match(/\w{3,}/g) ?? []).sort((a, b) => b.length - a.length);
  const modules = [module, ...(word === undefined ? [] : analysis.mentioning(module, [word]))];
  return modules.some((each) => cacheCallsOf(analysis, each).some(({ call, shape }) => shape.does === 'remove' && removedKeys(call).some((removed) => (key !== undefined && isSameText(removed, key)) || (pattern !== OPEN && keyShape(analysis, removed) === pattern))));
}

/** `del(one, other)`, `del([one, other])` */
function removedKeys(call: Call): Expression[] {
  return argumentsOf(call).flatMap((argument) => {
    if (argument.type === 'SpreadElement') return [];
    const inner = unwrap(argument as Expression);
    return inner.type === 'ArrayExpression' ? inner.elements.filter((element): element is Expression => element !== null && element.type !== 'SpreadElement') : [inner];
  });
}

/** Does a write say when its entry goes, or may it, as far as one can see? */
export function mayExpire(analysis: Analysis, { call, shape }: CacheCall): boolean {
  const args = argumentsOf(call);
  if (args.some((argument) => argument.type === 'SpreadElement')) return true;
  const last = Math.max(shape.key?.[0] ?? 0, shape.value?.[0] ?? 0);
  const further = (args.slice(last + 1) as Expression[]).map(spelledOut).filter((argument) => !isFunction(argument) && !isUndefined(argument));
  if (shape.expiry?.some(([at, ...path]) => path.length === 0 && at <= last && args[at] !== undefined)) return true;
  if (further.length === 0) return false;
  return further.some((argument) => {
    const word = staticString(argument);
    if (word !== undefined) return shape.words?.includes(word.toUpperCase()) ?? true;
    if (argument.type === 'ObjectExpression') return isOptionsWithExpiry(analysis, argument, shape);
    return argument.type !== 'Literal' || shape.expiry?.some(([, ...path]) => path.length === 0) === true;
  });
}

function isOptionsWithExpiry(analysis: Analysis, options: Extract<Node, { type: 'ObjectExpression' }>, { expiry }: CacheShape): boolean {
  const paths = (expiry ?? []).map(([, ...path]) => path);
  if (paths.some((path) => path.length === 0) || options.properties.some((property) => property.type === 'SpreadElement')) return true;
  return paths.some((path) => propertiesIn(analysis, options, path).some((value) => !isUndefined(value as Expression)));
}

function isUndefined(node: Expression): boolean {
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** `set(key, value)` of a wrapper that is given both: those who call it decide what they keep, and for how long. */
function isHandedThrough({ key, value }: CacheCall, home: FunctionNode | undefined): boolean {
  const names = new Set(home?.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : [])));
  const isGiven = (node: Expression | undefined): boolean => {
    const inner = node && unwrap(node);
    if (inner && isCall(inner)) return argumentsOf(inner).some((argument) => isGiven(argument as Expression));
    return inner?.type === 'Identifier' && names.has(inner.name);
  };
  return isGiven(key) && isGiven(value);
}

/** Is the cache of a write shared between processes, with no expiry that all its entries have? Not where the client needs to be seen for that, and is not. */
function isSharedForEver(analysis: Analysis, { call, library }: CacheCall): boolean {
  if (!needsClient(library)) return true;
  const receiver = asMember(calleeOf(call))?.object;
  const made = receiver ? clientsOf(analysis, receiver, library) : [];
  return made.length > 0 && made.every(({ call: making, client }) => isShared(making, client) && !client.expiry.some((name) => names(making, name)));
}

/** Can the clients of a library have an expiry of their own? */
function needsClient(library: Library): boolean {
  return [...Object.values(library.exports), ...Object.values(library.types).flatMap((type) => [...Object.values(type.members ?? {}), ...(type.construct ? [type.construct] : [])])].some(({ cacheClient }) => cacheClient !== undefined);
}

interface Making {
  readonly call: Call;
  readonly client: CacheClient;
}

/** The calls that make a client: those that its name leads back to, else those that register the one that is injected. */
function clientsOf(analysis: Analysis, receiver: Expression, library: Library): Making[] {
  const own = originsOf(analysis, receiver, { callers: true }).flatMap(({ node }) => makingOf(analysis, node, library));
  if (own.length > 0) return own;
  const owner = enclosingClass(receiver);
  if (!owner) return [];
  const registering = Object.entries(library.exports).filter(([, { type }]) => type !== undefined && Object.values(library.types[type]?.members ?? {}).some(({ cacheClient, returns }) => cacheClient && returns === undefined)).map(([name]) => name);
  const inClass = inside(callsIn(analysis, owner), owner, (call) => call).flatMap((call) => makingOf(analysis, call, library));
  if (inClass.length > 0 || registering.length === 0) return inClass;
  return analysis.importersOf(owner, { name: registering[0], anyOf: registering }).flatMap(({ bindings }) => bindings.calls.flatMap((call) => makingOf(analysis, call, library)));
}

function callsIn(analysis: Analysis, node: Node): readonly Call[] {
  return analysis.once<readonly Call[]>('callsIn', node, [], () => {
    const found: Call[] = [];
    walk(node, (each) => {
      if (isCall(each)) found.push(each);
      return undefined;
    });
    return found;
  });
}

function makingOf(analysis: Analysis, node: Node, library: Library): Making[] {
  const callee = isCall(node) ? memberOfCall(analysis, node) : undefined;
  return isCall(node) && callee?.library === library && callee.member.cacheClient ? [{ call: node, client: callee.member.cacheClient }] : [];
}

/** Is a cache that is made like this shared: with an address or a store of its own, which is not said to be memory? */
function isShared(making: Call, { shared }: CacheClient): boolean {
  if (!shared) return true;
  const [first] = argumentsOf(making);
  if (!first || names(making, undefined)) return false;
  return shared.some((name) => names(making, name)) || (unwrap(first as Expression).type !== 'ObjectExpression' && !isFunction(unwrap(first as Expression)));
}

/** Does a call name an option anywhere in its arguments? Without a name: memory, in a text or an identifier. */
function names(call: Call, option: string | undefined): boolean {
  let found = false;
  for (const argument of argumentsOf(call)) {
    walk(argument, (node) => {
      if (found) return false;
      if (option !== undefined) found = node.type === 'Property' && keyName(node.key, node.computed) === option;
      else found = (node.type === 'Identifier' && /memory/i.test(node.name)) || staticString(node)?.toLowerCase() === 'memory';
      return !found;
    });
  }
  return found;
}
