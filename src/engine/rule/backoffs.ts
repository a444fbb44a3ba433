/** What rules ask about work that is tried again. */
import { lineOf, moduleOf, oneLine } from '../modules/parse.js';
import { type Node, calleeOf, enclosingFunction, isCall, unwrap } from '../syntax/ast.js';
import { walk } from '../syntax/walk.js';
import { goesOn } from '../flow/paths.js';
import type { Attempts } from '../facts/attempts.js';
import { type BackoffFault, backoffFaultsOf } from '../facts/backoffs.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';

export interface FileBackoffFault extends BackoffFault {
  /** The head of the loop, or the call that starts the next attempt. */
  readonly node: Node;
  /** How a message calls what is tried again. */
  readonly what: string;
  /** The time that is the same each time, as the source has it. */
  readonly time: string;
  /** The edit that makes the time grow. */
  readonly edit?: Edit;
}

/** Attempts of the file that wait too little, or go on too long. */
export function backoffFaults(file: File): FileBackoffFault[] {
  return backoffFaultsOf(file.analysis, file.module).map((fault) => {
    const { node } = fault.attempts;
    const edit = fault.kind === 'constantDelay' || fault.kind === 'noDelay' ? editFor(file, fault) : undefined;
    return { ...fault, node: isCall(node) ? node : { ...node, end: node.body.type === 'BlockStatement' && node.type !== 'DoWhileStatement' ? node.body.start : node.start + 2 }, what: whatIsTried(fault.attempts), time: fault.delay ? oneLine(fault.delay, 40) : '', ...(edit && { edit }) };
  });
}

/** The first thing that is waited for in an attempt. */
function whatIsTried({ tried }: Attempts): string {
  let found: Node | undefined;
  walk(tried, (node) => {
    if (!found && node.type === 'AwaitExpression') found = unwrap(node.argument);
    return found === undefined;
  });
  const work = found ?? tried;
  return isCall(work) ? oneLine(calleeOf(work), 40) : oneLine(work, 40);
}

/** `404`, `ValidationError`, or the line of a `throw`. */
export function describeHopeless(node: Node): string {
  return node.type === 'ThrowStatement' ? `the error that line ${String(lineOf(node))} throws` : `what \`${oneLine(node, 60)}\` lets pass`;
}

/** What counts the attempts of a `for` loop up by one. */
function counterOf({ node }: Attempts): string | undefined {
  if (node.type !== 'ForStatement' || node.update?.type !== 'UpdateExpression' || node.update.operator !== '++' || node.update.argument.type !== 'Identifier') return undefined;
  return node.update.argument.name;
}

/** A time that doubles with each attempt, where a counter is at hand: in the place of one that is the same each time, or at the end of the `catch`. */
function editFor(file: File, { attempts, delay }: BackoffFault): Edit | undefined {
  const counter = counterOf(attempts);
  if (counter === undefined) return undefined;
  if (delay) {
    const { text } = moduleOf(delay);
    const inner = unwrap(delay);
    const time = text.slice(delay.start, delay.end);
    return { start: delay.start, end: delay.end, text: `${/^(?:Literal|Identifier|MemberExpression)$/.test(inner.type) ? time : `(${time})`} * 2 ** ${counter}` };
  }
  const attempt = attempts.tried.parent;
  const body = attempt?.type === 'TryStatement' ? attempt.handler?.body : undefined;
  const fn = enclosingFunction(attempts.node);
  if (!body || !fn?.async || !goesOn(file.analysis, body)) return undefined;
  return { start: body.end - 1, end: body.end - 1, text: `await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** ${counter}));\n` };
}
