import { fastifySession } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifySession,
  modules: ['@fastify/session'],
  types: {},
} satisfies Declarations;
