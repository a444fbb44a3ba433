import { koaJwt } from '../../../src/catalog/auth/jwtMiddleware.js';
import type { Declarations } from '../declared.js';

export default {
  library: koaJwt,
  modules: ['koa-jwt'],
  types: {},
} satisfies Declarations;
