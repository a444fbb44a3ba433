import { cryptoJsPbkdf2 } from '../../../src/catalog/hashing/cryptoJs.js';
import type { Declarations } from '../declared.js';

export default {
  library: cryptoJsPbkdf2,
  modules: [],
  types: {},
  onlyIn: {
    default: 'crypto-js/pbkdf2 is a function',
  },
} satisfies Declarations;
