import { sqlstring } from '../../../src/catalog/utility/sqlEscapes.js';
import type { Declarations } from '../declared.js';

export default {
  library: sqlstring,
  modules: ['sqlstring'],
  types: { SqlString: "typeof import('sqlstring')" },
  onlyIn: { default: 'the CommonJS module itself' },
} satisfies Declarations;
