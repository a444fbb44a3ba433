import { cryptoJs } from '../../../src/catalog/hashing/cryptoJs.js';
import type { Declarations } from '../declared.js';

export default {
  library: cryptoJs,
  modules: ['crypto-js'],
  types: {
    CryptoJS: "typeof import('crypto-js')",
    Algorithms: "typeof import('crypto-js').algo",
    Algorithm: "typeof import('crypto-js').algo.SHA256",
    Hasher: "ReturnType<(typeof import('crypto-js').algo.SHA256)['create']>",
  },
} satisfies Declarations;
