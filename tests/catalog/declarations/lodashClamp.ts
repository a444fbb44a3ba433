import { lodashClamp } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashClamp,
  modules: ['lodash-es/clamp'],
  types: {},
} satisfies Declarations;
