import { all, defineLibrary } from '../vocabulary.js';

export const nodeUtil = defineLibrary({
  name: 'node:util',
  kind: 'utility',
  packages: ['util', 'node:util'],
  exports: { default: { type: 'Util' } },
  types: { Util: { members: { ...all(['promisify', 'callbackify', 'deprecate'], { passes: [[0]] }), ...all(['inspect', 'format', 'inherits', 'isDeepStrictEqual'], { harmless: 'a helper' }) } } },
});
