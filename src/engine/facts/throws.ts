/** What a piece of code may throw. */
import { variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Call, type Expression, type FunctionNode, type Node, argumentsOf, asMember, calleeOf, isCall, isFunction, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall, pickedValues } from '../flow/invocation.js';
import { originsOf } from '../flow/trace.js';

/**
 * Does code throw, and only what a client may read: errors that the app made with its own text, and what a parser says of the text it was
 * given? `false` where it also calls something that may throw by itself: another library, or a function that cannot be followed.
 */
export function throwsForClients(analysis: Analysis, code: Node): boolean {
  return thrownBy(analysis, code) === 'own';
}

/** What comes out of code: nothing at all, errors that are the app's own, or errors that nobody can tell. */
function thrownBy(analysis: Analysis, code: Node): 'nothing' | 'own' | 'unknown' {
  let throws = 0;
  let unknown = 0;
  walk(code, (node) => {
    // The errors of a function that is only made here, or that a parser is taught, do not come out here.
    const taker = node !== code && isFunction(node) ? parentOf(wrapped(node)) : undefined;
    if (taker && !(isCall(taker) && !isParser(analysis, taker))) return false;
    // What a `try` inside throws ends in its own `catch`.
    if (node !== code && node.parent?.type === 'TryStatement' && node.parent.block === node && node.parent.handler) return false;
    if (node.type === 'ThrowStatement') {
      const error = unwrap(node.argument);
      throws++;
      if (!isCall(error) || !argumentsOf(error).every((each) => isOwnText(analysis, each))) unknown++;
    } else if (node.type === 'AwaitExpression' && !isCall(unwrap(node.argument))) unknown++;
    else if (isCall(node) && node.parent?.type !== 'ThrowStatement') {
      const called = runBy(analysis, node);
      // A method of the app's own may have the name of one that an array or a text has.
      if (called.length === 0 && isQuiet(analysis, node)) return undefined;
      const thrown = isParser(analysis, node) || leavesUnsettled(analysis, node, code) ? 'own' : thrownByAll(analysis, called);
      if (thrown === 'own') throws++;
      else if (thrown === 'unknown') unknown++;
    }
    return undefined;
  });
  return unknown > 0 ? 'unknown' : throws > 0 ? 'own' : 'nothing';
}

/** The functions that a call runs; empty where one of them cannot be followed. */
function runBy(analysis: Analysis, call: Call): readonly FunctionNode[] {
  const picked = pickedValues(analysis, calleeOf(call));
  if (!picked) {
    const fn = calledFunction(analysis, call);
    return fn ? [fn] : [];
  }
  const functions = picked.flatMap((value) => (value.kind === 'function' ? [value.fn] : []));
  // `null` in a table of functions is asked for before the call.
  return picked.every(({ kind }) => kind === 'function' || kind === 'literal') ? functions : [];
}

function thrownByAll(analysis: Analysis, called: readonly FunctionNode[]): 'nothing' | 'own' | 'unknown' {
  const each = called.map((fn) => analysis.once<'nothing' | 'own' | 'unknown'>('thrownBy', fn, 'nothing', () => thrownBy(analysis, fn)));
  return each.length === 0 || each.includes('unknown') ? 'unknown' : each.includes('own') ? 'own' : 'nothing';
}

/** Text of the app itself, or of an error that is known to be for clients. */
function isOwnText(analysis: Analysis, node: Node): boolean {
  const inner = unwrap(node as Expression);
  if (inner.type === 'ObjectExpression') return inner.properties.every((each) => each.type === 'Property' && isOwnText(analysis, each.value as Node));
  if (inner.type === 'TemplateLiteral') return inner.expressions.every((each) => isOwnText(analysis, each) || isNoError(each));
  if (inner.type === 'LogicalExpression') return isOwnText(analysis, inner.left) && isOwnText(analysis, inner.right);
  if (inner.type === 'ConditionalExpression') return isOwnText(analysis, inner.consequent) && isOwnText(analysis, inner.alternate);
  return analysis.valueOf(inner).kind === 'literal' || isFromParser(inner);

  /** A value that the app puts into its own text: nothing that was caught, and nothing that an unknown call gives. */
  function isNoError(expression: Expression): boolean {
    let root = unwrap(expression);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    if (root.type !== 'Identifier') return false;
    if (!variableOf(moduleOf(root).bindings, root) || /err|exception|reason|cause|failure|^e$|^ex$/i.test(root.name)) return false;
    return originsOf(analysis, expression, { callers: false }).every(({ kind }) => kind !== 'caught');
  }

  /** `e.message` in the `catch` of a `try` that only parses. */
  function isFromParser(expression: Expression): boolean {
    let root = unwrap(expression);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    const caught = root.type === 'Identifier' ? variableOf(moduleOf(root).bindings, root)?.definitions[0] : undefined;
    const tried = caught?.kind === 'caught' ? caught.clause.parent : undefined;
    return tried?.type === 'TryStatement' && throwsForClients(analysis, tried.block);
  }
}

/** `return save()` in an `async` function: whoever waits for it gets its error, not the `catch` around it. */
function leavesUnsettled(analysis: Analysis, call: Call, code: Node): boolean {
  if (code.type !== 'BlockStatement' || parentOf(wrapped(call))?.type !== 'ReturnStatement') return false;
  return calledFunction(analysis, call)?.async === true;
}

function isParser(analysis: Analysis, call: Call): boolean {
  const known = memberOfCall(analysis, call);
  if (known) return known.member.throws === 'input' || known.member.parses !== undefined;
  const callee = calleeOf(call);
  const member = asMember(callee);
  if (!member) return callee.type === 'Identifier' && PARSERS.has(callee.name) && !variableOf(moduleOf(callee).bindings, callee);
  const owner = unwrap(member.object);
  return owner.type === 'Identifier' && owner.name === 'JSON' && ['parse', 'stringify'].includes(lastName(callee) ?? '');
}

/** Calls of the language, of the console, and answers: what they throw says nothing of what lies below. */
function isQuiet(analysis: Analysis, call: Call): boolean {
  const callee = calleeOf(call);
  const member = asMember(callee);
  const known = memberOfCall(analysis, call);
  if (known) return known.member.respond !== undefined || (known.library.kind === 'framework' && known.member.returns === 'this');
  if (!member) return QUIET_FUNCTIONS.has(lastName(callee) ?? '');
  const owner = unwrap(member.object);
  const name = lastName(callee) ?? '';
  return (owner.type === 'Identifier' && QUIET_OBJECTS.has(owner.name)) || QUIET_METHODS.has(name) || (LIST_METHODS.has(name) && isList(analysis, owner));
}

/** An array, or what a method gives that only arrays have. */
function isList(analysis: Analysis, node: Expression): boolean {
  const { kind } = analysis.valueOf(node);
  if (kind === 'array' || kind === 'list') return true;
  return isCall(node) && asMember(calleeOf(node)) !== undefined && !memberOfCall(analysis, node) && ['map', 'flatMap', 'filter', 'flat'].includes(lastName(calleeOf(node)) ?? '');
}

const PARSERS = new Set(['RegExp', 'URL', 'URLSearchParams', 'decodeURIComponent', 'decodeURI', 'encodeURIComponent', 'encodeURI', 'BigInt']);
const QUIET_FUNCTIONS = new Set(['String', 'Number', 'Boolean', 'parseInt', 'parseFloat', 'isNaN', 'Date', 'Set', 'Map', 'Array', 'Object']);
const QUIET_OBJECTS = new Set(['Object', 'Number', 'Array', 'Math', 'Date', 'console']);
/** Methods of arrays whose names others have as well. */
const LIST_METHODS = new Set(['find', 'findIndex', 'findLast', 'findLastIndex', 'at', 'keys', 'values', 'entries']);
const QUIET_METHODS = new Set(['trim', 'toLowerCase', 'toUpperCase', 'includes', 'startsWith', 'endsWith', 'test', 'match', 'split', 'join', 'slice', 'some', 'every', 'map', 'filter', 'forEach', 'push', 'has', 'status', 'replace', 'replaceAll', 'padStart', 'padEnd', 'trimStart', 'trimEnd', 'substring', 'charAt', 'repeat', 'concat', 'toString', 'toFixed', 'toISOString', 'indexOf', 'flat', 'flatMap', 'reduce', 'sort']);
