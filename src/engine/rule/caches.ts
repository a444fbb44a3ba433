/** What rules ask about caches. */
import { endlessWritesOf } from '../facts/caches.js';
import { staleEntriesOf } from '../facts/stale.js';
import { textOfNode } from '../flow/loops.js';
import { lineOf } from '../modules/parse.js';
import { calleeOf, type Node } from '../syntax/ast.js';
import { lastName } from '../syntax/names.js';
import type { File } from './file.js';
import { describeReach } from './questions.js';

/** A write to a shared cache whose entry never goes. */
export interface EndlessWrite {
  readonly node: Node;
  /** The method, as the code calls it. */
  readonly method: string;
  readonly key: string;
  /** How the library takes an expiry. */
  readonly remedy: string;
}

export function endlessWrites(file: File): EndlessWrite[] {
  return endlessWritesOf(file.analysis, file.module).map(({ call, name, key, library }) => ({ node: call, method: name, key: (key && textOfNode(key)) ?? 'the key', remedy: library.remedy?.expiry ?? 'an expiry of its own' }));
}

/** A write after which a copy in a cache is stale, in words. */
export interface DescribedStale {
  readonly node: Node;
  readonly what: string;
  readonly key: string;
  /** Where the copy is made. */
  readonly line: number;
}

export function staleEntries(file: File): DescribedStale[] {
  return staleEntriesOf(file.analysis, file.module).map(({ write, node, helper, kept, key }) => ({ node, what: helper ? describeReach(lastName(calleeOf(helper)) ?? 'the call', { query: write }) : `\`${write.name}\``, key: spelled(key), line: lineOf(kept) }));
}

/** A key as the code writes it; one that is long is not repeated. */
function spelled(key: Node): string {
  const text = textOfNode(key);
  if (text === undefined) return 'its key';
  return text.includes('`') ? text : `\`${text}\``;
}
