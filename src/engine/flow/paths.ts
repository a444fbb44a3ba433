/** Which way control takes through a function: what may run after a node, and where it ends. */
import { type Call, type Expression, type FunctionNode, type Node, asMember, calleeOf, isCall, isFunction, isWithin, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { memberOfClass, propertyName } from '../syntax/names.js';
import { childrenOf } from '../syntax/walk.js';
import type { Analysis } from './analysis.js';
import { conditionsAt, excludeEachOther } from './conditions.js';
import { calledFunction } from './invocation.js';

/** The ways in which control may leave a piece of code. An error that a call may throw by itself is none of them: only a `throw` is. */
export interface WaysOut {
  /** On to what stands after it. */
  readonly next: boolean;
  readonly returns: boolean;
  readonly throws: boolean;
  /** The labels of the `break`s that leave it; `''` without a label. */
  readonly breaks: ReadonlySet<string>;
  readonly continues: ReadonlySet<string>;
}

/** A call after which control does not go on, whatever it is that stops it. */
export type Stops = (call: Call) => boolean;

const NOWHERE: ReadonlySet<string> = new Set();
const STAYS: WaysOut = { next: false, returns: false, throws: false, breaks: NOWHERE, continues: NOWHERE };
const NEXT: WaysOut = { ...STAYS, next: true };
const RETURNS: WaysOut = { ...STAYS, returns: true };
const THROWS: WaysOut = { ...STAYS, throws: true };

function either(a: WaysOut, b: WaysOut): WaysOut {
  const both = (x: ReadonlySet<string>, y: ReadonlySet<string>): ReadonlySet<string> => (x.size === 0 ? y : y.size === 0 ? x : new Set([...x, ...y]));
  return { next: a.next || b.next, returns: a.returns || b.returns, throws: a.throws || b.throws, breaks: both(a.breaks, b.breaks), continues: both(a.continues, b.continues) };
}

function without(labels: ReadonlySet<string>, ...gone: readonly string[]): ReadonlySet<string> {
  return gone.some((label) => labels.has(label)) ? new Set([...labels].filter((label) => !gone.includes(label))) : labels;
}

/**
 * How control leaves a statement, or the expression that an arrow function consists of. Whether a test holds is not known, so both branches count.
 * Calls of functions that never return end the path. Cost: one walk of the node.
 * @param stops further calls that end it
 */
export function waysOut(analysis: Analysis, node: Node, stops?: Stops): WaysOut {
  const ends = (part: Node | null | undefined): boolean => part != null && endsIn(analysis, part, stops);
  const ways = (part: Node | null | undefined): WaysOut => (part ? waysOut(analysis, part, stops) : NEXT);
  switch (node.type) {
    case 'ReturnStatement':
      return ends(node.argument) ? STAYS : RETURNS;
    case 'ThrowStatement':
      return ends(node.argument) ? STAYS : THROWS;
    case 'BreakStatement':
      return { ...STAYS, breaks: new Set([node.label?.name ?? '']) };
    case 'ContinueStatement':
      return { ...STAYS, continues: new Set([node.label?.name ?? '']) };
    case 'BlockStatement':
    case 'StaticBlock':
      return inOrder(node.body.map((each) => () => ways(each)));
    case 'IfStatement':
      return ends(node.test) ? STAYS : either(ways(node.consequent), ways(node.alternate));
    case 'SwitchStatement':
      return ends(node.discriminant) ? STAYS : outOfSwitch(node, ways);
    case 'TryStatement': {
      const block = ways(node.block);
      const tried = node.handler ? either({ ...block, throws: false }, ways(node.handler.body)) : block;
      const last = ways(node.finalizer);
      return last.next ? either(tried, { ...last, next: false }) : last;
    }
    case 'LabeledStatement': {
      const { name } = node.label;
      const body = ways(node.body);
      return { ...body, next: body.next || body.breaks.has(name), breaks: without(body.breaks, name), continues: without(body.continues, name) };
    }
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return outOfLoop(node, ways(node.body), ends);
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return NEXT;
    default:
      return ends(node) ? STAYS : NEXT;
  }
}

function inOrder(parts: readonly (() => WaysOut)[]): WaysOut {
  let all = NEXT;
  for (const part of parts) {
    all = either({ ...all, next: false }, part());
    if (!all.next) break;
  }
  return all;
}

type Loop = Extract<Node, { type: 'WhileStatement' | 'DoWhileStatement' | 'ForStatement' | 'ForInStatement' | 'ForOfStatement' }>;

function outOfLoop(loop: Loop, body: WaysOut, ends: (part: Node | null | undefined) => boolean): WaysOut {
  const test = loop.type === 'ForInStatement' || loop.type === 'ForOfStatement' ? undefined : loop.test;
  const left = { ...body, next: body.breaks.has(''), breaks: without(body.breaks, ''), continues: without(body.continues, '') };
  if (loop.type === 'ForStatement' && ends(loop.init)) return STAYS;
  if (loop.type === 'DoWhileStatement') return { ...left, next: left.next || (!isAlways(loop.test) && !ends(loop.test) && (body.next || body.continues.size > 0)) };
  if (ends(test ?? undefined) || ((loop.type === 'ForInStatement' || loop.type === 'ForOfStatement') && ends(loop.right))) return STAYS;
  const isEndless = loop.type === 'ForStatement' ? loop.test == null || isAlways(loop.test) : test != null && isAlways(test);
  return { ...left, next: left.next || !isEndless };
}

/** `while (true)`, `while (1)` */
function isAlways(test: Expression): boolean {
  const inner = unwrap(test);
  return inner.type === 'Literal' && Boolean(inner.value);
}

function outOfSwitch({ cases }: Extract<Node, { type: 'SwitchStatement' }>, ways: (part: Node) => WaysOut): WaysOut {
  let all: WaysOut = { ...STAYS, next: !cases.some((each) => each.test === null) };
  let falls = false;
  for (const each of cases) {
    const body = inOrder(each.consequent.map((statement) => () => ways(statement)));
    falls = body.next;
    all = either(all, { ...body, next: false });
  }
  return { ...all, next: all.next || falls || all.breaks.has(''), breaks: without(all.breaks, '') };
}

/** May control go on from a statement to what stands after it? */
export function goesOn(analysis: Analysis, statement: Node, stops?: Stops): boolean {
  return waysOut(analysis, statement, stops).next;
}

/** May a function come to its end, returning something or nothing, on a path that passes none of these calls? */
export function canEndWithout(analysis: Analysis, fn: FunctionNode, stops: Stops): boolean {
  if (!fn.body) return true;
  const ways = waysOut(analysis, fn.body, stops);
  return ways.next || ways.returns;
}

/** Does a call never give control back: `process.exit()`, a function that is declared `never`, one that throws on all its paths? */
export function neverReturns(analysis: Analysis, call: Call): boolean {
  if (call.type !== 'CallExpression') return false;
  const member = asMember(calleeOf(call));
  if (member?.object.type === 'Identifier' && member.object.name === 'process' && ['exit', 'abort'].includes(propertyName(member) ?? '')) return true;
  const fn = calledFunction(analysis, call);
  if (!fn || fn.generator || (fn.async && parentOf(wrapped(call))?.type !== 'AwaitExpression')) return false;
  if (fn.returnType?.typeAnnotation.type === 'TSNeverKeyword') return true;
  // A method that throws may be there for others to override.
  if (memberOfClass(fn)) return false;
  return analysis.once('neverReturns', fn, false, () => fn.body?.type === 'BlockStatement' && fn.body.body.length > 0 && !canEndWithout(analysis, fn, () => false));
}

/** Does an expression (or a declaration) always run a call that ends the path? What only one operand or branch runs does not count. */
function endsIn(analysis: Analysis, node: Node, stops: Stops | undefined): boolean {
  if (isFunction(node) || node.type === 'ClassExpression') return false;
  const ends = (part: Node): boolean => endsIn(analysis, part, stops);
  if (node.type === 'ConditionalExpression') return ends(node.test) || (ends(node.consequent) && ends(node.alternate));
  if (node.type === 'LogicalExpression') return ends(node.left);
  if (isCall(node) && (neverReturns(analysis, node) || stops?.(node))) return true;
  return childrenOf(node).some(ends);
}

/** A piece of code that may run after a node. */
export interface Following {
  readonly node: Node;
  /** It comes round once more, with the next turn of a loop that the node stands in. */
  readonly again: boolean;
}

/**
 * What may run after a node within its function, in the order in which control comes to it: the statements after it, those after the blocks and loops
 * around it, a `catch` that a `throw` leads to, a `finally`. Each piece is given whole. Of one expression, only the operands that `&&`, `||`, `??`, `?:`
 * and `,` run later are told apart. Errors that calls throw by themselves are left out.
 */
export function whatFollows(analysis: Analysis, node: Node): Following[] {
  const found: Following[] = [];
  let ways: WaysOut = node.type.endsWith("Statement") ? waysOut(analysis, node) : isCall(node) && neverReturns(analysis, node) ? STAYS : NEXT;
  const run = (parts: readonly (Node | null | undefined)[], again = false): void => {
    for (const part of parts) {
      if (!part || !ways.next) continue;
      found.push({ node: part, again });
      ways = either({ ...ways, next: false }, waysOut(analysis, part));
    }
  };
  let child = node;
  for (let parent = parentOf(child); parent && !isFunction(child); child = parent, parent = parentOf(child)) {
    switch (parent.type) {
      case 'BlockStatement':
      case 'StaticBlock':
      case 'Program':
        run(parent.body.slice(parent.body.indexOf(child as never) + 1));
        break;
      case 'SwitchCase': {
        if (child === parent.test) break;
        run(parent.consequent.slice(parent.consequent.indexOf(child as never) + 1));
        const cases = parent.parent?.type === 'SwitchStatement' ? parent.parent.cases : [];
        for (const later of cases.slice(cases.indexOf(parent) + 1)) run(later.consequent);
        break;
      }
      case 'SwitchStatement':
        if (child === parent.discriminant) run([...parent.cases]);
        ways = { ...ways, next: ways.next || ways.breaks.has(''), breaks: without(ways.breaks, '') };
        break;
      case 'IfStatement':
      case 'ConditionalExpression':
        if (child === parent.test && ways.next) {
          for (const branch of [parent.consequent, parent.alternate]) if (branch) found.push({ node: branch, again: false });
          ways = either(waysOut(analysis, parent.consequent), parent.alternate ? waysOut(analysis, parent.alternate) : NEXT);
        }
        break;
      case 'LogicalExpression':
        if (child === parent.left && ways.next) found.push({ node: parent.right, again: false });
        break;
      case 'SequenceExpression':
        run(parent.expressions.slice(parent.expressions.indexOf(child as never) + 1));
        break;
      case 'ReturnStatement':
        if (ways.next) ways = { ...ways, next: false, returns: true };
        break;
      case 'ThrowStatement':
        if (ways.next) ways = { ...ways, next: false, throws: true };
        break;
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        ways = afterLoop(parent, child, ways);
        break;
      case 'LabeledStatement':
        ways = { ...ways, next: ways.next || ways.breaks.has(parent.label.name), breaks: without(ways.breaks, parent.label.name), continues: without(ways.continues, parent.label.name) };
        break;
      case 'TryStatement':
        afterTried(parent);
        break;
      default:
    }
  }
  return found;

  function afterLoop(loop: Loop, from: Node, now: WaysOut): WaysOut {
    const label = loop.parent?.type === 'LabeledStatement' ? loop.parent.label.name : '';
    const turns = now.next || now.continues.has('') || now.continues.has(label);
    const inBody = from === loop.body;
    if (turns && !inBody) found.push({ node: loop.body, again: false });
    if (turns && inBody) {
      for (const part of [loop.type === 'ForStatement' ? loop.update : undefined, 'test' in loop ? loop.test : undefined, loop.body]) if (part) found.push({ node: part, again: true });
    }
    const whole = waysOut(analysis, loop);
    const left = { ...now, next: now.breaks.has(''), breaks: without(now.breaks, ''), continues: without(now.continues, '', label) };
    return turns ? either(left, whole) : left;
  }

  function afterTried({ block, handler, finalizer }: Extract<Node, { type: 'TryStatement' }>): void {
    if (child === block && handler && ways.throws) {
      found.push({ node: handler.body, again: false });
      ways = either({ ...ways, throws: false }, waysOut(analysis, handler.body));
    }
    if (!finalizer || child === finalizer) return;
    const last = waysOut(analysis, finalizer);
    found.push({ node: finalizer, again: false });
    ways = last.next ? either(ways, { ...last, next: false }) : last;
  }
}

/**
 * May control come from one node to another of the same function, later in the text and without a loop coming round? `false` where they stand in
 * different branches, where the path ends before, and where the conditions of the two cannot both hold.
 */
export function onOnePath(analysis: Analysis, first: Node, second: Node): boolean {
  return whatFollows(analysis, first).some((each) => !each.again && isWithin(second, each.node)) && !excludeEachOther(conditionsAt(first), conditionsAt(second));
}
