import { all, defineLibrary } from '../vocabulary.js';

export const nodeUtil = defineLibrary({
  name: 'node:util',
  kind: 'utility',
  packages: ['util', 'node:util'],
  exports: { default: { type: 'Util' } },
  globals: { TextEncoder: { constructs: 'TextEncoder' } },
  types: { Util: { members: { ...all(['promisify', 'callbackify', 'deprecate'], { passes: [[0]] }), inspect: { passes: [[0]] }, format: { passes: [[0], [1], [2]] }, styleText: { passes: [[1]], colours: true }, ...all(['inherits', 'isDeepStrictEqual'], { harmless: 'a helper' }), TextEncoder: { constructs: 'TextEncoder' } } }, TextEncoder: { members: { encode: { passes: [[0]] } } } },
});
