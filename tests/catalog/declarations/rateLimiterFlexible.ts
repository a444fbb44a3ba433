import { rateLimiterFlexible } from '../../../src/catalog/limiting/rateLimiterFlexible.js';
import type { Declarations } from '../declared.js';

export default {
  library: rateLimiterFlexible,
  modules: ['rate-limiter-flexible'],
  types: { Limiter: "import('rate-limiter-flexible').RateLimiterAbstract", Result: "import('rate-limiter-flexible').RateLimiterRes" },
} satisfies Declarations;
