import { ajv } from '../../../src/catalog/validation/ajv.js';
import type { Declarations } from '../declared.js';

export default {
  library: ajv,
  modules: ['ajv'],
  types: { Ajv: "import('ajv').Ajv", Validate: "import('ajv').ValidateFunction" },
} satisfies Declarations;
