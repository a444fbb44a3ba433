import { kysely } from '../../../src/catalog/databases/kysely.js';
import type { Declarations } from '../declared.js';

export default {
  library: kysely,
  modules: ['kysely'],
  types: {
    KyselyClass: "typeof import('kysely').Kysely",
    Kysely: ["import('kysely').Kysely<any>", "import('kysely').ControlledTransaction<any>"],
    Transaction: "import('kysely').ControlledTransaction<any>",
    Controlled: "import('kysely').ControlledTransactionBuilder<any>",
    Connection: "import('kysely').ConnectionBuilder<any>",
    Scope: "import('kysely').TransactionBuilder<any>",
    Sql: "import('kysely').Sql",
    Raw: "import('kysely').RawBuilder<any>",
    QueryBuilder: ["import('kysely').SelectQueryBuilder<any, any, any>", "import('kysely').InsertQueryBuilder<any, any, any>", "import('kysely').UpdateQueryBuilder<any, any, any, any>", "import('kysely').DeleteQueryBuilder<any, any, any>"],
  },
} satisfies Declarations;
