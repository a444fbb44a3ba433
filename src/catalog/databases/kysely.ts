import { all, defineLibrary } from '../vocabulary.js';

const nested = [{ at: 1, params: ['Kysely'], runs: 'now' }] as const;

export const kysely = defineLibrary({
  name: 'Kysely',
  kind: 'database',
  packages: ['kysely'],
  versions: '0.2x',
  exports: {
    Kysely: { type: 'KyselyClass' },
    ...all(['Transaction', 'ControlledTransaction'], { type: 'Transaction' }),
    QueryCreator: { type: 'Kysely' },
    ...all(['SelectQueryBuilder', 'InsertQueryBuilder', 'UpdateQueryBuilder', 'DeleteQueryBuilder'], { type: 'QueryBuilder' }),
    sql: { type: 'Sql' },
  },
  types: {
    KyselyClass: { extends: 'Kysely', construct: { returns: 'Kysely' }, model: { instance: 'Kysely' } },
    Kysely: {
      client: 'client',
      members: {
        selectFrom: { returns: 'QueryBuilder', names: [0], query: { access: 'read', rows: 'many' } },
        selectNoFrom: { returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } },
        ...all(['insertInto', 'replaceInto', 'mergeInto', 'updateTable', 'deleteFrom'], { returns: 'QueryBuilder', names: [0], query: { access: 'write', rows: 'value', bulk: true } }),
        ...all(['with', 'withRecursive'], { returns: 'this', callbacks: nested }),
        ...all(['withSchema', 'withPlugin', 'withoutPlugins', 'withTables'], { returns: 'this' }),
        transaction: { returns: 'Scope' },
        connection: { returns: 'Connection' },
        startTransaction: { returns: 'Controlled' },
        executeQuery: { query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['schema', 'introspection'], { type: 'Schema' }),
        ...all(['fn', 'dynamic'], { type: 'unknown' }),
        destroy: { harmless: 'closes a connection' },
        ...all(['commit', 'rollback'], { ends: true, returns: 'unknown', harmless: 'ends a transaction' }),
        ...all(['savepoint', 'rollbackToSavepoint', 'releaseSavepoint'], { harmless: 'ends a transaction' }),
      },
    },
    /** `db.transaction().execute(cb)`. */
    Scope: {
      members: {
        execute: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        ...all(['setIsolationLevel', 'setAccessMode'], { returns: 'this' }),
      },
    },
    /** `await db.startTransaction().execute()`. */
    Controlled: { members: { execute: { returns: 'Transaction', begins: 'result' }, ...all(['setIsolationLevel', 'setAccessMode'], { returns: 'this' }) } },
    /** `db.connection().execute(cb)`: one connection for all statements, and no transaction yet. */
    Connection: { members: { execute: { callbacks: [{ at: 0, params: ['Kysely'], runs: 'now' }] } } },
    Transaction: { extends: 'Kysely', transaction: true },
    Schema: { any: { returns: 'Schema', harmless: 'changes or reads the schema' } },
    Sql: {
      call: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
      members: {
        raw: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] }, code: [[0]] },
        ...all(['ref', 'table', 'id', 'val', 'join', 'value'], { harmless: 'a fragment' }),
        ...all(['lit', 'literal'], { harmless: 'a fragment', code: [[0]] }),
      },
    },
    Raw: { lazy: 'call', members: { execute: { executes: true, returns: 'rows', carries: [0] }, ...all(['as', '$castTo', '$notNull', 'withPlugin'], { returns: 'this' }), compile: { harmless: 'builds the SQL text only' } } },
    QueryBuilder: {
      lazy: 'call',
      members: {
        execute: { executes: true, returns: 'rows' },
        ...all(['executeTakeFirst', 'executeTakeFirstOrThrow'], { executes: true, returns: 'rows', step: { rows: 'one' } }),
        stream: { executes: true, step: { streams: true } },
        limit: { returns: 'this', step: { size: [[0]] } },
        ...all(['top', 'fetch'], { returns: 'this', step: { size: [[0]] } }),
        where: { returns: 'this', step: { filter: [[0], [2]] } },
        values: { returns: 'this', step: { data: [[0]] } },
        set: { returns: 'this', step: { data: [[0]] } },
        select: { returns: 'this', step: { columns: [[0]] } },
        $if: { returns: 'this', callbacks: [{ at: 1, params: ['QueryBuilder'], runs: 'now' }] },
        $call: { returns: 'this', callbacks: [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] },
        ...all(
          ['selectAll', 'distinct', 'distinctOn', 'whereRef', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral', 'crossJoinLateral', 'groupBy', 'having', 'havingRef', 'orderBy', 'offset', 'union', 'unionAll', 'intersect', 'intersectAll', 'except', 'exceptAll', 'forShare', 'forKeyShare', 'skipLocked', 'noWait', 'modifyFront', 'modifyEnd', 'clearSelect', 'clearWhere', 'clearLimit', 'clearOffset', 'clearOrderBy', 'clearGroupBy', 'clearReturning', '$castTo', '$narrowType', '$assertType', 'withPlugin', 'columns', 'expression', 'defaultValues', 'onConflict', 'onDuplicateKeyUpdate', 'ignore', 'orIgnore', 'orReplace', 'orAbort', 'orFail', 'orRollback', 'from', 'using', 'output', 'outputAll'],
          { returns: 'this' },
        ),
        ...all(['forUpdate', 'forNoKeyUpdate'], { returns: 'this', step: { locks: true } }),
        returning: { returns: 'this', step: { rows: 'many', columns: [[0]] } },
        returningAll: { returns: 'this', step: { rows: 'many' } },
        as: { returns: 'unknown', harmless: 'a sub-select' },
        ...all(['compile', 'toOperationNode'], { harmless: 'builds the SQL text only' }),
        explain: { harmless: 'metadata' },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the client of one `db.transaction().execute(async (trx) => …)`' },
  remedy: {
    read: "join the tables or nest them with `jsonArrayFrom`, or fetch all rows at once with `where('id', 'in', ids)`",
    write: "hand an array to `values()`, or use one `updateTable` or `deleteFrom` with `where('id', 'in', ids)`",
    size: '`.limit()`',
    change: "`.set((eb) => ({ n: eb('n', '+', change) }))`",
    hide: 'the columns that are wanted in `select` or `returning`',
    bind: 'put it into the `sql` tag itself, which binds it',
  },
  driverErrors: ['NoResultError'],
});
