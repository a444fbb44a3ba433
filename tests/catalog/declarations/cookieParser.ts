import { cookieParser } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: cookieParser,
  modules: ['cookie-parser'],
  types: {},
} satisfies Declarations;
