import { yup } from '../../../src/catalog/validation/yup.js';
import type { Declarations } from '../declared.js';

export default {
  library: yup,
  modules: ['yup'],
  types: { Yup: "typeof import('yup')", Schema: ["import('yup').NumberSchema", "import('yup').StringSchema", "import('yup').ObjectSchema<any>", "import('yup').ArraySchema<any, any>"] },
  onlyIn: {
    default: 'the module as a whole',
  },
} satisfies Declarations;
