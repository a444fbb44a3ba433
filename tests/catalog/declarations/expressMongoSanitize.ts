import { expressMongoSanitize } from '../../../src/catalog/validation/operatorFilters.js';
import type { Declarations } from '../declared.js';

export default {
  library: expressMongoSanitize,
  modules: ['express-mongo-sanitize'],
  types: {},
} satisfies Declarations;
