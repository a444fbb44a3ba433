import { superstruct } from '../../../src/catalog/validation/superstruct.js';
import type { Declarations } from '../declared.js';

export default {
  library: superstruct,
  modules: ['superstruct'],
  types: { Superstruct: "typeof import('superstruct')", Struct: "import('superstruct').Struct<any, any>" },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
