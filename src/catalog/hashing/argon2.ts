import { type CostBound, all, defineLibrary } from '../vocabulary.js';

const cost: CostBound[] = [
  { at: [1, 'memoryCost'], least: 7168, unit: 'KiB of memory', source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id' },
];

export const argon2 = defineLibrary({
  name: 'argon2',
  kind: 'hashing',
  packages: ['argon2', '@node-rs/argon2', 'argon2-browser'],
  exports: { default: { type: 'Argon2' } },
  types: {
    Argon2: {
      members: {
        ...all(['hash', 'hashRaw'], { hash: { input: [0], cost, promise: true } }),
        ...all(['hashSync', 'hashRawSync'], { hash: { input: [0], cost } }),
        ...all(['verify', 'verifySync'], { verifies: true }),
        needsRehash: { harmless: 'reads a hash' },
      },
    },
  },
});
