import { expressJwt } from '../../../src/catalog/auth/jwtMiddleware.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressJwt,
  modules: ['express-jwt'],
  types: {},
  onlyIn: { default: 'express-jwt 6', expressJwt: 'express-jwt 6' },
} satisfies Declarations;
