import { pRetry } from '../../../src/catalog/retry/retries.js';
import type { Declarations } from '../declared.js';

export default {
  library: pRetry,
  modules: ['p-retry', 'async-retry'],
  types: {},
  onlyIn: {
    backOff: 'exponential-backoff',
    retry: 'ts-retry-promise',
  },
} satisfies Declarations;
