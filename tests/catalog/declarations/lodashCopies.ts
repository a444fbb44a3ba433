import { lodashCopies } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashCopies,
  modules: ['lodash-es/merge'],
  types: {},
} satisfies Declarations;
