import { keyv } from '../../../src/catalog/caches/keyv.js';
import type { Declarations } from '../declared.js';

export default {
  library: keyv,
  modules: ['keyv'],
  types: { KeyvClass: "typeof import('keyv').Keyv", Keyv: "import('keyv').Keyv" },
  onlyIn: { createKeyv: '@keyv/redis' },
} satisfies Declarations;
