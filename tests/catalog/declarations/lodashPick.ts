import { lodashPick } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashPick,
  modules: ['lodash-es/pick'],
  types: {},
} satisfies Declarations;
