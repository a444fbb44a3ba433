import { arktype } from '../../../src/catalog/validation/arktype.js';
import type { Declarations } from '../declared.js';

export default {
  library: arktype,
  modules: ['arktype'],
  types: { Type: ["import('arktype').Type<number>", "import('arktype').Type<string>", "import('arktype').Type<{ a: 1 }>"] },
} satisfies Declarations;
