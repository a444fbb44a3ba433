import { tsoa } from '../../../src/catalog/frameworks/tsoa.js';
import type { Declarations } from '../declared.js';

export default {
  library: tsoa,
  modules: ['@tsoa/runtime'],
  types: { Controller: "import('@tsoa/runtime').Controller", Respond: "import('@tsoa/runtime').TsoaResponse<400, unknown>" },
} satisfies Declarations;
