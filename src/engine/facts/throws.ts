/** What a piece of code may throw. */
import { type Call, type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, unwrap } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import { walk } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { calledFunction, memberOfCall } from '../flow/invocation.js';

/**
 * Does code throw, and only errors that the app made with a fixed text? `false` where it also calls something that may throw by itself:
 * a library, or a function that cannot be followed.
 */
export function throwsFixedTexts(analysis: Analysis, code: Node): boolean {
  let throws = 0;
  let unknown = 0;
  walk(code, (node) => {
    if (node.type === 'ThrowStatement') {
      const error = unwrap(node.argument);
      throws++;
      if (!isCall(error) || !argumentsOf(error).every((each) => isFixed(analysis, each))) unknown++;
    } else if (node.type === 'AwaitExpression' && !isCall(unwrap(node.argument))) unknown++;
    else if (isCall(node) && node.parent?.type !== 'ThrowStatement' && !isQuiet(analysis, node)) {
      const fn = calledFunction(analysis, node);
      if (fn && analysis.once<boolean>('fixedTexts', fn, true, () => throwsFixedTexts(analysis, fn))) throws++;
      else unknown++;
    }
    return undefined;
  });
  return throws > 0 && unknown === 0;
}

function isFixed(analysis: Analysis, node: Node): boolean {
  const inner = unwrap(node as Expression);
  if (inner.type === 'ObjectExpression') return inner.properties.every((each) => each.type === 'Property' && isFixed(analysis, each.value as Node));
  return analysis.valueOf(inner).kind === 'literal';
}

/** Calls of the language, of the console, and answers: what they throw says nothing of what lies below. */
function isQuiet(analysis: Analysis, call: Call): boolean {
  const callee = calleeOf(call);
  const member = asMember(callee);
  const known = memberOfCall(analysis, call);
  if (known) return known.member.respond !== undefined;
  if (!member) return QUIET_FUNCTIONS.has(lastName(callee) ?? '');
  const owner = unwrap(member.object);
  return (owner.type === 'Identifier' && QUIET_OBJECTS.has(owner.name)) || QUIET_METHODS.has(lastName(callee) ?? '');
}

const QUIET_FUNCTIONS = new Set(['String', 'Number', 'Boolean', 'parseInt', 'parseFloat', 'isNaN', 'Date', 'Set', 'Map']);
const QUIET_OBJECTS = new Set(['Object', 'Number', 'Array', 'Math', 'Date', 'console']);
const QUIET_METHODS = new Set(['trim', 'toLowerCase', 'toUpperCase', 'includes', 'startsWith', 'endsWith', 'test', 'match', 'split', 'join', 'slice', 'some', 'every', 'map', 'filter', 'forEach', 'push', 'has', 'status']);
