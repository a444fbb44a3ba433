import { all, defineLibrary } from '../vocabulary.js';

const nested = [{ at: 1, params: ['Kysely'], runs: 'now' }] as const;

export const kysely = defineLibrary({
  name: 'Kysely',
  kind: 'database',
  packages: ['kysely'],
  versions: '0.2x',
  exports: {
    Kysely: { type: 'KyselyClass' },
    ...all(['Transaction', 'ControlledTransaction', 'QueryCreator'], { type: 'Kysely' }),
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
        ...all(['transaction', 'connection', 'startTransaction'], { returns: 'Scope' }),
        executeQuery: { query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['schema', 'introspection'], { type: 'Schema' }),
        ...all(['fn', 'dynamic'], { type: 'unknown' }),
        destroy: { harmless: 'closes a connection' },
        ...all(['commit', 'rollback', 'savepoint', 'rollbackToSavepoint', 'releaseSavepoint'], { harmless: 'ends a transaction' }),
      },
    },
    /** `db.transaction().execute(cb)`. */
    Scope: {
      members: {
        execute: { returns: 'Kysely', transaction: true, callbacks: [{ at: 0, params: ['Kysely'], runs: 'now' }] },
        ...all(['setIsolationLevel', 'setAccessMode'], { returns: 'this' }),
      },
    },
    Schema: { any: { returns: 'Schema', harmless: 'changes or reads the schema' } },
    Sql: {
      call: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
      members: {
        raw: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['ref', 'table', 'id', 'lit', 'val', 'join', 'value', 'literal'], { harmless: 'a fragment' }),
      },
    },
    Raw: { lazy: 'call', members: { execute: { executes: true, returns: 'rows' }, ...all(['as', '$castTo', '$notNull', 'withPlugin'], { returns: 'this' }), compile: { harmless: 'builds the SQL text only' } } },
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
        $if: { returns: 'this', callbacks: [{ at: 1, params: ['QueryBuilder'], runs: 'now' }] },
        $call: { returns: 'this', callbacks: [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] },
        ...all(
          ['select', 'selectAll', 'distinct', 'distinctOn', 'whereRef', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral', 'crossJoinLateral', 'groupBy', 'having', 'havingRef', 'orderBy', 'offset', 'union', 'unionAll', 'intersect', 'intersectAll', 'except', 'exceptAll', 'forUpdate', 'forShare', 'forNoKeyUpdate', 'forKeyShare', 'skipLocked', 'noWait', 'modifyFront', 'modifyEnd', 'clearSelect', 'clearWhere', 'clearLimit', 'clearOffset', 'clearOrderBy', 'clearGroupBy', 'clearReturning', '$castTo', '$narrowType', '$assertType', 'withPlugin', 'columns', 'expression', 'defaultValues', 'onConflict', 'onDuplicateKeyUpdate', 'ignore', 'orIgnore', 'orReplace', 'orAbort', 'orFail', 'orRollback', 'from', 'using', 'output', 'outputAll'],
          { returns: 'this' },
        ),
        ...all(['returning', 'returningAll'], { returns: 'this', step: { rows: 'many' } }),
        as: { returns: 'unknown', harmless: 'a sub-select' },
        ...all(['compile', 'toOperationNode'], { harmless: 'builds the SQL text only' }),
        explain: { harmless: 'metadata' },
      },
    },
  },
  remedy: {
    read: "join the tables or nest them with `jsonArrayFrom`, or fetch all rows at once with `where('id', 'in', ids)`",
    write: "hand an array to `values()`, or use one `updateTable` or `deleteFrom` with `where('id', 'in', ids)`",
    size: '`.limit()`',
  },
  driverErrors: ['NoResultError'],
});
