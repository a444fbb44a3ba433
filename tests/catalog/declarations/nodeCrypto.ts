import { nodeCrypto } from '../../../src/catalog/hashing/nodeCrypto.js';
import type { Declarations } from '../declared.js';

export default {
  library: nodeCrypto,
  modules: ['node:crypto'],
  types: {
    Crypto: "typeof import('node:crypto')",
    Hash: ["import('node:crypto').Hash", "import('node:crypto').Hmac"],
    WebCrypto: "import('node:crypto').webcrypto.Crypto",
    Subtle: "import('node:crypto').webcrypto.SubtleCrypto",
  },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
