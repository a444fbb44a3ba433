import { postgresJs } from '../../../src/catalog/databases/postgres-js.js';
import type { Declarations } from '../declared.js';

export default {
  library: postgresJs,
  modules: ['postgres'],
  types: {
    Factory: "typeof import('postgres')",
    Sql: ["import('postgres').Sql", "import('postgres').TransactionSql", "import('postgres').ReservedSql"],
    Transaction: "import('postgres').TransactionSql",
    Query: "import('postgres').PendingQuery<any>",
  },
} satisfies Declarations;
