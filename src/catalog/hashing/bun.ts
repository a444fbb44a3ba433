import { type CostBound, all, defineLibrary } from '../vocabulary.js';

const sheet = 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html';
const cost: CostBound[] = [
  { at: [1, 'cost'], least: 10, unit: 'rounds', source: `${sheet}#bcrypt` },
  { at: [1, 'memoryCost'], least: 7168, unit: 'KiB of memory', source: `${sheet}#argon2id` },
];

export const bun = defineLibrary({
  name: 'Bun',
  kind: 'hashing',
  packages: ['bun'],
  exports: { default: { type: 'Bun' } },
  globals: { Bun: { type: 'Bun' } },
  types: {
    Bun: {
      members: {
        password: { type: 'Password' },
        ...all(['hash', 'sha'], { digest: [0] }),
        CryptoHasher: { constructs: 'Hasher' },
        ...all(['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512'], { type: 'HashClass' }),
      },
    },
    Password: {
      members: {
        hash: { hash: { input: [0], cost, promise: true } },
        hashSync: { hash: { input: [0], cost } },
        ...all(['verify', 'verifySync'], { verifies: true }),
      },
    },
    HashClass: { construct: { returns: 'Hasher' }, members: { hash: { digest: [0] } } },
    Hasher: { members: { update: { returns: 'this', digest: [0] }, digest: { harmless: 'ends a digest' } } },
  },
});
