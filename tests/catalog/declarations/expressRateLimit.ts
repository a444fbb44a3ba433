import { expressRateLimit } from '../../../src/catalog/limiting/expressRateLimit.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressRateLimit,
  modules: ['express-rate-limit'],
  types: { Limiter: "import('express-rate-limit').RateLimitRequestHandler" },
} satisfies Declarations;
