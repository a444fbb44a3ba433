import { lodashFp } from '../../../src/catalog/utility/lodash.js';
import type { Declarations } from '../declared.js';

export default {
  library: lodashFp,
  modules: ['lodash/fp'],
  types: { Functional: "import('lodash/fp').LoDashFp" },
} satisfies Declarations;
