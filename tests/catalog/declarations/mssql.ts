import { mssql } from '../../../src/catalog/databases/mssql.js';
import type { Declarations } from '../declared.js';

export default {
  library: mssql,
  modules: ['mssql'],
  types: {
    Driver: "typeof import('mssql')",
    PoolClass: "typeof import('mssql').ConnectionPool",
    Pool: "import('mssql').ConnectionPool",
    RequestClass: "typeof import('mssql').Request",
    Request: "import('mssql').Request",
    TransactionClass: "typeof import('mssql').Transaction",
    Transaction: "import('mssql').Transaction",
    PreparedStatement: "import('mssql').PreparedStatement",
  },
  onlyIn: { default: 'the CommonJS module itself' },
} satisfies Declarations;
