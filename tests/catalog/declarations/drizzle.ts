import { drizzle } from '../../../src/catalog/databases/drizzle.js';
import type { Declarations } from '../declared.js';

const database = ["import('drizzle-orm/pg-core').PgDatabase<any>", "import('drizzle-orm/mysql-core').MySqlDatabase<any, any>", "import('drizzle-orm/sqlite-core').BaseSQLiteDatabase<'async', any>", "import('drizzle-orm/pg-core').PgTransaction<any>", "import('drizzle-orm/libsql').LibSQLDatabase", "ReturnType<typeof import('drizzle-orm/pg-core').withReplicas>"];
export default {
  library: drizzle,
  modules: [
    'drizzle-orm', 'drizzle-orm/pg-core', 'drizzle-orm/mysql-core', 'drizzle-orm/sqlite-core', 'drizzle-orm/singlestore-core', 'drizzle-orm/node-postgres', 'drizzle-orm/postgres-js', 'drizzle-orm/mysql2', 'drizzle-orm/better-sqlite3', 'drizzle-orm/libsql', 'drizzle-orm/neon-http', 'drizzle-orm/neon-serverless',
    'drizzle-orm/vercel-postgres', 'drizzle-orm/pglite', 'drizzle-orm/planetscale-serverless', 'drizzle-orm/d1',
  ],
  types: {
    Sql: "typeof import('drizzle-orm').sql",
    Fragment: "import('drizzle-orm').SQL",
    Schema: "ReturnType<typeof import('drizzle-orm/pg-core').pgSchema>",
    TableCreator: "ReturnType<typeof import('drizzle-orm/pg-core').pgTableCreator>",
    Database: database,
    Transaction: database,
    RelationalTable: "import('drizzle-orm/pg-core/query-builders/query').RelationalQueryBuilder<any, any>",
    Query: ["import('drizzle-orm').QueryPromise<any>", "import('drizzle-orm/pg-core').PgSelectBase<any, any, any>", "import('drizzle-orm/sqlite-core').SQLiteSelectBase<any, any, any, any>"],
    Prepared: ["import('drizzle-orm/pg-core').PgPreparedQuery<any>", "import('drizzle-orm/sqlite-core').SQLitePreparedQuery<any>"],
    Select: ["import('drizzle-orm/pg-core').PgSelectBuilder<any>", "import('drizzle-orm/pg-core').PgSelectBase<any, any, any>", "import('drizzle-orm/mysql-core').MySqlSelectBase<any, any, any, any>", "import('drizzle-orm/sqlite-core').SQLiteSelectBase<any, any, any, any>"],
    Insert: ["import('drizzle-orm/pg-core').PgInsertBuilder<any, any>", "import('drizzle-orm/mysql-core').MySqlInsertBuilder<any, any, any>", "import('drizzle-orm/pg-core').PgInsertBase<any, any>", "import('drizzle-orm/mysql-core').MySqlInsertBase<any, any, any>"],
    Update: ["import('drizzle-orm/pg-core').PgUpdateBuilder<any, any>", "import('drizzle-orm/pg-core').PgUpdateBase<any, any>", "import('drizzle-orm/mysql-core').MySqlUpdateBase<any, any, any>"],
    Delete: ["import('drizzle-orm/pg-core').PgDeleteBase<any, any>", "import('drizzle-orm/mysql-core').MySqlDeleteBase<any, any, any>"],
  },
} satisfies Declarations;
