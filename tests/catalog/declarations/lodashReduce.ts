import { lodashReduce } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashReduce,
  modules: ['lodash-es/reduce'],
  types: {},
} satisfies Declarations;
