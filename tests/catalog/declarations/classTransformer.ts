import { classTransformer } from '../../../src/catalog/validation/classValidator.js';
import type { Declarations } from '../declared.js';

export default {
  library: classTransformer,
  modules: ['class-transformer'],
  types: {},
} satisfies Declarations;
