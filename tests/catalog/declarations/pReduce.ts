import { pReduce } from '../../../src/catalog/utility/promiseHelpers.js';
import type { Declarations } from '../declared.js';

export default {
  library: pReduce,
  modules: ['p-reduce'],
  types: {},
} satisfies Declarations;
