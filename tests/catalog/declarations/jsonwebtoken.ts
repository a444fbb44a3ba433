import { jsonwebtoken } from '../../../src/catalog/auth/jsonwebtoken.js';
import type { Declarations } from '../declared.js';

export default {
  library: jsonwebtoken,
  modules: ['jsonwebtoken'],
  types: { Jwt: "typeof import('jsonwebtoken')" },
  onlyIn: { default: 'the module as a whole' },
} satisfies Declarations;
