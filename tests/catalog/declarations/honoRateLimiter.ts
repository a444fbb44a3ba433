import { honoRateLimiter } from '../../../src/catalog/limiting/honoRateLimiter.js';
import type { Declarations } from '../declared.js';

export default {
  library: honoRateLimiter,
  modules: ['hono-rate-limiter'],
  types: { Limiter: "import('hono').MiddlewareHandler" },
} satisfies Declarations;
