import { fastifyRateLimit } from '../../../src/catalog/limiting/fastifyRateLimit.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifyRateLimit,
  modules: ['@fastify/rate-limit'],
  types: {},
} satisfies Declarations;
