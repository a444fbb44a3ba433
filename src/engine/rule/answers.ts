/** What rules ask about answering twice. */
import { argumentsOf, calleeOf, type Expression, isCall, type Node, parentOf, unwrap, wrapped } from '../syntax/ast.js';
import { lastName, propertyName } from '../syntax/names.js';
import { lineOf } from '../modules/parse.js';
import { type Answer, type DoubleAnswer, doubleAnswersOf } from '../facts/answers.js';
import { answersAndPassesOn } from '../facts/errorHandlers.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';

/** Paths of the file on which a request is answered twice, but for error handlers that pass on what they have answered. */
export function doubleAnswers(file: File): DoubleAnswer[] {
  return doubleAnswersOf(file.analysis, file.module).filter((double) => !answersAndPassesOn(file.analysis, double));
}

/** `` `res.json(…)` (line 12) ``, `` the `throw` (line 12) `` */
export function describeAnswer(answer: Answer | Node): string {
  const node = 'how' in answer ? answer.node : answer;
  const line = `(line ${String(lineOf(node))})`;
  return 'how' in answer ? `\`${nameOfAnswer(answer)}\` ${line}` : `the \`throw\` ${line}`;
}

/** `res.status(…).json(…)`, without the arguments. */
export function nameOfAnswer({ node, how }: Answer): string {
  return how === 'passesOn' && argumentsOf(node).length < 2 ? `${spelled(calleeOf(node))}()` : spelled(node);
}

/** Names and calls, the arguments left out. */
function spelled(node: Expression): string {
  const inner = unwrap(node);
  if (isCall(inner)) return `${spelled(calleeOf(inner))}(${argumentsOf(inner).length === 0 ? '' : '…'})`;
  if (inner.type === 'MemberExpression') return `${spelled(inner.object)}.${propertyName(inner) ?? '…'}`;
  return lastName(inner) ?? '…';
}

/** The lines of nodes: `3`, `3 and 8`, `3, 8 and 12`. */
export function linesOf(answers: readonly Answer[]): string {
  const lines = [...new Set(answers.map(({ node }) => lineOf(node)))];
  return lines.length < 2 ? lines.join('') : `${lines.slice(0, -1).join(', ')} and ${lines.at(-1) ?? ''}`;
}

/** The edit that returns an answer, where it is a statement by itself. */
export function returnEdit({ node }: Answer): Edit | undefined {
  const outer = wrapped(node);
  const holder = parentOf(outer);
  const statement = holder?.type === 'AwaitExpression' ? parentOf(holder) : holder;
  return statement?.type === 'ExpressionStatement' ? { start: statement.start, end: statement.start, text: 'return ' } : undefined;
}
