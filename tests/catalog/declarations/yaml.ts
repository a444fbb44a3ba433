import { yaml } from '../../../src/catalog/utility/parsers.js';
import type { Declarations } from '../declared.js';

export default {
  library: yaml,
  modules: ['yaml'],
  types: {},
} satisfies Declarations;
