import { all, defineLibrary } from '../vocabulary.js';

export const adonisHash = defineLibrary({
  name: 'Adonis hash',
  kind: 'hashing',
  packages: ['@adonisjs/core/services/hash', '@adonisjs/core/hash', '@adonisjs/hash', '@ioc:Adonis/Core/Hash', '@adonisjs/core/types/hash'],
  versions: '5 and 6',
  exports: { default: { type: 'Hash' }, HashService: { type: 'Hash' }, HashManager: { constructs: 'Hash' }, Hash: { constructs: 'Hash' } },
  types: {
    Hash: {
      members: {
        make: { hash: { input: [0], promise: true } },
        verify: { verifies: true },
        use: { returns: 'this' },
        ...all(['needsReHash', 'isValidHash'], { harmless: 'reads a hash' }),
      },
    },
  },
});
