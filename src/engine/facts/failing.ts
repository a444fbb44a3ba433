/** What follows a failure: an error that is thrown or answered all the same. */
import { variableOf } from '../binding/scope.js';
import { moduleOf } from '../modules/parse.js';
import { type Expression, type Node, isCall, isFunction, isWithin, unwrap } from '../syntax/ast.js';
import { walkOwn } from '../syntax/walk.js';
import type { Analysis } from '../flow/analysis.js';
import { memberOfCall } from '../flow/invocation.js';
import { goesOn, whatFollows } from '../flow/paths.js';
import { answerAt } from './answers.js';

/** So many statements further is still right after. */
const RIGHT_AFTER = 3;

/**
 * Does code that runs right after a node throw or answer with an error, at least where what was tried has left nothing: `if (!user) throw …`? Also where
 * nothing but the end of blocks and loops lies between.
 * @param attempt the statement that leaves something or nothing
 */
export function failsAfter(analysis: Analysis, node: Node, attempt: Node): boolean {
  const later = whatFollows(analysis, node).filter(({ again, node: piece }) => !again && !isWithin(piece, attempt));
  for (const { node: piece } of later.slice(0, RIGHT_AFTER)) {
    if (piece.type === 'IfStatement' ? isAbsence(piece.test, true, attempt) && fails(analysis, piece.consequent) : fails(analysis, piece)) return true;
    if (!goesOn(analysis, piece)) return false;
  }
  return false;
}

/** Does a statement throw, or answer in a way that speaks of a failure? */
export function fails(analysis: Analysis, statement: Node): boolean {
  let found = false;
  walkOwn(statement, (node) => {
    if (node.type === 'ThrowStatement') found = true;
    else if (node !== statement && (node.type === 'IfStatement' || node.type === 'TryStatement' || isFunction(node))) return false;
    else if (isCall(node)) {
      const member = memberOfCall(analysis, node)?.member;
      const answers = member?.respond !== undefined || answerAt(analysis, node) !== undefined;
      if (member?.httpError || (answers && /\b[45]\d\d\b|err|fail|invalid|not ?found|unauthori[sz]ed|forbidden|denied|missing|login/i.test(moduleOf(node).text.slice(statement.start, statement.end)))) found = true;
    }
    return !found;
  });
  return found;
}

/** Does a test ask whether there is nothing: `!x`, `x === null`, `!x?.length`, `x?.email !== email`, of something that the attempt may have left unset? */
function isAbsence(test: Expression, holds: boolean, attempt: Node): boolean {
  const inner = unwrap(test);
  if (inner.type === 'UnaryExpression' && inner.operator === '!') return isAbsence(inner.argument, !holds, attempt);
  if (inner.type === 'LogicalExpression') return isAbsence(inner.left, holds, attempt) || isAbsence(inner.right, holds, attempt);
  if (inner.type === 'BinaryExpression') {
    const nothing = (side: Node): boolean => (side.type === 'Literal' && (side.value === null || side.value === 0 || side.value === false)) || (side.type === 'Identifier' && side.name === 'undefined');
    if (holds && /^!==?$/.test(inner.operator) && [inner.left, inner.right].some((side) => side.type === 'ChainExpression' && isLeftBy(side, attempt)) && !nothing(inner.left) && !nothing(inner.right)) return true;
    return /^===?$/.test(inner.operator) === holds && /^[!=]==?$/.test(inner.operator) && (nothing(inner.right) || nothing(inner.left)) && isLeftBy(inner, attempt);
  }
  return !holds && isLeftBy(inner, attempt);
}

/** Is a variable in it written in the attempt? */
function isLeftBy(test: Node, attempt: Node): boolean {
  let left = false;
  walkOwn(test, (node) => {
    if (node.type !== 'Identifier') return !left;
    const definitions = variableOf(moduleOf(node).bindings, node)?.definitions ?? [];
    if (definitions.some((each) => ('from' in each && isWithin(each.from, attempt)) || (each.kind === 'changed' && isWithin(each.node, attempt)))) left = true;
    return !left;
  });
  return left;
}
