import { objectHash } from '../../../src/catalog/hashing/fastHashes.js';
import type { Declarations } from '../declared.js';

export default {
  library: objectHash,
  modules: ['object-hash'],
  types: { ObjectHash: "typeof import('object-hash')" },
} satisfies Declarations;
