import { lodashSame } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashSame,
  modules: ['lodash-es/omit'],
  types: {},
} satisfies Declarations;
