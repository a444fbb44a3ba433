/** What rules ask about what is done before a transaction is committed. */
import { type EarlyEffect, earlyEffectsOf } from '../facts/effects.js';
import { lineOf } from '../modules/parse.js';
import { type Call, asMember, calleeOf } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Evidence } from './evidence.js';
import type { File } from './file.js';
import { placeOf } from './questions.js';

/** Something that is brought about too early, in words. */
export interface DescribedEffect extends EarlyEffect {
  readonly what: string;
  readonly does: string;
  /** Which transaction is meant. */
  readonly around: string;
  readonly remedy: string;
  readonly evidence: readonly Evidence[];
}

const DOES = { mail: 'sends mail', message: 'sends a message', job: 'adds a job to a queue', event: 'emits an event', request: 'calls another service', file: 'changes a stored file' } as const satisfies Record<EarlyEffect['effect'], string>;

export function earlyEffects(file: File): DescribedEffect[] {
  return earlyEffectsOf(file.analysis, file.module).map((early) => {
    const { call, effect, helper, transaction } = early;
    const name = `\`${nameOf(call)}\``;
    return {
      ...early,
      what: helper ? `\`${lastName(calleeOf(helper)) ?? 'the call'}\` (which reaches ${name} at ${placeOf(call)})` : name,
      does: DOES[effect],
      around: transaction ? `the transaction of line ${String(lineOf(transaction.opened))}` : 'the transaction that a decorator opens around it',
      remedy: transaction?.library.transactions?.afterwards ?? 'do it after the commit',
      evidence: [...(transaction ? [{ node: transaction.opened, says: 'opens the transaction' }] : []), ...(helper ? [{ node: call, says: DOES[effect] }] : [])],
    };
  });
}

/** `mailer.sendMail` */
function nameOf(call: Call): string {
  const callee = calleeOf(call);
  const object = asMember(callee)?.object;
  return [object && lastName(object), lastName(callee)].filter((part) => part !== undefined).join('.');
}
