import { cryptoJsDigests } from '../../../src/catalog/hashing/cryptoJs.js';
import type { Declarations } from '../declared.js';

export default {
  library: cryptoJsDigests,
  modules: ['crypto-js/md5', 'crypto-js/sha256', 'crypto-js/hmac-sha256'],
  types: {},
} satisfies Declarations;
