import { honoJwt } from '../../../src/catalog/auth/honoJwt.js';
import type { Declarations } from '../declared.js';

export default {
  library: honoJwt,
  modules: ['hono/jwt'],
  types: {},
} satisfies Declarations;
