import { all, defineLibrary } from '../vocabulary.js';

const table = { returns: 'Table', names: [0], defines: { name: [0], fields: [1], options: [2] } } as const;
const joins = ['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral', 'crossJoinLateral'] as const;

export const drizzle = defineLibrary({
  name: 'Drizzle',
  kind: 'database',
  packages: ['drizzle-orm', 'drizzle-orm/*'],
  versions: '0.2x to 1',
  exports: {
    drizzle: { returns: 'Database' },
    withReplicas: { returns: 'Database' },
    ...all(
      ['PgDatabase', 'MySqlDatabase', 'BaseSQLiteDatabase', 'NodePgDatabase', 'PostgresJsDatabase', 'MySql2Database', 'BetterSQLite3Database', 'LibSQLDatabase', 'NeonHttpDatabase', 'NeonDatabase', 'VercelPgDatabase', 'PgliteDatabase', 'PlanetScaleDatabase', 'DrizzleD1Database'],
      { type: 'Database' },
    ),
    ...all(['PgTransaction', 'MySqlTransaction', 'SQLiteTransaction'], { type: 'Transaction' }),
    ...all(['pgTable', 'mysqlTable', 'singlestoreTable'], table),
    // SQLite has one writer at a time, and turns down the write of a transaction that has read what another one changed: https://sqlite.org/isolation.html
    sqliteTable: { ...table, oneAtATime: true },
    ...all(['pgView', 'mysqlView', 'sqliteView', 'pgMaterializedView'], { returns: 'Table', names: [0] }),
    ...all(['pgSchema', 'mysqlSchema'], { returns: 'Schema' }),
    ...all(['pgTableCreator', 'mysqlTableCreator', 'sqliteTableCreator'], { returns: 'TableCreator' }),
    sql: { type: 'Sql' },
    ...all(
      ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'and', 'or', 'not', 'inArray', 'notInArray', 'isNull', 'isNotNull', 'exists', 'notExists', 'between', 'notBetween', 'like', 'notLike', 'ilike', 'notIlike', 'arrayContains', 'arrayContained', 'arrayOverlaps', 'asc', 'desc', 'count', 'countDistinct', 'sum', 'avg', 'min', 'max'],
      { harmless: 'a fragment' },
    ),
    ...all(['eq', 'inArray'], { condition: [0] }),
    and: { condition: 'all' },
    ...all(['ne', 'gt', 'gte', 'lt', 'lte', 'isNull', 'isNotNull', 'notInArray', 'like', 'notLike', 'ilike', 'notIlike', 'between', 'notBetween', 'or', 'not'], { condition: 'loose' }),
  },
  types: {
    /** `` sql`…` `` is a fragment: it runs when a database takes it. */
    Sql: { call: { returns: 'Fragment', harmless: 'a fragment' }, members: { raw: { harmless: 'a fragment', code: [[0]] }, ...all(['join', 'identifier', 'placeholder', 'empty', 'param', 'fromList'], { harmless: 'a fragment' }) } },
    Fragment: { members: { ...all(['mapWith', 'inlineParams', 'append', 'if'], { returns: 'this' }), as: { harmless: 'a fragment' } } },
    Table: {},
    Schema: { members: { table, view: { returns: 'Table', names: [0] } } },
    TableCreator: { call: table },
    Database: {
      client: 'client',
      members: {
        ...all(['select', 'selectDistinct'], { returns: 'Select', query: { access: 'read', rows: 'many', columns: [[0]] } }),
        selectDistinctOn: { returns: 'Select', query: { access: 'read', rows: 'many', columns: [[1]] } },
        insert: { returns: 'Insert', names: [0], query: { access: 'write', rows: 'value', bulk: true } },
        update: { returns: 'Update', names: [0], query: { access: 'write', rows: 'value', bulk: true } },
        delete: { returns: 'Delete', names: [0], query: { access: 'write', rows: 'value', bulk: true } },
        query: { type: 'Relational' },
        $count: { returns: 'Count', names: [0], query: { access: 'read', rows: 'value', filter: [[1]] } },
        // The last three are SQLite's.
        execute: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['all', 'values'], { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } }),
        get: { returns: 'Raw', query: { access: 'sql', rows: 'one', sql: [0] } },
        run: { returns: 'Raw', query: { access: 'sql', rows: 'value', sql: [0] } },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        batch: { query: { access: 'write', rows: 'value', bulk: true } },
        with: { returns: 'this' },
        ...all(['$with', 'refreshMaterializedView'], { harmless: 'a fragment' }),
        $primary: { type: 'Database' },
        rollback: { harmless: 'ends a transaction' },
      },
    },
    /** What the callback of `transaction` is handed. */
    Transaction: { extends: 'Database', transaction: true },
    /** `db.query.users`. */
    Relational: { any: { type: 'RelationalTable', names: 'member' } },
    RelationalTable: {
      client: 'model',
      members: {
        findMany: { returns: 'Query', query: { access: 'read', rows: 'many', size: [[0, 'limit']], filter: [[0, 'where']], columns: [[0, 'columns']], relations: [[0, 'with']] } },
        findFirst: { returns: 'Query', query: { access: 'read', rows: 'one', filter: [[0, 'where']], columns: [[0, 'columns']], relations: [[0, 'with']] } },
      },
    },
    /** What every builder has. */
    Query: {
      lazy: 'await',
      members: {
        execute: { executes: true, returns: 'rows' },
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        finally: { executes: true, returns: 'rows' },
        all: { executes: true, returns: 'rows' },
        get: { executes: true, returns: 'rows', step: { rows: 'one' } },
        run: { executes: true },
        prepare: { returns: 'Prepared' },
        ...all(['$dynamic', '$withCache'], { returns: 'this' }),
        toSQL: { harmless: 'builds the SQL text only' },
      },
    },
    Raw: { extends: 'Query', lazy: 'await' },
    Count: { extends: 'Query', lazy: 'await' },
    /** Holds the query that it was prepared from. */
    Prepared: {
      lazy: 'call',
      members: { ...all(['execute', 'all', 'values'], { executes: true, returns: 'rows' }), get: { executes: true, returns: 'rows', step: { rows: 'one' } }, run: { executes: true } },
    },
    Select: {
      extends: 'Query',
      lazy: 'await',
      members: {
        from: { returns: 'this', names: [0] },
        where: { returns: 'this', step: { filter: [[0]] } },
        limit: { returns: 'this', step: { size: [[0]] } },
        values: { executes: true, returns: 'rows' },
        ...all([...joins, 'groupBy', 'having', 'orderBy', 'offset', 'union', 'unionAll', 'intersect', 'intersectAll', 'except', 'exceptAll'], { returns: 'this' }),
        for: { returns: 'this', step: { locks: true } },
        as: { returns: 'unknown', harmless: 'a sub-select' },
      },
    },
    Insert: {
      extends: 'Query',
      lazy: 'await',
      members: {
        values: { returns: 'this', step: { data: [[0]] } },
        select: { returns: 'this' },
        ...all(['onConflictDoUpdate', 'onDuplicateKeyUpdate'], { returns: 'this', step: { data: [[0, 'set']] } }),
        ...all(['onConflictDoNothing', 'ignore', 'overridingSystemValue', '$returningId'], { returns: 'this' }),
        returning: { returns: 'this', step: { rows: 'many', columns: [[0]] } },
      },
    },
    Update: {
      extends: 'Query',
      lazy: 'await',
      members: {
        set: { returns: 'this', step: { data: [[0]] } },
        where: { returns: 'this', step: { filter: [[0]] } },
        ...all(['from', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'limit', 'orderBy'], { returns: 'this' }),
        returning: { returns: 'this', step: { rows: 'many', columns: [[0]] } },
      },
    },
    Delete: {
      extends: 'Query',
      lazy: 'await',
      members: {
        where: { returns: 'this', step: { filter: [[0]] } },
        ...all(['limit', 'orderBy'], { returns: 'this' }),
        returning: { returns: 'this', step: { rows: 'many', columns: [[0]] } },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the client of one `db.transaction(async (tx) => …)`' },
  remedy: {
    read: 'load the relation with `with`, join it, or fetch all rows at once with `inArray(table.id, ids)`',
    count: 'take the figures of all of them at once: `select({ id, n: count() })` with `.groupBy()`',
    write: 'hand an array to `values()` (with `.onConflictDoUpdate()` where each row changes in its own way), or use one `update` or `delete` with `inArray`',
    size: '`.limit()` or `limit`',
    change: '`.set({ n: sql`${table.n} + ${change}` })`',
    hide: '`columns: { {field}: false }`, or the columns that are wanted in `select` or `returning`',
    bind: 'put it into the `sql` tag itself, which binds it',
  },
  likeness: [
    { type: 'Database', receiver: 'any', methods: ['insert', 'update', 'delete', '$count'], given: { type: 'Table' } },
    { type: 'Database', receiver: 'any', methods: ['select', 'selectDistinct', 'selectDistinctOn'], given: { type: 'Table', to: 'from' } },
    { type: 'Database', receiver: 'any', methods: ['execute', 'all', 'get', 'run', 'values'], given: { type: 'Fragment' } },
  ],
  driverErrors: ['DrizzleError', 'DrizzleQueryError', 'TransactionRollbackError'],
});
