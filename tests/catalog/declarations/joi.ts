import { joi } from '../../../src/catalog/validation/joi.js';
import type { Declarations } from '../declared.js';

export default {
  library: joi,
  modules: ['joi', 'celebrate'],
  types: { Joi: "import('joi').Root", Schema: ["import('joi').NumberSchema", "import('joi').StringSchema", "import('joi').ObjectSchema", "import('joi').ArraySchema", "import('joi').AlternativesSchema"] },
  onlyIn: {
    'Joi.lazy': 'joi 15',
    'Joi.validate': 'joi 15',
    'Joi.Schema': 'a type of the namespace',
    'Joi.ObjectSchema': 'a type of the namespace',
    'Joi.AnySchema': 'a type of the namespace',
  },
} satisfies Declarations;
