import { httpErrors } from '../../../src/catalog/other/httpErrors.js';
import type { Declarations } from '../declared.js';

export default {
  library: httpErrors,
  modules: ['http-errors'],
  types: { HttpErrors: "typeof import('http-errors')", HttpError: "import('http-errors').HttpError" },
  onlyIn: {
    'HttpErrors.NetworkAuthenticationRequired': 'the package itself; the declarations misspell it',
  },
} satisfies Declarations;
