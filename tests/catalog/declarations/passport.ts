import { passport } from '../../../src/catalog/other/passport.js';
import type { Declarations } from '../declared.js';

export default {
  library: passport,
  modules: ['passport'],
  types: { Passport: "import('passport').Authenticator" },
  onlyIn: { PassportStrategy: '@nestjs/passport', AuthGuard: '@nestjs/passport' },
} satisfies Declarations;
