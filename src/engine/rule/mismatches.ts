/** What rules ask about statuses that do not fit their bodies. */
import { memberOf } from '../match/catalogue.js';
import { type Expression, type Node, argumentsOf, asMember, calleeOf, isCall, isWithin, parentOf } from '../syntax/ast.js';
import { memberOfCall } from '../flow/invocation.js';
import { type Mismatch, mismatchesOf } from '../facts/mismatches.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';

export interface FileMismatch extends Mismatch {
  /** The status that would fit, and the edit that sends it. */
  readonly repair?: { readonly status: number; readonly edit: Edit };
}

/** The file's answers whose status and body contradict each other. */
export function statusMismatches(file: File): FileMismatch[] {
  return mismatchesOf(file.analysis, file.module).map((mismatch) => {
    const fitting = mismatch.kind === 'failure' ? mismatch.outcome?.fitting : mismatch.status === 304 ? undefined : 200;
    const edit = fitting === undefined ? undefined : editFor(file, mismatch, String(fitting));
    return { ...mismatch, ...(edit && fitting !== undefined && { repair: { status: fitting, edit } }) };
  });
}

/** `with 200`, or that nothing sets a status. */
export function describeStatus({ statuses, status }: Mismatch): string {
  if (!statuses.stated) return 'as a success, since nothing sets a status';
  return statuses.values.length > 1 ? `with ${String(status)} in some cases` : `with ${String(status)}`;
}

function blockOf(node: Node): Node | undefined {
  let at = parentOf(node);
  while (at && at.type !== 'BlockStatement') at = parentOf(at);
  return at;
}

/** Another number where the status is written out, or one where none is; `undefined` where the place for it is not in plain sight. */
function editFor(file: File, { statuses, response }: Mismatch, status: string): Edit | undefined {
  const { stated } = statuses;
  if (stated) {
    const inHand = statuses.all && statuses.values.length === 1 && (isWithin(stated, response.node) || blockOf(stated) === blockOf(response.node));
    return inHand ? { start: stated.start, end: stated.end, text: status } : undefined;
  }
  const { node } = response;
  if (!isCall(node)) return undefined;
  const callee = memberOfCall(file.analysis, node);
  const object = asMember(calleeOf(node))?.object;
  const slot = callee?.member.respond?.status;
  const args = argumentsOf(node);
  if (typeof slot === 'object' && args.length === slot[0]) return { start: (args.at(-1) as Expression).end, end: (args.at(-1) as Expression).end, text: slot.length === 1 ? `, ${status}` : `, { ${slot.slice(1).join(': { ')}: ${status} }` };
  const receiver = callee?.receiver;
  const method = receiver && ['status', 'code'].find((name) => {
    const member = memberOf(receiver.library, receiver.type, name);
    return member?.setsStatus !== undefined && member.returns === 'this';
  });
  return object && method !== undefined ? { start: object.end, end: object.end, text: `.${method}(${status})` } : undefined;
}
