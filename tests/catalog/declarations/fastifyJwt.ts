import { fastifyJwt } from '../../../src/catalog/auth/fastifyJwt.js';
import type { Declarations } from '../declared.js';

export default {
  library: fastifyJwt,
  modules: ['@fastify/jwt'],
  types: { Jwt: "import('@fastify/jwt').JWT" },
} satisfies Declarations;
