import { betterSqlite3 } from '../../../src/catalog/databases/better-sqlite3.js';
import type { Declarations } from '../declared.js';

export default {
  library: betterSqlite3,
  modules: ['better-sqlite3'],
  types: {
    DatabaseClass: "typeof import('better-sqlite3')",
    Database: "import('better-sqlite3').Database",
    Statement: "import('better-sqlite3').Statement",
  },
} satisfies Declarations;
