import { defineLibrary } from '../vocabulary.js';

export const honoRateLimiter = defineLibrary({
  name: 'hono-rate-limiter',
  kind: 'limiting',
  packages: ['hono-rate-limiter'],
  exports: { rateLimiter: { returns: 'Limiter' } },
  types: { Limiter: {} },
});
