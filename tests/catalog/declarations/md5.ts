import { md5 } from '../../../src/catalog/hashing/fastHashes.js';
import type { Declarations } from '../declared.js';

export default {
  library: md5,
  modules: ['md5'],
  types: {},
} satisfies Declarations;
