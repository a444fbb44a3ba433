import { all, defineLibrary } from '../vocabulary.js';

export const expressRateLimit = defineLibrary({
  name: 'express-rate-limit',
  kind: 'limiting',
  packages: ['express-rate-limit'],
  versions: '5 to 8',
  exports: { ...all(['default', 'rateLimit'], { returns: 'Limiter' }), RateLimitRequestHandler: { type: 'Limiter' } },
  types: { Limiter: {} },
});
