import { lodashOmit } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashOmit,
  modules: ['lodash-es/omit'],
  types: {},
} satisfies Declarations;
