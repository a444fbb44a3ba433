import { expressSession } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressSession,
  modules: ['express-session'],
  types: {},
} satisfies Declarations;
