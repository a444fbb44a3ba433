import { mysql } from '../../../src/catalog/databases/mysql.js';
import type { Declarations } from '../declared.js';

export default {
  library: mysql,
  modules: ['mysql', 'mysql2', 'mysql2/promise'],
  types: {
    Driver: ["typeof import('mysql')", "typeof import('mysql2')"],
    Cluster: "import('mysql2').PoolCluster",
    Pool: ["import('mysql2').Pool", "import('mysql2/promise').Pool"],
    Connection: ["import('mysql2').PoolConnection", "import('mysql2/promise').PoolConnection"],
    Statement: "import('mysql2/promise').PreparedStatementInfo",
  },
  onlyIn: { default: 'the CommonJS module itself' },
} satisfies Declarations;
