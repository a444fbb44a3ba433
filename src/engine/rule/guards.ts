/** What rules ask about guards and the order in which they run. */
import { moduleOf } from '../modules/parse.js';
import { areBeside, type GuardFault, guardFaultsOf } from '../facts/guardOrder.js';
import { nameOfStep } from '../facts/roleGuards.js';
import type { Edit } from './createRule.js';
import type { File } from './file.js';

/** A fault in words. */
export interface DescribedGuard extends GuardFault {
  readonly guard: string;
  readonly otherName: string | undefined;
  /** Where both stand in one list: the edits that put each in the other's place. */
  readonly edits?: readonly Edit[];
}

/** Guards that ask for a role too early, too late, or of somebody whom nothing finds. */
export function guardFaults(file: File): DescribedGuard[] {
  return guardFaultsOf(file.analysis, file.module).map((fault) => {
    const { node, other } = fault;
    const described = { ...fault, guard: nameOfStep(node, 'this guard'), otherName: other && nameOfStep(other, fault.kind === 'before' ? 'what finds it out' : 'the handler') };
    if (!other || !areBeside(node, other)) return described;
    const textOf = ({ start, end }: GuardFault['node']): string => moduleOf(node).text.slice(start, end);
    return { ...described, edits: [{ start: node.start, end: node.end, text: textOf(other) }, { start: other.start, end: other.end, text: textOf(node) }] };
  });
}
