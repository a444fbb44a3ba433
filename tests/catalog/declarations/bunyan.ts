import { bunyan } from '../../../src/catalog/logging/bunyan.js';
import type { Declarations } from '../declared.js';

export default {
  library: bunyan,
  modules: ['bunyan'],
  types: { Bunyan: "typeof import('bunyan')", Logger: "import('bunyan')" },
} satisfies Declarations;
