import { jsSha } from '../../../src/catalog/hashing/fastHashes.js';
import type { Declarations } from '../declared.js';

export default {
  library: jsSha,
  modules: ['js-sha256', 'js-sha512'],
  types: {
    Digest: ["typeof import('js-sha256').sha256", "typeof import('js-sha512').sha512"],
    Hmac: "typeof import('js-sha256').sha256.hmac",
    Hasher: "ReturnType<(typeof import('js-sha256').sha256)['create']>",
  },
  onlyIn: {
    sha1: 'js-sha1',
    sha3_224: 'js-sha3',
    sha3_256: 'js-sha3',
    sha3_384: 'js-sha3',
    sha3_512: 'js-sha3',
    keccak256: 'js-sha3',
    md5: 'js-md5',
  },
} satisfies Declarations;
