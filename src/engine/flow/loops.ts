/** Does this run once per element, and of what? Loops and iteration callbacks around a node, up to the edge of what runs at once. */
import { referencesOf, variableOf } from '../binding/scope.js';
import { memberOf } from '../match/catalogue.js';
import { slotValue } from '../match/slots.js';
import { moduleOf, oneLine } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { bindingsOf, lastName, objectProperty, parametersOf, propertyName } from '../syntax/names.js';
import { walk, walkOwn } from '../syntax/walk.js';
import type { Analysis } from './analysis.js';
import { calledFunction, memberOfCall } from './invocation.js';
import { conditionsAt, leaves } from './conditions.js';
import { ITERATION } from './parameters.js';
import { settled } from './settle.js';
import { spelledOut } from './spelled.js';
import { returnsOf } from './trace.js';

/** Something that runs its body more than once. */
export interface Loop {
  /**
   * `collection`: once per element. Anything else is not the N+1 kind: `batch` hands over many rows a turn, `page` works a paged
   * source off, `retry` tries again, `constant` has a fixed, short list, `open` runs until the body says otherwise.
   */
  readonly kind: 'collection' | 'batch' | 'page' | 'retry' | 'constant' | 'open';
  readonly node: Node;
  /** What an element is called in the code; `undefined` where it has no name. */
  readonly element: string | undefined;
  /** The source text of what is iterated. */
  readonly collection: string | undefined;
  /** The turns are started without waiting for one another. */
  readonly concurrent: boolean;
}

const BATCH = /(?:chunk|batch|page|slice|bucket|partition|window)(?:s|ed|es)?$/i;
const PAGE = /^(?:page|offset|skip|cursor|start|from|after|next|token|last|hasmore|more|done|finished|remaining)|(?:page|offset|cursor|token|hasmore|hasnext|more)$/i;
const RETRY = /attempt|retr(?:y|ies)|tries|^try/i;
/** A literal list longer than this is data, not a short list. */
const SHORT_LIST = 20;

/** The loops around a node, innermost first, as far out as the node still runs at once. */
export function loopsAround(analysis: Analysis, node: Node): Loop[] {
  const found: Loop[] = [];
  let child = node;
  for (let parent = parentOf(child); parent; child = parent, parent = parentOf(child)) {
    const loop = statementLoop(analysis, parent, child, node);
    if (loop) found.push(loop);
    if (!isFunction(parent)) continue;
    const around = runsWithin(analysis, parent);
    if (!around) break;
    if (around.loop) found.push(around.loop);
    parent = around.call;
  }
  return found;
}

/** The call that runs a function at once, and the loop that the call is; `undefined` for a function that runs later or elsewhere. */
export function runsWithin(analysis: Analysis, fn: FunctionNode): { readonly call: Call; readonly loop?: Loop } | undefined {
  const outer = wrapped(fn);
  const call = parentOf(outer);
  if (!isCall(call)) return undefined;
  if (unwrap(calleeOf(call)) === fn) return { call };
  const at = argumentsOf(call).indexOf(outer);
  if (at < 0) return undefined;
  const loop = iterationOf(analysis, call, at, fn);
  if (loop) return { call, loop };
  const member = memberOfCall(analysis, call);
  if (member) {
    const callback = member.member.callbacks?.find((each) => each.at === at || (each.at < 0 && at === argumentsOf(call).length + each.at));
    if (callback) return callback.runs === 'later' ? undefined : { call };
    return (member.member.query?.callback ?? false) || member.member.transaction || member.member.passes ? { call } : undefined;
  }
  const callee = calleeOf(call);
  const name = lastName(callee);
  if (asMember(callee) && name !== undefined && ['then', 'catch', 'finally'].includes(name)) return { call };
  if (call.type === 'NewExpression') return name === 'Promise' ? { call } : undefined;
  if (name !== undefined && LATER.has(name)) return undefined;
  return isConsumed(call) ? { call } : undefined;
}

const LATER = new Set(['on', 'once', 'addEventListener', 'addListener', 'setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'use', 'get', 'post', 'put', 'patch', 'delete', 'subscribe', 'schedule', 'registerRoute', 'process', 'describe', 'it', 'test', 'beforeEach', 'afterEach', 'useEffect', 'debounce', 'throttle']);

/** Is a call's result awaited, returned or gathered, so that its callback runs within? */
function isConsumed(call: Call): boolean {
  let node = wrapped(call);
  for (let parent = parentOf(node); parent; parent = parentOf(node)) {
    if (parent.type === 'AwaitExpression' || parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === node)) return true;
    if (isCall(parent) && calleeOf(parent) !== node) return true;
    if (parent.type === 'MemberExpression' && isCall(parentOf(parent))) node = wrapped(parentOf(parent)!);
    else if (parent.type === 'ArrayExpression' || parent.type === 'ConditionalExpression' || parent.type === 'LogicalExpression') node = wrapped(parent);
    else return parent.type === 'VariableDeclarator';
  }
  return false;
}

/** `xs.map(cb)`, `Array.from(xs, cb)`, lodash, p-map, async and their like. */
export function iterationOf(analysis: Analysis, call: Call, at: number, fn: FunctionNode | undefined): Loop | undefined {
  const callee = calleeOf(call);
  const member = asMember(callee);
  const name = lastName(callee);
  const known = memberOfCall(analysis, call);
  const each = known?.member.callbacks?.find((callback) => callback.at === at && callback.runs === 'each');
  if (each) {
    const element = each.params?.findIndex((type) => type === 'element' || type === 'row') ?? 0;
    if (each.batched && slotValue(call, each.batched)) return undefined;
    // Of a chain or a cursor the collection is the receiver; where the function comes first, it is the second argument.
    const collection = member && (known?.member.returns === 'this' || (known?.member.batches && !known.member.query)) ? member.object : (argumentsOf(call)[at === 0 ? 1 : 0] ?? call);
    return callbackLoop(analysis, call, collection as Expression, fn, Math.max(element, 0));
  }
  if (known) return undefined;
  if (name === undefined) return undefined;
  if (analysis.options.names.iterationHelpers.includes(name) && at > 0) return callbackLoop(analysis, call, argumentsOf(call)[0] as Expression, fn, 0);
  if (!member) return undefined;
  if ((name === 'from' || name === 'fromAsync') && member.object.type === 'Identifier' && member.object.name === 'Array' && at === 1) return callbackLoop(analysis, call, argumentsOf(call)[0] as Expression, fn, 0);
  if (!Object.hasOwn(ITERATION, name) || at !== 0) return undefined;
  const receiver = analysis.valueOf(member.object);
  // A method of that name on a library's own object is no array method.
  if (receiver.kind === 'library' && !receiver.many && memberOf(receiver.library, receiver.type, name)) return undefined;
  if (receiver.kind === 'instance' || receiver.kind === 'module' || receiver.kind === 'object') return undefined;
  return callbackLoop(analysis, call, member.object, fn, ITERATION[name] ?? 0);
}

function callbackLoop(analysis: Analysis, call: Call, collection: Expression, fn: FunctionNode | undefined, position: number): Loop {
  const parameter = fn && parametersOf(fn)[position];
  const names = parameter ? bindingsOf(parameter).map((binding) => binding.identifier.name) : [];
  const element = elementName(names, collection);
  const kind = collectionKind(analysis, collection, names);
  return { kind, node: call, element, collection: textOfNode(collection), concurrent: kind === 'collection' && lastName(calleeOf(call)) !== 'reduce' };
}

function statementLoop(analysis: Analysis, loop: Node, child: Node, at: Node): Loop | undefined {
  switch (loop.type) {
    case 'ForOfStatement':
    case 'ForInStatement': {
      if (child !== loop.body || leavesAfter(loop.body, at)) return undefined;
      const names = bindingsOf(loop.left.type === 'VariableDeclaration' ? (loop.left.declarations[0]?.id as Node) : loop.left).map((binding) => binding.identifier.name);
      const kind = collectionKind(analysis, loop.right, names);
      return { kind: kind === 'collection' && onlyOnce(at, names) ? 'open' : kind, node: loop, element: elementName(names, loop.right), collection: textOfNode(loop.right), concurrent: !waits(loop) };
    }
    case 'ForStatement':
      if (child === loop.init || (child === loop.body && leavesAfter(loop.body, at))) return undefined;
      return forLoop(analysis, loop, child === loop.test);
    case 'WhileStatement':
    case 'DoWhileStatement':
      if (child === loop.body ? leavesAfter(loop.body, at) : loop.type !== 'WhileStatement') return undefined;
      return { kind: whileKind(analysis, loop), node: loop, element: undefined, collection: worklist(loop), concurrent: false };
    default:
      return undefined;
  }
}

/** What messages call an element: its name, or the few that it is taken apart into. Of `[index, user]` it is the user. */
function elementName(names: readonly string[], collection: Expression): string | undefined {
  const inner = unwrap(collection);
  const owner = isCall(inner) && lastName(calleeOf(inner)) === 'entries' ? asMember(calleeOf(inner))?.object : undefined;
  if (owner && names.length === 2 && !(owner.type === 'Identifier' && owner.name === 'Object')) return names[1];
  return names.length > 0 && names.length < 4 ? names.join(', ') : undefined;
}

/** What sort of collection is run through. */
function collectionKind(analysis: Analysis, collection: Expression, elements: readonly string[]): Loop['kind'] {
  const inner = unwrap(collection);
  if (elements.some((name) => BATCH.test(name))) return 'batch';
  if (isCall(inner)) {
    const name = lastName(calleeOf(inner));
    if (name !== undefined && /^(?:chunk|batch|split(?:Every|Into)|partition|inChunks|inBatches)/i.test(name)) return 'batch';
  }
  return isConstantList(analysis, inner) ? 'constant' : 'collection';
}

/** A short literal list, an enum's values, or a constant object's keys, wherever it stands. */
function isConstantList(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  if (isCall(inner)) {
    const callee = calleeOf(inner);
    const member = asMember(callee);
    const name = lastName(callee);
    if (member?.object.type === 'Identifier' && member.object.name === 'Object' && name !== undefined && ['values', 'keys', 'entries'].includes(name)) {
      const [argument] = argumentsOf(inner);
      return argument !== undefined && isConstantObject(analysis, argument as Expression);
    }
    if (member && name === 'concat' && !argumentsOf(inner).every((each) => each.type !== 'SpreadElement' && isConstantList(analysis, each as Expression))) return false;
    if (member && name !== undefined && ['filter', 'slice', 'map', 'sort', 'reverse', 'concat'].includes(name)) return isConstantList(analysis, member.object);
    if (member?.object.type === 'Identifier' && member.object.name === 'Array' && name === 'from') {
      const [argument] = argumentsOf(inner);
      return argument !== undefined && argument.type !== 'SpreadElement' && isConstantList(analysis, argument as Expression);
    }
  }
  const size = inner.type === 'ObjectExpression' ? objectProperty(inner, 'length')?.value : undefined;
  if (size) return (analysis.valueOf(size).kind === 'literal' && !isHandedSize(size)) || isCrew(analysis, size);
  // `const roles = Object.values(Role)`
  const held = spelledOut(inner);
  if (held !== inner && (isCall(held) || copiedList(held)) && !isPushedTo(inner)) return isConstantList(analysis, held);
  const handed = handedIn(analysis, inner);
  if (handed.length > 0) return analysis.once('constantList', inner, true, () => handed.every((each) => each !== undefined && isConstantList(analysis, each)));
  const value = settled(analysis.valueOf(inner));
  if (value.kind === 'array' && value.elements.length > 0 && value.elements.length <= SHORT_LIST && (inner.type === 'ArrayExpression' || !isPushedTo(inner))) return true;
  const copied = copiedList(inner);
  if (copied) return isConstantList(analysis, copied);
  const [collected] = inner.type === 'NewExpression' && lastName(inner.callee) === 'Set' ? argumentsOf(inner) : [];
  if (collected) return collected.type !== 'SpreadElement' && isConstantList(analysis, collected as Expression);
  if (isCall(inner) || inner.type === 'AwaitExpression') {
    const call = inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
    const fn = isCall(call) ? calledFunction(analysis, call) : undefined;
    return fn !== undefined && analysis.once('givesConstantList', fn, false, () => returnsOf(fn).length > 0 && returnsOf(fn).every((each) => isConstantList(analysis, each)));
  }
  return inner.type === 'Identifier' && isFilledByHand(inner);
}

/** `new Set(ids)` of `[...new Set(ids)]` */
function copiedList(node: Expression): Expression | undefined {
  const [only, ...others] = node.type === 'ArrayExpression' ? node.elements : [];
  return only?.type === 'SpreadElement' && others.length === 0 ? unwrap(only.argument) : undefined;
}

/** A list whose elements the code puts in one by one, outside of any loop: `const steps = []; if (first) steps.push(prepare); steps.push(run);` */
function isFilledByHand(name: Extract<Node, { type: 'Identifier' }>): boolean {
  const { bindings } = moduleOf(name);
  const variable = variableOf(bindings, name);
  const [definition, ...others] = variable?.definitions ?? [];
  const list = definition?.kind === 'value' && definition.binding.path.length === 0 ? unwrap(definition.from) : undefined;
  if (!variable || others.length > 0 || list?.type !== 'ArrayExpression' || list.elements.some((each) => each?.type === 'SpreadElement')) return false;
  let size = list.elements.length;
  for (const reference of referencesOf(bindings, variable)) {
    const holder = parentOf(wrapped(reference));
    const method = holder?.type === 'MemberExpression' && holder.object === reference ? propertyName(holder) : undefined;
    const call = method === undefined ? undefined : parentOf(wrapped(holder!));
    if (method !== undefined && ['push', 'unshift', 'splice'].includes(method)) {
      if (method === 'splice' || !isCall(call) || isRepeated(call, variable.scope.node) || argumentsOf(call).some((each) => each.type === 'SpreadElement')) return false;
      size += argumentsOf(call).length;
    } else if (isCall(holder) && calleeOf(holder) !== reference && !(holder.type === 'NewExpression' && lastName(holder.callee) === 'Set')) return false;
  }
  return size > 0 && size <= SHORT_LIST;
}

/** Does a node run more than once while the code around it runs once? */
function isRepeated(node: Node, within: Node): boolean {
  for (let at = parentOf(node); at && at !== within; at = parentOf(at)) if (isFunction(at) || /^(?:For|While|DoWhile)\w*Statement$/.test(at.type)) return true;
  return false;
}

/** A parameter, which has its default only where nothing is handed in. */
function isHandedSize(size: Expression): boolean {
  const inner = unwrap(size);
  return inner.type === 'Identifier' && (variableOf(moduleOf(inner).bindings, inner)?.definitions ?? []).some((definition) => definition.kind === 'parameter');
}

/** `Math.min(CONCURRENCY, jobs.length)`: as many as work at the same time, not as many as there are jobs. */
function isCrew(analysis: Analysis, size: Expression): boolean {
  const call = spelledOut(size);
  if (!isCall(call) || textOfNode(calleeOf(call)) !== 'Math.min') return false;
  return argumentsOf(call).some((each) => {
    const most = each.type === 'SpreadElement' ? undefined : analysis.valueOf(each as Expression);
    return most?.kind === 'literal' && typeof most.value === 'number' && most.value <= SHORT_LIST;
  });
}

/** What the callers in sight hand in for a parameter, its default where they hand in nothing; `[]` for anything else. */
function handedIn(analysis: Analysis, node: Expression): (Expression | undefined)[] {
  const definitions = node.type === 'Identifier' ? (variableOf(moduleOf(node).bindings, node)?.definitions ?? []) : [];
  const [definition] = definitions;
  if (definitions.length !== 1 || definition?.kind !== 'parameter' || definition.binding.path.length > 0 || definition.binding.rest) return [];
  const fallback = definition.parameter.type === 'AssignmentPattern' ? definition.parameter.right : undefined;
  return analysis.callSites(definition.of).map((site) => (site.kind === 'call' ? ((argumentsOf(site.call)[definition.index] as Expression | undefined) ?? fallback) : undefined));
}

function isConstantObject(analysis: Analysis, node: Expression): boolean {
  const inner = unwrap(node);
  const value = analysis.valueOf(inner);
  if (value.kind === 'foreign' && value.declared?.type === 'TSEnumDeclaration') return true;
  // An enum of a package (`Object.values(Role)` of a generated client) is written like a type.
  if (inner.type === 'Identifier' && value.kind === 'foreign' && /^[A-Z]/.test(inner.name)) return true;
  return value.kind === 'object' && value.node.properties.length > 0 && value.node.properties.length <= SHORT_LIST && value.node.properties.every((property) => property.type === 'Property') && !(inner.type === 'Identifier' && isWrittenTo(inner));
}

export function isPushedTo(node: Expression): boolean {
  if (node.type !== 'Identifier') return false;
  const { bindings } = moduleOf(node);
  const variable = variableOf(bindings, node);
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => {
    const member = parentOf(reference);
    return member?.type === 'MemberExpression' && member.object === reference && ['push', 'unshift', 'splice'].includes(propertyName(member) ?? '');
  });
}

export function isWrittenTo(node: Extract<Node, { type: 'Identifier' }>): boolean {
  const { bindings } = moduleOf(node);
  const variable = variableOf(bindings, node);
  return variable !== undefined && referencesOf(bindings, variable).some((reference) => {
    const member = parentOf(reference);
    const holder = member && parentOf(member);
    return member?.type === 'MemberExpression' && member.object === reference && holder?.type === 'AssignmentExpression' && holder.left === member;
  });
}

/** @param inTest is it the test that runs once a turn? What is asked until the answer is no has no list to ask for at once: `for (let n = 2; await exists(slug); n++)` */
function forLoop(analysis: Analysis, loop: Extract<Node, { type: 'ForStatement' }>, inTest: boolean): Loop {
  const declared = loop.init?.type === 'VariableDeclaration' ? loop.init.declarations[0]?.id : undefined;
  const name = declared?.type === 'Identifier' ? declared.name : undefined;
  const test = loop.test ? textOfNode(loop.test) : '';
  // The start has it where the loop runs down, or where the length is kept.
  const collection = [loop.test, loop.init].flatMap((part) => /(?<![\w$.\][])([\w$.\][]+)\.(?:length|size)\b/.exec((part && textOfNode(part)) ?? '')?.[1] ?? [])[0];
  const kind = ((): Loop['kind'] => {
    if (!loop.test || (inTest && ['AwaitExpression', 'UnaryExpression'].includes(loop.test.type))) return 'open';
    if (name !== undefined && RETRY.test(name)) return 'retry';
    if (stride(loop.update) === 'many') return 'batch';
    if (collection !== undefined) return BATCH.test(collection) ? 'batch' : collectionOf(analysis, loop, collection);
    if (name !== undefined && PAGE.test(name)) return 'page';
    if (RETRY.test(test ?? '')) return 'retry';
    if (PAGE.test(/[<>]=?\s*([\w$.]+)$/.exec(test ?? '')?.[1] ?? '') || /pages?\b/i.test(test ?? '')) return 'page';
    const bound = loop.test.type === 'BinaryExpression' ? analysis.valueOf(loop.test.right) : undefined;
    if (bound?.kind === 'literal') return 'constant';
    // Counts up to some number, but each turn decides whether there is another.
    return mayStop(loop.body) ? 'open' : 'collection';
  })();
  // An index is no element: `orders[i]` has no name of its own.
  return { kind, node: loop, element: collection === undefined ? name : undefined, collection, concurrent: !waits(loop) };
}

function collectionOf(analysis: Analysis, loop: Extract<Node, { type: 'ForStatement' }>, collection: string): Loop['kind'] {
  let list: Expression | undefined;
  for (const part of [loop.init, loop.test]) if (part) walk(part, (node) => {
    if (node.type === 'MemberExpression' && propertyName(node) === 'length' && textOfNode(node.object) === collection) list = node.object;
    return undefined;
  });
  return list && isConstantList(analysis, list) ? 'constant' : 'collection';
}

/** Does a turn wait for anything before the next one starts? */
function waits(loop: Extract<Node, { type: 'ForStatement' | 'ForOfStatement' | 'ForInStatement' }>): boolean {
  let found = loop.type === 'ForOfStatement' && loop.await;
  walkOwn(loop.body, (node) => {
    if (node.type === 'AwaitExpression' || node.type === 'YieldExpression') found = true;
  });
  return found;
}

/** Can a loop's body leave the loop before its end? */
function mayStop(body: Node): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.type === 'BreakStatement' || node.type === 'ReturnStatement') found = true;
    return !found && !isFunction(node) && node.type !== 'SwitchStatement';
  });
  return found;
}

/** Does the loop's counter go up by one, or by a batch's size? */
function stride(update: Node | null): 'one' | 'many' {
  if (update?.type !== 'AssignmentExpression') return 'one';
  // `i += n` and `i = i + n`
  const by = update.operator === '+=' ? update.right : update.operator === '=' && update.right.type === 'BinaryExpression' && update.right.operator === '+' ? update.right.right : undefined;
  return by === undefined || (by.type === 'Literal' && by.value === 1) ? 'one' : 'many';
}

function whileKind(analysis: Analysis, loop: Extract<Node, { type: 'WhileStatement' | 'DoWhileStatement' }>): Loop['kind'] {
  const list = worklist(loop);
  if (list !== undefined) {
    // `do { rows = await next() } while (rows.length)` works pages off.
    const root = /^[\w$]+/.exec(list)?.[0];
    let paged = BATCH.test(list);
    walk(loop.body, (node) => {
      if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && node.left.name === root) paged = true;
      // `batch = list.splice(0, 100)` takes many at a time.
      if (node.type === 'CallExpression' && lastName(node.callee) === 'splice' && textOfNode(node.callee) === `${list}.splice` && !(node.arguments[1]?.type === 'Literal' && node.arguments[1].value === 1)) paged = true;
      return !paged;
    });
    return paged ? 'page' : 'collection';
  }
  const test = textOfNode(loop.test) ?? '';
  if (takesRows(loop.test)) return 'collection';
  if (RETRY.test(test)) return 'retry';
  const bound = loop.test.type === 'BinaryExpression' && /[<>]/.test(loop.test.operator) && loop.test.left.type === 'Identifier' ? loop.test.left.name : undefined;
  if (bound !== undefined && !PAGE.test(bound) && countsUp(loop.body, bound) && analysis.valueOf((loop.test as Extract<Node, { type: 'BinaryExpression' }>).right).kind !== 'literal') return 'collection';
  return 'open';
}

/** Does a test ask a cursor for its next row: `await cursor.hasNext()`, `(row = await cursor.next()) !== null`? */
function takesRows(test: Expression): boolean {
  let found = false;
  walk(test, (node) => {
    if (isCall(node) && (lastName(calleeOf(node)) === 'hasNext' || (lastName(calleeOf(node)) === 'next' && /cursor|stream/i.test(textOfNode(calleeOf(node)) ?? '')))) found = true;
    return !found;
  });
  return found;
}

function countsUp(body: Node, name: string): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier' && node.argument.name === name) found = true;
    return !found && !isFunction(node);
  });
  return found;
}

/** The list that a `while` works off: its test asks for its length, or takes an element. */
function worklist(loop: Extract<Node, { type: 'WhileStatement' | 'DoWhileStatement' }>): string | undefined {
  const test = textOfNode(loop.test) ?? '';
  // `found.length < wanted`: a list that is filled, not worked off.
  return /(?<![\w$.])([\w$.]+)\.(?:shift|pop)\(\)/.exec(test)?.[1] ?? /(?<![\w$.])([\w$.]+)\.(?:length|size)\b(?!\s*[-+*<])/.exec(test)?.[1];
}

/** Does every path through the body that passes a node leave the loop afterwards, so that the node runs once at most? */
function leavesAfter(body: Node, node: Node): boolean {
  // What leaves a callback that runs at once does not leave the loop around it.
  let start: Node | undefined = node;
  for (let current: Node | undefined = node; current && current !== body; current = parentOf(current)) if (isFunction(current)) start = parentOf(current);
  for (let current = start; current && current !== body; current = parentOf(current)) {
    if (isFunction(current)) return false;
    if (current.type === 'ReturnStatement' || current.type === 'ThrowStatement') return true;
    const parent = parentOf(current);
    if (parent?.type !== 'BlockStatement') continue;
    const after = parent.body.slice(parent.body.indexOf(current as never) + 1);
    for (const statement of after) {
      if (!leaves(statement)) continue;
      // A `break` of a loop or `switch` in between leaves that one only.
      if (has(statement, 'BreakStatement') && isInInner(statement, body)) break;
      return !has(statement, 'ContinueStatement');
    }
  }
  return false;
}

function has(statement: Node, type: 'BreakStatement' | 'ContinueStatement'): boolean {
  let found = false;
  walk(statement, (node) => {
    if (node.type === type && !(type === 'BreakStatement' && node.label)) found = true;
    return !found && !isFunction(node);
  });
  return found;
}

function isInInner(node: Node, body: Node): boolean {
  for (let current = parentOf(node); current && current !== body; current = parentOf(current)) if (/^(?:For|While|DoWhile|Switch)\w*Statement$/.test(current.type)) return true;
  return false;
}

/** Guarded by an identity that only one element has: `if (node.id === wanted)`. */
export function onlyOnce(node: Node, elements: readonly string[]): boolean {
  return conditionsAt(node).some(({ test, holds }) => {
    if (!holds || test.type !== 'BinaryExpression' || (test.operator !== '===' && test.operator !== '==')) return false;
    return [test.left, test.right].some((side) => {
      const member = asMember(side);
      return member?.object.type === 'Identifier' && elements.includes(member.object.name) && /^_?id$|^uuid$/i.test(propertyName(member) ?? '');
    });
  });
}

/** What a function is called that looks into a cache first. */
const KEPT = /(?:with|from|through)_?cache|^cached(?=[A-Z_])|(?:get|find|load|fetch)_?cached|memoi[sz]ed/i;

/** Rows kept in memory: the node stands behind `if (!map.has(key))`, `if (!cache[key])`, `if (!this.rows)` or `??=`, and its result is stored there. */
export function isMemoised(node: Node): boolean {
  if (isCall(node) && KEPT.test(lastName(calleeOf(node)) ?? '')) return true;
  for (let current = parentOf(node); current; current = parentOf(current)) {
    if (current.type === 'AssignmentExpression' && (current.operator === '??=' || current.operator === '||=') && isWithin(node, current.right)) return true;
    if (isFunction(current)) break;
  }
  return conditionsAt(node).some(({ test, holds, exit }) => {
    const store = storeOf(test, holds) ?? (test.type === 'LogicalExpression' && test.operator === '&&' ? (storeOf(unwrap(test.left), holds) ?? storeOf(unwrap(test.right), holds)) : undefined);
    // `if (seen.has(id)) continue;` skips elements, it keeps no rows; `return kept.get(id)` hands them out.
    if (store === undefined || (exit && !returnsValue(exit))) return false;
    const scope = conditionScope(test);
    let stored = false;
    walk(scope, (inner) => {
      if (isCall(inner) && inner.type === 'CallExpression') {
        const member = asMember(calleeOf(inner));
        if (member && propertyName(member) === 'set' && textOfNode(member.object) === store) stored = !isMark(argumentsOf(inner)[1]);
      } else if (inner.type === 'AssignmentExpression' && isMark(inner.right)) return true;
      else if (inner.type === 'AssignmentExpression' && inner.left.type === 'MemberExpression' && (textOfNode(inner.left) === store || textOfNode(inner.left.object) === store)) stored = true;
      else if (inner.type === 'AssignmentExpression' && inner.left.type === 'Identifier' && inner.left.name === store) stored = true;
      return !stored;
    });
    return stored;
  });
}

/** `seen[id] = true`: what has been dealt with is marked, no rows are kept. */
function isMark(node: Node | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'boolean';
}

function returnsValue(exit: Node): boolean {
  let found = false;
  walk(exit, (node) => {
    if (node.type === 'ReturnStatement' && node.argument) found = true;
    return !found && !isFunction(node);
  });
  return found;
}

function storeOf(test: Expression, holds: boolean): string | undefined {
  if (holds) return undefined;
  if (isCall(test)) {
    const member = asMember(calleeOf(test));
    return member && ['has', 'get'].includes(propertyName(member) ?? '') ? textOfNode(member.object) : undefined;
  }
  // `cache[key]`, `this.settings`
  if (test.type === 'MemberExpression' && (test.computed || test.object.type === 'ThisExpression')) return textOfNode(test);
  if (test.type !== 'Identifier') return undefined;
  // `let user = cache.get(id); if (!user) { user = await …; cache.set(id, user) }`
  const variable = variableOf(moduleOf(test).bindings, test);
  const first = variable?.definitions[0];
  const from = first?.kind === 'value' ? unwrap(first.from) : undefined;
  const member = from && isCall(from) ? asMember(calleeOf(from)) : undefined;
  if (member && propertyName(member) === 'get') return textOfNode(member.object);
  return from?.type === 'MemberExpression' && from.computed ? textOfNode(from.object) : undefined;
}

function conditionScope(test: Node): Node {
  let current: Node = test;
  for (let parent = parentOf(current); parent && !isFunction(parent); parent = parentOf(parent)) current = parent;
  return current;
}

/** Recursion that takes the next index or the rest of a list: the call inside the function that goes on, if there is one. */
export function recursionOverList(analysis: Analysis, fn: FunctionNode): Call | undefined {
  for (const site of analysis.callSites(fn)) {
    if (site.kind !== 'call' || !isWithin(site.call, fn) || moduleOf(site.call) !== moduleOf(fn)) continue;
    if (argumentsOf(site.call).some((argument) => takesNext(argument))) return site.call;
  }
  return undefined;
}

function takesNext(argument: Node): boolean {
  const inner = unwrap(argument as Expression);
  if (inner.type === 'BinaryExpression') return inner.operator === '+' && inner.right.type === 'Literal' && inner.right.value === 1 && inner.left.type === 'Identifier' && /^(?:i|j|idx|index|pos|n)$|index$/i.test(inner.left.name);
  if (inner.type === 'Identifier') return /^(?:rest|tail|remaining)$/i.test(inner.name);
  return isCall(inner) && lastName(calleeOf(inner)) === 'slice' && argumentsOf(inner)[0]?.type === 'Literal';
}

/** The source text of a node in one line; `undefined` for one that is too long to be shown. */
export function textOfNode(node: Node): string | undefined {
  const text = oneLine(node);
  return text.length > 80 ? undefined : text;
}

/** In a `catch` inside another node: what is done about a failure is not done every time. */
export function isOnFailure(node: Node, within: Node): boolean {
  for (let at = parentOf(node); at && at !== within; at = parentOf(at)) if (at.type === 'CatchClause') return true;
  return false;
}
