/** What rules ask about caches. */
import { endlessWritesOf } from '../facts/caches.js';
import { textOfNode } from '../flow/loops.js';
import type { Node } from '../syntax/ast.js';
import type { File } from './file.js';

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
