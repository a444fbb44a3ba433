import { pQueue } from '../../../src/catalog/utility/promiseHelpers.js';
import type { Declarations } from '../declared.js';

export default {
  library: pQueue,
  modules: ['p-queue'],
  types: { Queue: "import('p-queue').default" },
} satisfies Declarations;
