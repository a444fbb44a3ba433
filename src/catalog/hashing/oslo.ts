import { all, defineLibrary } from '../vocabulary.js';

export const oslo = defineLibrary({
  name: 'Oslo',
  kind: 'hashing',
  packages: ['oslo/password', 'lucia'],
  exports: { ...all(['Argon2id', 'Scrypt', 'Bcrypt', 'LegacyScrypt'], { constructs: 'Hasher' }) },
  types: {
    Hasher: {
      members: {
        hash: { hash: { input: [0], promise: true } },
        verify: { verifies: true },
      },
    },
  },
});
