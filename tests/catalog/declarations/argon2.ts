import { argon2 } from '../../../src/catalog/hashing/argon2.js';
import type { Declarations } from '../declared.js';

export default {
  library: argon2,
  modules: ['argon2', '@node-rs/argon2'],
  types: { Argon2: ["typeof import('argon2')", "typeof import('@node-rs/argon2')"] },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
