import { pMap } from '../../../src/catalog/utility/promiseHelpers.js';
import type { Declarations } from '../declared.js';

export default {
  library: pMap,
  modules: ['p-map', 'p-each-series', 'p-map-series', 'p-filter', 'p-props'],
  types: {},
} satisfies Declarations;
