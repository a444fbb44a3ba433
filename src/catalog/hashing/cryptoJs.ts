import { all, defineLibrary } from '../vocabulary.js';

const digests = ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'];
const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3', 'ripemd160'];
const pbkdf2 = {
  // The digest that it takes by itself differs between versions: what the weakest reading of the sheet asks for.
  hash: { input: [0], cost: [{ at: [2, 'iterations'], least: 210_000, unit: 'iterations', source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2' }] },
} as const;

export const cryptoJs = defineLibrary({
  name: 'crypto-js',
  kind: 'hashing',
  packages: ['crypto-js'],
  versions: '3 and 4',
  exports: { default: { type: 'CryptoJS' } },
  types: {
    CryptoJS: {
      members: {
        ...all(digests, { digest: [0] }),
        ...all(digests.map((name) => `Hmac${name}`), { digest: [0], secret: { of: 'HMACs', at: [[1]] } }),
        ...all(['PBKDF2', 'EvpKDF'], pbkdf2),
        algo: { type: 'Algorithms' },
      },
    },
    Algorithms: { members: { ...all(digests, { type: 'Algorithm' }) } },
    Algorithm: { members: { create: { returns: 'Hasher' } } },
    Hasher: { members: { update: { returns: 'this', digest: [0] }, finalize: { digest: [0] } } },
  },
});

/** `import md5 from 'crypto-js/md5'` */
export const cryptoJsDigests = defineLibrary({
  name: 'crypto-js',
  kind: 'hashing',
  packages: [...algorithms, ...algorithms.map((name) => `hmac-${name}`)].flatMap((name) => [`crypto-js/${name}`, `crypto-js/${name}.js`]),
  versions: '3 and 4',
  exports: { default: { digest: [0] } },
  types: {},
});

export const cryptoJsPbkdf2 = defineLibrary({
  name: 'crypto-js',
  kind: 'hashing',
  packages: ['crypto-js/pbkdf2', 'crypto-js/evpkdf'],
  versions: '3 and 4',
  exports: { default: pbkdf2 },
  types: {},
});
