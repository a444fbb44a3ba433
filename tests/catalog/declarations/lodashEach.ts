import { lodashEach } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashEach,
  modules: ['lodash-es/map', 'lodash-es/forEach'],
  types: {},
} satisfies Declarations;
