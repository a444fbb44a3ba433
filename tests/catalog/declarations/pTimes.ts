import { pTimes } from '../../../src/catalog/utility/promiseHelpers.js';
import type { Declarations } from '../declared.js';

export default {
  library: pTimes,
  modules: ['p-times'],
  types: {},
} satisfies Declarations;
