import { slonik } from '../../../src/catalog/databases/slonik.js';
import type { Declarations } from '../declared.js';

export default {
  library: slonik,
  modules: ['slonik'],
  types: {
    Sql: "import('slonik').SqlTaggedTemplate",
    Methods: "import('slonik').DatabasePoolConnection",
    Transaction: "import('slonik').DatabaseTransactionConnection",
    Pool: "import('slonik').DatabasePool",
  },
} satisfies Declarations;
