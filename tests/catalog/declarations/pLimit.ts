import { pLimit } from '../../../src/catalog/utility/promiseHelpers.js';
import type { Declarations } from '../declared.js';

export default {
  library: pLimit,
  modules: ['p-limit'],
  types: { Limit: "import('p-limit').LimitFunction" },
} satisfies Declarations;
