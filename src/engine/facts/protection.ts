/** What keeps a row from being changed by somebody else between a read and a write. */
import type { Library } from '#catalog';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeIn, calleeOf, enclosingFunction, inside, isCall, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { decoratorsOf, keyName, lastName, memberOfClass } from '../syntax/names.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import type { Model } from '../flow/value.js';
import { groundOfQuery, isHandleName } from './clients.js';
import { definitionOf } from './fields.js';
import { propertiesIn, type Query, queriesOf } from './queries.js';
import { callsOf } from './reach.js';

/**
 * Is a write of what was read earlier safe: the read locks, the code around it runs under a lock or in a serializable transaction, the model checks versions,
 * or the library lets nothing run in between?
 * @param write the query that writes
 * @param reads the queries that read, where they are in sight
 * @param at where the new value is made
 */
export function isProtected(analysis: Analysis, write: Query, reads: readonly Query[], at: Node): boolean {
  const { library } = write;
  if (library.synchronous || reads.some((read) => read.locks) || checksVersion(library, write.model ?? reads.find((read) => read.model)?.model)) return true;
  if (isOneAtATime(analysis, write)) return true;
  if (library.refusesStaleWrites && isInSession(analysis, library, write)) return true;
  return functionsAround(write.node).some((fn) => isExclusive(analysis, library, fn) || locksBefore(analysis, fn, write.node)) || functionsAround(at).some((fn) => isExclusive(analysis, library, fn));
}

/** Is a write part of a transaction of a database that has one at a time? */
function isOneAtATime(analysis: Analysis, write: Query): boolean {
  const defined = write.model && definitionOf(analysis, write.model, write.node);
  if (!defined || !isCall(defined) || !memberOfCall(analysis, defined)?.member.oneAtATime) return false;
  const ground = groundOfQuery(analysis, write);
  return ground.kind === 'transaction' || (ground.kind === 'handed' && isHandleName(ground));
}

function functionsAround(node: Node): FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) found.push(fn);
  return found;
}

/** Is a function handed to something that takes a lock, or opens a transaction that lets no two of them pass? */
function isExclusive(analysis: Analysis, library: Library, fn: FunctionNode): boolean {
  const { text } = moduleOf(fn);
  const method = memberOfClass(fn);
  if (method && decoratorsOf(method).some((decorator) => STRICT.test(text.slice(decorator.start, decorator.end)) || isLockName(lastName(calleeIn(decorator.expression))))) return true;
  const call = parentOf(wrapped(fn));
  if (!isCall(call) || calleeOf(call) === fn) return false;
  const callee = calleeOf(call);
  if (isLockName(lastName(callee)) || isLockName(lastName(asMember(callee)?.object))) return true;
  const member = memberOfCall(analysis, call);
  if (member?.member.transaction && member.library.refusesStaleWrites && member.library === library) return true;
  const settings = [callee, ...argumentsOf(call).filter((argument) => !isFunction(unwrap(argument as Expression)))];
  return settings.some((node) => STRICT.test(text.slice(node.start, node.end)));
}

/** Levels at which a transaction fails rather than write over what another one has written. */
const STRICT = /serializ|repeatable.?read|snapshot/i;

/** `lock`, `withLock`, `acquireLock`, `mutex`, `runExclusive`, `redlock` */
function isLockName(name: string | undefined): boolean {
  return (name ?? '').replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_$]+/).some((word) => /^(?:locks?|locker|relock|redlock|mutex|exclusive|exclusively|semaphore|critical)$/.test(word));
}

/** How many calls deep a lock is looked for. */
const LOCKS_DEEP = 3;

/** Is something locked in a function before a node: by a statement that does so, or by a call with such a name, also in a function that is called there? */
function locksBefore(analysis: Analysis, fn: FunctionNode, node: Node): boolean {
  const isBefore = (each: Node): boolean => each.start < node.start && !isWithin(node, each);
  return locksInside(analysis, fn, isBefore) || callsOf(analysis, moduleOf(fn), fn).some((call) => isBefore(call.node) && call.fn !== fn && locks(analysis, call.fn, LOCKS_DEEP - 1));
}

function locksInside(analysis: Analysis, fn: FunctionNode, isMeant: (node: Node) => boolean): boolean {
  return (
    queriesOf(analysis, moduleOf(fn)).some((query) => query.locks && isWithin(query.node, fn) && isMeant(query.node)) ||
    inside(moduleOf(fn).bindings.calls, fn, (call) => call).some((call) => isMeant(call) && takesLock(call))
  );
}

function locks(analysis: Analysis, fn: FunctionNode, depth: number): boolean {
  return analysis.once(`locks:${String(depth)}`, fn, false, () => locksInside(analysis, fn, () => true) || (depth > 0 && callsOf(analysis, moduleOf(fn), fn).some((call) => call.fn !== fn && locks(analysis, call.fn, depth - 1))));
}

function takesLock(call: Call): boolean {
  const callee = calleeOf(call);
  const name = lastName(callee);
  return (isLockName(name) && !/release|unlock/i.test(name ?? '')) || (/^(?:acquire|using|take|obtain)/.test(name ?? '') && isLockName(lastName(asMember(callee)?.object)));
}

/** Does a write carry a session, which makes it part of a transaction? */
function isInSession(analysis: Analysis, { session }: Library, write: Query): boolean {
  return session !== undefined && write.steps.some((step) => step.name === session || argumentsOf(step.call).some((argument) => argument.type !== 'SpreadElement' && propertiesIn(analysis, argument as Expression, [session]).length > 0));
}

/** Does a model have a version that a write checks: a decorator, or an option where it is defined? */
function checksVersion({ checksVersions }: Library, model: Model | undefined): boolean {
  const definition = model?.class ?? model?.defined;
  if (!checksVersions || !definition) return false;
  const { bindings, text } = moduleOf(definition);
  if (!checksVersions.some((name) => text.includes(name))) return false;
  const optioned = (bindings.nodes.get('ObjectExpression') ?? []).some((object) => object.type === 'ObjectExpression' && object.properties.some((property) => property.type === 'Property' && checksVersions.includes(keyName(property.key, property.computed) ?? '') && property.value.type === 'Literal' && property.value.value === true));
  return optioned || (model?.class?.body.body.some((member) => decoratorsOf(member).some((decorator) => checksVersions.includes(lastName(calleeIn(decorator.expression)) ?? ''))) ?? false);
}
