import { jwtSimple } from '../../../src/catalog/auth/jwtSimple.js';
import type { Declarations } from '../declared.js';

export default {
  library: jwtSimple,
  modules: ['jwt-simple'],
  types: { Jwt: "typeof import('jwt-simple')" },
  onlyIn: { default: 'the module as a whole' },
} satisfies Declarations;
