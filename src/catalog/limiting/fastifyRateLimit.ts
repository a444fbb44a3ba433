import { all, defineLibrary } from '../vocabulary.js';

export const fastifyRateLimit = defineLibrary({
  name: '@fastify/rate-limit',
  kind: 'limiting',
  packages: ['@fastify/rate-limit', 'fastify-rate-limit'],
  versions: '5 to 11',
  exports: { ...all(['default', 'fastifyRateLimit'], { everywhereUnless: [1, 'global'] }) },
  types: {},
});
