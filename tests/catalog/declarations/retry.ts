import { retryLibrary } from '../../../src/catalog/retry/retries.js';
import type { Declarations } from '../declared.js';

export default {
  library: retryLibrary,
  modules: ['retry'],
  types: { Operation: "import('retry').RetryOperation" },
} satisfies Declarations;
