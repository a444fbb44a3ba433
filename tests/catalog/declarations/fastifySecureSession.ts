import { fastifySecureSession } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifySecureSession,
  modules: ['@fastify/secure-session'],
  types: {},
} satisfies Declarations;
