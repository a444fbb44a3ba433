import { expressValidator } from '../../../src/catalog/validation/expressValidator.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressValidator,
  modules: ['express-validator'],
  types: { Chain: "import('express-validator').ValidationChain", Result: "import('express-validator').Result" },
  onlyIn: {
    sanitize: 'express-validator 5',
    sanitizeBody: 'express-validator 5',
    sanitizeQuery: 'express-validator 5',
    sanitizeParam: 'express-validator 5',
    sanitizeCookie: 'express-validator 5',
  },
} satisfies Declarations;
