import { createRule, passwordFaults } from '#engine';

export const noUnhashedPassword = createRule<'plaintext' | 'unawaitedHash' | 'fastHash' | 'weakCost' | 'plaintextCompare', object>({
  name: 'no-unhashed-password',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow storing, comparing or digesting passwords without a password hash', category: 'security', preset: 'recommended' },
    messages: {
      plaintext: '`{{ field }}` is stored as it came by `{{ target }}`. Hash it first with bcrypt, scrypt or argon2: a leaked table of plain passwords cannot be taken back.',
      unawaitedHash: 'The hash of `{{ field }}` is a promise that nobody awaits, so `{{ target }}` does not store the hash. Write `await` before it.',
      fastHash: '{{ algorithm }} of `{{ field }}` is made to be fast, and so is guessing. Use bcrypt, scrypt or argon2 for passwords.',
      weakCost: '{{ cost }} {{ unit }} is too little for {{ library }}: use at least {{ least }} (OWASP Password Storage Cheat Sheet).',
      plaintextCompare: '`{{ field }}` is compared as plain text, so it is stored as plain text. Store a hash, and check it with the library\'s `compare` or `verify`.',
    },
    schema: {},
  },
  defaultOptions: {},
  *check(file) {
    for (const fault of passwordFaults(file)) {
      const { node } = fault;
      switch (fault.kind) {
        case 'plaintext':
          yield { node, messageId: fault.promise ? 'unawaitedHash' : 'plaintext', data: { field: fault.field, target: fault.target } };
          break;
        case 'fastHash':
          yield { node, messageId: 'fastHash', data: { field: fault.field, algorithm: fault.algorithm } };
          break;
        case 'weakCost':
          yield { node, messageId: 'weakCost', data: { cost: String(fault.cost), least: String(fault.least), unit: fault.unit, library: fault.library } };
          break;
        case 'plaintextCompare':
          yield { node, messageId: 'plaintextCompare', data: { field: fault.field } };
      }
    }
  },
});
