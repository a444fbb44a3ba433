import { nestjsJwt } from '../../../src/catalog/auth/nestjsJwt.js';
import type { Declarations } from '../declared.js';

export default {
  library: nestjsJwt,
  modules: ['@nestjs/jwt'],
  types: {
    JwtModule: "typeof import('@nestjs/jwt').JwtModule",
    JwtServiceClass: "typeof import('@nestjs/jwt').JwtService",
    JwtService: "import('@nestjs/jwt').JwtService",
  },
} satisfies Declarations;
