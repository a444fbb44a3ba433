import { ironSession } from '../../../src/catalog/auth/sessions.js';
import type { Declarations } from '../declared.js';

export default {
  library: ironSession,
  modules: ['iron-session'],
  types: {},
  onlyIn: { withIronSessionApiRoute: 'iron-session 6', withIronSessionSsr: 'iron-session 6', ironSession: 'iron-session 6' },
} satisfies Declarations;
