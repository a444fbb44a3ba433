import { all, defineLibrary } from '../vocabulary.js';

export const arktype = defineLibrary({
  name: 'ArkType',
  kind: 'validation',
  packages: ['arktype'],
  versions: '2',
  // A bound stands inside a string here: `'1 <= number <= 100'`.
  exports: { type: { returns: 'Type', defines: { fields: [0] } } },
  types: {
    Type: {
      call: { parses: { input: [0] } },
      members: {
        ...all(['assert', 'from'], { parses: { input: [0] } }),
        allows: { harmless: 'a test' },
        ...all(['atMost', 'lessThan', 'atMostLength', 'narrow'], { returns: 'this', bounds: 'max' }),
        ...all(['pipe', 'and', 'or', 'default', 'optional', 'atLeast', 'array', 'pick', 'omit', 'partial', 'required'], { returns: 'this' }),
      },
    },
  },
});
