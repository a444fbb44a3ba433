import { typebox } from '../../../src/catalog/validation/typebox.js';
import type { Declarations } from '../declared.js';

export default {
  library: typebox,
  modules: ['@sinclair/typebox', '@sinclair/typebox/value', '@sinclair/typebox/compiler'],
  types: {
    Type: "typeof import('@sinclair/typebox').Type",
    Value: "typeof import('@sinclair/typebox/value').Value",
    Compiler: "typeof import('@sinclair/typebox/compiler').TypeCompiler",
    Compiled: "import('@sinclair/typebox/compiler').TypeCheck<import('@sinclair/typebox').TSchema>",
  },
  onlyIn: {
    default: 'typebox 1',
    'Type.Numeric': 'elysia',
  },
} satisfies Declarations;
