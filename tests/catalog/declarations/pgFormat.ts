import { pgFormat } from '../../../src/catalog/utility/sqlEscapes.js';
import type { Declarations } from '../declared.js';

export default {
  library: pgFormat,
  modules: ['pg-format'],
  types: { PgFormat: "typeof import('pg-format')" },
} satisfies Declarations;
