import { classValidator } from '../../../src/catalog/validation/classValidator.js';
import type { Declarations } from '../declared.js';

export default {
  library: classValidator,
  modules: ['class-validator'],
  types: {},
} satisfies Declarations;
