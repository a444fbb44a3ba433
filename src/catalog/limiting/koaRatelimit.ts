import { defineLibrary } from '../vocabulary.js';

export const koaRatelimit = defineLibrary({
  name: 'koa-ratelimit',
  kind: 'limiting',
  packages: ['koa-ratelimit'],
  versions: '4 to 6',
  exports: { default: { returns: 'Limiter' } },
  types: { Limiter: {} },
});
