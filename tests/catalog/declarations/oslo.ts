import { oslo } from '../../../src/catalog/hashing/oslo.js';
import type { Declarations } from '../declared.js';

export default {
  library: oslo,
  modules: ['oslo/password'],
  types: { Hasher: "import('oslo/password').PasswordHashingAlgorithm" },
  onlyIn: {
    LegacyScrypt: 'lucia',
  },
} satisfies Declarations;
