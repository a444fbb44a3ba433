import { type Slot, all, defineLibrary } from '../vocabulary.js';

const group = [{ at: 0, params: ['QueryBuilder'], runs: 'now', this: 'QueryBuilder' }] as const;
/** `where('a', 1)` and `where('a', '>', 1)`. */
const compared = ['where', 'andWhere', 'orWhere', 'whereNot', 'andWhereNot', 'orWhereNot', 'whereLike', 'andWhereLike', 'orWhereLike', 'whereILike', 'andWhereILike', 'orWhereILike', 'whereJsonPath', 'orWhereJsonPath'] as const;
const valued = [
  'whereIn', 'orWhereIn', 'whereNotIn', 'orWhereNotIn', 'whereBetween', 'andWhereBetween', 'orWhereBetween', 'whereNotBetween', 'andWhereNotBetween', 'orWhereNotBetween', 'whereRaw', 'andWhereRaw', 'orWhereRaw',
  'whereJsonObject', 'orWhereJsonObject', 'whereJsonSupersetOf', 'orWhereJsonSupersetOf', 'whereJsonSubsetOf', 'orWhereJsonSubsetOf',
] as const;
const tested = ['whereNull', 'orWhereNull', 'whereNotNull', 'orWhereNotNull', 'whereExists', 'orWhereExists', 'whereNotExists', 'orWhereNotExists', 'whereWrapped'] as const;
const filters = [...compared, ...valued, ...tested];
const joins = ['join', 'innerJoin', 'leftJoin', 'leftOuterJoin', 'rightJoin', 'rightOuterJoin', 'outerJoin', 'fullOuterJoin', 'crossJoin'] as const;
const plain = [
  'as', 'distinct', 'distinctOn', 'fromRaw', 'using', 'joinRaw', 'with', 'withRaw', 'withRecursive', 'withMaterialized', 'withNotMaterialized', 'withSchema',
  'groupBy', 'groupByRaw', 'orderBy', 'orderByRaw', 'having', 'andHaving', 'orHaving', 'havingRaw', 'orHavingRaw', 'havingIn', 'havingNotIn', 'havingNull', 'havingNotNull', 'havingBetween', 'havingNotBetween',
  'union', 'unionAll', 'intersect', 'except', 'offset', 'clear', 'clearSelect', 'clearWhere', 'clearOrder', 'clearGroup', 'clearHaving', 'clearCounters', 'comment', 'hintComment', 'partitionBy',
  'rank', 'denseRank', 'rowNumber', 'jsonExtract', 'jsonSet', 'jsonInsert', 'jsonRemove',
] as const;
/** Columns are named one an argument, or as a list. */
const picks = ['select', 'column', 'columns', 'returning'] as const;
const positions: readonly Slot[] = Array.from({ length: 12 }, (_, at) => [at]);
/** Text that goes into the statement as it stands, with bindings beside it. */
const rawFilters = ['whereRaw', 'andWhereRaw', 'orWhereRaw'] as const;
const rawClauses = ['fromRaw', 'joinRaw', 'groupByRaw', 'orderByRaw', 'havingRaw', 'orHavingRaw'] as const;
const rawText = [...rawFilters, ...rawClauses] as const;
const rawWith = ['withRaw'] as const;
const counts = ['count', 'countDistinct', 'sum', 'sumDistinct', 'avg', 'avgDistinct', 'min', 'max'] as const;
const read = { access: 'read', rows: 'many' } as const;

export const knex = defineLibrary({
  name: 'Knex',
  kind: 'database',
  packages: ['knex'],
  versions: '0.16 to 3',
  exports: {
    ...all(['default', 'knex'], { type: 'KnexFactory' }),
    Knex: { type: 'Knex' },
  },
  types: {
    KnexFactory: { call: { returns: 'Knex' }, members: { ...all(['knex', 'default'], { type: 'KnexFactory' }) } },
    Knex: {
      client: 'client',
      call: { returns: 'QueryBuilder', names: [0], query: read },
      members: {
        ...all(picks, { returns: 'QueryBuilder', query: { ...read, columns: positions } }),
        ...all([...plain, ...filters, ...joins, 'limit', 'modify'], { returns: 'QueryBuilder', query: read }),
        ...all(rawText, { returns: 'QueryBuilder', query: read, code: [[0]] }),
        ...all(rawWith, { returns: 'QueryBuilder', query: read, code: [[1]] }),
        ...all(['from', 'into', 'table'], { returns: 'QueryBuilder', names: [0], query: read }),
        ...all(['first'], { returns: 'QueryBuilder', query: { access: 'read', rows: 'one', columns: positions } }),
        pluck: { returns: 'QueryBuilder', query: read },
        ...all(counts, { returns: 'QueryBuilder', query: { access: 'read', rows: 'value' } }),
        ...all(['insert', 'upsert'], { returns: 'QueryBuilder', query: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        update: { returns: 'QueryBuilder', query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        ...all(['del', 'delete', 'truncate'], { returns: 'QueryBuilder', query: { access: 'write', rows: 'value', bulk: true } }),
        queryBuilder: { returns: 'QueryBuilder', query: read },
        raw: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
        ref: { returns: 'unknown', harmless: 'a fragment' },
        fn: { type: 'unknown' },
        batchInsert: { returns: 'BatchInsert', names: [0], query: { access: 'write', rows: 'value', data: [[1]], bulk: true } },
        transaction: { returns: 'Transaction', transaction: true, begins: 'result', callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        transactionProvider: { harmless: 'opens a transaction' },
        withUserParams: { returns: 'this' },
        schema: { type: 'Schema' },
        ...all(['migrate', 'seed', 'client'], { type: 'unknown' }),
        ...all(['initialize', 'destroy'], { harmless: 'opens or closes a connection' }),
        // Types of the namespace: `Knex.Transaction`.
        Transaction: { type: 'Transaction' },
        QueryBuilder: { type: 'QueryBuilder' },
        QueryInterface: { type: 'QueryBuilder' },
        Raw: { type: 'Raw' },
      },
    },
    Transaction: {
      extends: 'Knex',
      transaction: true,
      members: {
        ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }),
        isCompleted: { harmless: 'ends a transaction' },
        savepoint: { returns: 'Transaction', transaction: true, begins: 'result', callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
      },
    },
    Schema: { any: { returns: 'Schema', harmless: 'changes or reads the schema' } },
    /** What a builder has to run it. */
    Thenable: {
      members: {
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        finally: { executes: true, returns: 'rows' },
        asCallback: { executes: true, callbacks: [{ at: 0, params: ['error', 'rows'], runs: 'now' }] },
        ...all(['stream', 'pipe'], { executes: true, step: { streams: true } }),
        transacting: { returns: 'this', carries: [0] },
        ...all(['options', 'connection', 'debug', 'timeout', 'queryContext', 'on'], { returns: 'this' }),
        ...all(['toSQL', 'toQuery', 'toString'], { harmless: 'builds the SQL text only' }),
      },
    },
    Raw: { extends: 'Thenable', lazy: 'await', members: { wrap: { returns: 'this' } } },
    BatchInsert: { extends: 'Thenable', lazy: 'await', members: { returning: { returns: 'this' } } },
    QueryBuilder: {
      extends: 'Thenable',
      lazy: 'await',
      members: {
        ...all(compared, { returns: 'this', step: { filter: [[0], [1], [2]] }, callbacks: group }),
        ...all(valued, { returns: 'this', step: { filter: [[0], [1]] } }),
        ...all(tested, { returns: 'this', step: { filter: [[0]] }, callbacks: group }),
        ...all(picks, { returns: 'this', step: { columns: positions } }),
        ...all(plain, { returns: 'this' }),
        ...all(rawFilters, { returns: 'this', step: { filter: [[0], [1]] }, code: [[0]] }),
        ...all(rawClauses, { returns: 'this', code: [[0]] }),
        ...all(rawWith, { returns: 'this', code: [[1]] }),
        ...all(joins, { returns: 'this', callbacks: [{ at: 1, runs: 'now' }] }),
        ...all(['and', 'or', 'not'], { type: 'this' }),
        ...all(['from', 'into', 'table'], { returns: 'this', names: [0] }),
        limit: { returns: 'this', step: { size: [[0]] } },
        first: { returns: 'this', step: { rows: 'one', columns: positions } },
        pluck: { returns: 'this', step: { rows: 'many' } },
        ...all(counts, { returns: 'this', step: { rows: 'value' } }),
        ...all(['insert', 'upsert'], { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        update: { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        ...all(['increment', 'decrement'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        ...all(['del', 'delete', 'truncate'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        onConflict: { returns: 'OnConflict' },
        modify: { returns: 'this', callbacks: [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] },
        ...all(['forShare', 'forKeyShare', 'skipLocked', 'noWait', 'clone'], { returns: 'this' }),
        ...all(['forUpdate', 'forNoKeyUpdate'], { returns: 'this', step: { locks: true } }),
        columnInfo: { harmless: 'reads the schema' },
      },
    },
    OnConflict: { extends: 'QueryBuilder', lazy: 'await', members: { ignore: { returns: 'QueryBuilder' }, merge: { returns: 'QueryBuilder', step: { data: [[0]] } } } },
  },
  transactions: { by: 'client', how: 'run both on the client of one `knex.transaction(async (trx) => …)`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `whereIn`',
    count: 'take the figures of all of them at once: `select` the key and `count` (or `max`, `sum`) with `groupBy`',
    write: 'hand an array to `insert` (with `onConflict().merge()` for updates), or use one `update` or `del` with `whereIn`',
    size: '`.limit()`',
    change: '`.increment()` or `.decrement()`',
    list: "`knex.raw('array_append(list, ?)', [value])` or `array_remove` in the update",
    hide: 'the columns that are wanted in `select` or `returning`',
    bind: 'write `?` in the text (`??` for a name), and put the value into the list after it',
  },
  likelyNames: { knex: 'Knex' },
});
