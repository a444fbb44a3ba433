import { fastifyCookie } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifyCookie,
  modules: ['@fastify/cookie'],
  types: {},
} satisfies Declarations;
