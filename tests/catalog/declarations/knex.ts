import { knex } from '../../../src/catalog/databases/knex.js';
import { because, type Declarations } from '../declared.js';

export default {
  library: knex,
  modules: ['knex'],
  types: {
    KnexFactory: "typeof import('knex')",
    Knex: "import('knex').Knex",
    Transaction: "import('knex').Knex.Transaction",
    Thenable: ["import('knex').Knex.QueryBuilder", "import('knex').Knex.Raw"],
    Raw: "import('knex').Knex.Raw",
    BatchInsert: "import('knex').Knex.BatchInsertBuilder",
    QueryBuilder: "import('knex').Knex.QueryBuilder",
    OnConflict: "import('knex').Knex.OnConflictQueryBuilder<any, any>",
  },
  onlyIn: because('a type of the namespace `Knex`', ['Knex.Transaction', 'Knex.QueryBuilder', 'Knex.QueryInterface', 'Knex.Raw']),
} satisfies Declarations;
