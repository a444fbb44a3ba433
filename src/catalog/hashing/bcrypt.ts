import { type CostBound, all, defineLibrary } from '../vocabulary.js';

const source = 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#bcrypt';
const rounds = (argument: number): CostBound[] => [{ at: [argument], least: 10, unit: 'rounds', source }];
const callback = { at: -1, params: ['error', 'unknown'], runs: 'now' } as const;

export const bcrypt = defineLibrary({
  name: 'bcrypt',
  kind: 'hashing',
  packages: ['bcrypt', 'bcryptjs', 'bcrypt-nodejs', '@node-rs/bcrypt', 'bcrypt-ts', 'bcrypt-ts/*', 'bcryptjs/*'],
  exports: { default: { type: 'Bcrypt' } },
  types: {
    Bcrypt: {
      members: {
        hash: { hash: { input: [0], cost: rounds(1), promise: true }, callbacks: [callback] },
        hashSync: { hash: { input: [0], cost: rounds(1) } },
        // The salt carries the cost: `hash(password, await genSalt(12))`.
        ...all(['genSalt', 'genSaltSync'], { hash: { input: [0], cost: rounds(0) }, callbacks: [callback] }),
        ...all(['compare', 'verify'], { verifies: true, callbacks: [callback] }),
        ...all(['compareSync', 'verifySync'], { verifies: true }),
        ...all(['getRounds', 'getSalt', 'truncates'], { harmless: 'reads a hash' }),
      },
    },
  },
});
