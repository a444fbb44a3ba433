/** What rules ask about transactions. */
import { moduleOf } from '../modules/parse.js';
import { type HandedTransaction, type OutsideStatement, outsideOf } from '../facts/outside.js';
import type { Transaction } from '../facts/transactions.js';
import { type UnprotectedPair, unprotectedOf } from '../facts/unprotected.js';
import { type Node, calleeOf, isCall } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { Edit } from './createRule.js';
import type { Evidence } from './evidence.js';
import type { File } from './file.js';
import { describeReach, placeOf } from './questions.js';

export type { OutsideStatement } from '../facts/outside.js';

/** A statement beside its transaction, in words, with the edit that puts it into the transaction where one is plain. */
export interface DescribedOutside extends OutsideStatement {
  readonly what: string;
  /** Which transaction is meant: `the transaction of line 12`. */
  readonly around: string;
  readonly remedy: string;
  readonly evidence: readonly Evidence[];
  readonly repair?: { readonly handle: string; readonly edit: Edit };
}

/** Statements that run beside the transaction around them. */
export function statementsOutside(file: File): DescribedOutside[] {
  return outsideOf(file.analysis, file.module).map((outside) => {
    const { client, transaction, helper, query } = outside;
    const { handle } = transaction;
    return {
      ...outside,
      what: helper === undefined ? `\`${query.name}\`` : describeReach(helper, outside),
      around: describeTransaction(transaction),
      remedy: remedyFor(outside),
      evidence: [...('opened' in transaction ? [{ node: transaction.opened, says: 'opens the transaction' }] : []), ...(helper === undefined ? [] : [{ node: query.node, says: `runs \`${query.name}\`` }])],
      ...(client && handle !== undefined && { repair: { handle, edit: { start: client.start, end: client.end, text: handle } } }),
    };
  });
}

function remedyFor({ transaction, helper, query: { library } }: OutsideStatement): string {
  const { handle } = transaction;
  const [option] = library.transactions?.by === 'option' ? (library.transactions.options ?? []) : [];
  if (handle === undefined) return option === undefined ? "take the transaction's own client from the callback (`async (tx) => …`), and run it on that" : `take the handle from the callback, and hand it on as \`${option}\``;
  if (helper !== undefined) return `hand \`${handle}\` to it, and let it use that`;
  return option === undefined ? `run it on \`${handle}\`` : `hand it \`${option === handle ? `{ ${handle} }` : `{ ${option}: ${handle} }`}\``;
}

/** `the transaction of line 12`, `the transaction that \`save\` is handed as \`trx\`` */
function describeTransaction(transaction: Transaction | HandedTransaction): string {
  if (!('opened' in transaction)) return `the transaction that its function is handed as \`${transaction.handle ?? 'a parameter'}\``;
  return `the transaction of line ${lineOf(transaction.opened)}`;
}

function lineOf(node: Node): string {
  return String(moduleOf(node).text.slice(0, node.start).split('\n').length);
}

/** Two writes that may come apart, in words. */
export interface DescribedPair extends UnprotectedPair {
  readonly what: string;
  readonly before: string;
  /** Where it runs outside of a transaction, when it runs in one elsewhere: `` when `place` is run from orders.ts:12``. */
  readonly when: string;
  readonly remedy: string;
  readonly evidence: readonly Evidence[];
}

/** Writes that belong together and have no transaction around them, one pair a function. */
export function unprotectedWrites(file: File): DescribedPair[] {
  return unprotectedOf(file.analysis, file.module).map((pair) => {
    const { first, second, bare } = pair;
    return {
      ...pair,
      what: second.helper === undefined ? `\`${second.query.name}\`` : describeReach(second.helper, second),
      before: `\`${first.query.name}\` (line ${lineOf(first.node)})`,
      when: bare ? ` when \`${lastName(isCall(bare) ? calleeOf(bare) : bare) ?? 'it'}\` is run from ${placeOf(bare)}` : '',
      remedy: second.query.library.transactions?.how ?? 'put both into one transaction',
      evidence: [...wayToWrite(first), ...wayToWrite(second)],
    };
  });
}

function wayToWrite({ node, query, helper }: UnprotectedPair['first']): Evidence[] {
  const writes = `writes with \`${query.name}\``;
  return helper === undefined ? [{ node, says: writes }] : [{ node, says: `calls \`${helper}\`` }, { node: query.node, says: writes }];
}
