import { axiosRetry } from '../../../src/catalog/retry/retries.js';
import type { Declarations } from '../declared.js';

export default {
  library: axiosRetry,
  modules: ['axios-retry'],
  types: {},
} satisfies Declarations;
