import { zod } from '../../../src/catalog/validation/zod.js';
import type { Declarations } from '../declared.js';

export default {
  library: zod,
  modules: ['zod'],
  types: { Zod: ["typeof import('zod')", "typeof import('zod/mini')"], Schema: ["import('zod').ZodNumber", "import('zod').ZodString", "import('zod').ZodObject", "import('zod/v3').ZodNumber", "import('zod/v3').ZodObject<any>"] },
  onlyIn: {
    AnyZodObject: 'zod 3',
    'Schema.ip': 'zod 3',
    'Zod.ZodSchema': 'a type of the namespace',
    'Zod.ZodTypeAny': 'a type of the namespace',
    'Zod.AnyZodObject': 'a type of the namespace',
  },
} satisfies Declarations;
