import { type Slot, all, defineLibrary } from '../vocabulary.js';

const group = [{ at: 0, params: ['QueryBuilder'], runs: 'now', this: 'QueryBuilder' }] as const;
const inserts = ['insert', 'insertAndFetch', 'insertGraph', 'insertGraphAndFetch', 'upsertGraph', 'upsertGraphAndFetch'] as const;
const updates = ['update', 'updateAndFetch', 'updateAndFetchById', 'patch', 'patchAndFetch', 'patchAndFetchById', 'upsertGraph', 'upsertGraphAndFetch'] as const;
/** Columns are named one an argument. */
const positions: readonly Slot[] = Array.from({ length: 12 }, (_, at) => [at]);
const deletes = ['delete', 'del', 'deleteById'] as const;

export const objection = defineLibrary({
  name: 'Objection',
  kind: 'database',
  packages: ['objection'],
  versions: '1 to 3',
  exports: {
    Model: { type: 'Model' },
    ...all(['ModelClass', 'ModelConstructor'], { type: 'Model', names: 'typeArgument' }),
    QueryBuilder: { type: 'QueryBuilder' },
    transaction: { transaction: true, callbacks: [{ at: -1, runs: 'now' }] },
    ...all(['ref', 'fn', 'val'], { harmless: 'a fragment' }),
    raw: { harmless: 'a fragment', code: [[0]] },
  },
  types: {
    /** The class side of a model. */
    Model: {
      client: 'model',
      row: 'Instance',
      model: { instance: 'Instance' },
      construct: { returns: 'Instance' },
      members: {
        query: { returns: 'QueryBuilder', carries: [0], query: { access: 'read', rows: 'many' } },
        relatedQuery: { returns: 'QueryBuilder', carries: [1], query: { access: 'read', rows: 'many' } },
        fetchGraph: { returns: 'QueryBuilder', carries: [2, 'transaction'], query: { access: 'read', rows: 'many' } },
        loadRelated: { returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } },
        transaction: { transaction: true, callbacks: [{ at: -1, runs: 'now' }] },
        startTransaction: { begins: 'result', harmless: 'opens a transaction' },
        ...all(['bindKnex', 'bindTransaction'], { returns: 'this', carries: [0] }),
        ...all(['fromJson', 'fromDatabaseJson'], { returns: 'Instance', harmless: 'builds an instance in memory' }),
        knex: { returns: 'Knex', of: 'knex' },
        ...all(['knexQuery', 'ref', 'fn'], { returns: 'unknown' }),
        raw: { returns: 'unknown', code: [[0]] },
        ...all(['fetchTableMetadata', 'tableMetadata', 'getRelation', 'getRelations', 'traverse', 'traverseAsync'], { harmless: 'metadata' }),
      },
    },
    Instance: {
      entity: true,
      members: {
        $query: { returns: 'QueryBuilder', carries: [0], query: { access: 'read', rows: 'one', ofRow: true } },
        $relatedQuery: { returns: 'QueryBuilder', carries: [1], query: { access: 'read', rows: 'many', ofRow: true, related: true } },
        ...all(['$fetchGraph', '$loadRelated'], { returns: 'QueryBuilder', carries: [1, 'transaction'], query: { access: 'read', rows: 'one' } }),
        ...all(['$set', '$setJson', '$setDatabaseJson', '$setRelated', '$appendRelated', '$validate', '$omitFromJson', '$omitFromDatabaseJson'], { returns: 'this', harmless: 'changes memory only' }),
        ...all(['$id', '$toJson', '$toDatabaseJson', '$clone', '$modelClass', '$traverse', '$traverseAsync', 'toJSON'], { harmless: 'reads memory only' }),
        $knex: { returns: 'Knex', of: 'knex' },
      },
    },
    QueryBuilder: {
      lazy: 'await',
      row: 'Instance',
      members: {
        execute: { executes: true, returns: 'rows' },
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        resultSize: { executes: true, step: { rows: 'value' } },
        findById: { returns: 'this', step: { rows: 'one', filter: [[0]] } },
        findByIds: { returns: 'this', step: { filter: [[0]] } },
        findOne: { returns: 'this', step: { rows: 'one', filter: [[0], [1], [2]] } },
        first: { returns: 'this', step: { rows: 'one' } },
        limit: { returns: 'this', step: { size: [[0]] } },
        // The page's size, and the last row's index.
        ...all(['page', 'range'], { returns: 'this', step: { size: [[1]] } }),
        ...all(['insert', 'insertAndFetch'], { returns: 'this', step: { access: 'write', rows: 'one', data: [[0]], bulk: true } }),
        ...all(['insertGraph', 'insertGraphAndFetch', 'upsertGraph', 'upsertGraphAndFetch'], { returns: 'this', step: { access: 'write', rows: 'one', data: [[0]], bulk: true } }),
        ...all(['update', 'patch'], { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        ...all(['updateAndFetch', 'patchAndFetch'], { returns: 'this', step: { access: 'write', rows: 'one', data: [[0]] } }),
        ...all(['updateAndFetchById', 'patchAndFetchById'], { returns: 'this', step: { access: 'write', rows: 'one', filter: [[0]], data: [[1]] } }),
        ...all(['increment', 'decrement', 'truncate'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        ...all(['delete', 'del'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        deleteById: { returns: 'this', step: { access: 'write', rows: 'value', filter: [[0]] } },
        ...all(['relate', 'unrelate'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        ...all(['count', 'countDistinct', 'sum', 'sumDistinct', 'avg', 'avgDistinct', 'min', 'max'], { returns: 'this', step: { rows: 'value' } }),
        ...all(['where', 'andWhere', 'orWhere', 'whereNot', 'andWhereNot', 'orWhereNot', 'whereLike', 'andWhereLike', 'orWhereLike', 'whereILike', 'andWhereILike', 'orWhereILike', 'whereComposite'], { returns: 'this', step: { filter: [[0], [1], [2]] }, callbacks: group }),
        ...all(['whereIn', 'orWhereIn', 'whereNotIn', 'orWhereNotIn', 'whereInComposite', 'whereNotInComposite', 'whereBetween', 'andWhereBetween', 'orWhereBetween', 'whereNotBetween', 'andWhereNotBetween', 'orWhereNotBetween', 'whereRaw', 'andWhereRaw', 'orWhereRaw', 'whereColumn', 'andWhereColumn', 'orWhereColumn', 'whereJsonSupersetOf', 'whereJsonSubsetOf'], { returns: 'this', step: { filter: [[0], [1]] } }),
        ...all(['whereNull', 'orWhereNull', 'whereNotNull', 'orWhereNotNull', 'whereExists', 'orWhereExists', 'whereNotExists', 'orWhereNotExists', 'whereWrapped'], { returns: 'this', step: { filter: [[0]] }, callbacks: group }),
        ...all(['select', 'column', 'columns'], { returns: 'this', step: { columns: positions } }),
        ...all(['withGraphFetched', 'withGraphJoined'], { returns: 'this', step: { relations: [[0]] } }),
        ...all(['whereRaw', 'andWhereRaw', 'orWhereRaw'], { returns: 'this', step: { filter: [[0], [1]] }, code: [[0]] }),
        modify: { returns: 'this', callbacks: [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] },
        transacting: { returns: 'this', carries: [0] },
        ...all(['runBefore', 'runAfter', 'onBuild', 'onError'], { returns: 'this', callbacks: [{ at: 0, runs: 'later' }] }),
        ...all(
          ['distinct', 'distinctOn', 'alias', 'as', 'from', 'fromRaw', 'table', 'into', 'for', 'with', 'withRecursive', 'withSchema', 'allowGraph', 'modifyGraph', 'clearAllowGraph', 'clearWithGraph', 'join', 'innerJoin', 'leftJoin', 'leftOuterJoin', 'rightJoin', 'rightOuterJoin', 'outerJoin', 'fullOuterJoin', 'crossJoin', 'joinRaw', 'joinRelated', 'innerJoinRelated', 'leftJoinRelated', 'leftOuterJoinRelated', 'rightJoinRelated', 'rightOuterJoinRelated', 'outerJoinRelated', 'fullOuterJoinRelated', 'groupBy', 'groupByRaw', 'orderBy', 'orderByRaw', 'having', 'andHaving', 'orHaving', 'havingRaw', 'havingIn', 'havingNotIn', 'union', 'unionAll', 'intersect', 'except', 'offset', 'returning', 'onConflict', 'merge', 'ignore', 'clear', 'clearSelect', 'clearWhere', 'clearOrder', 'throwIfNotFound', 'castTo', 'context', 'clearContext', 'connection', 'timeout', 'debug', 'skipUndefined', 'forShare', 'forKeyShare', 'skipLocked', 'noWait', 'clone', 'eager', 'joinEager', 'allowEager', 'mergeEager', 'modifyEager', 'mergeAllowEager'],
          { returns: 'this' },
        ),
        ...all(['forUpdate', 'forNoKeyUpdate'], { returns: 'this', step: { locks: true } }),
        ...all(['fromRaw', 'joinRaw', 'groupByRaw', 'orderByRaw', 'havingRaw'], { returns: 'this', code: [[0]] }),
        ...all(['toKnexQuery', 'columnInfo', 'hasWheres', 'hasSelects', 'isFind', 'isInsert', 'isUpdate', 'isDelete', 'modelClass', 'knex'], { harmless: 'metadata' }),
      },
    },
  },
  // No other library has methods of these names.
  likeness: [{ type: 'Instance', receiver: 'any', methods: ['$fetchGraph', '$relatedQuery', '$loadRelated'] }],
  transactions: { by: 'client', how: 'hand the `trx` of one `Model.transaction(async (trx) => …)` to both' },
  remedy: {
    read: 'load the relation with `withGraphFetched`, or fetch all rows at once with `findByIds` or `whereIn`',
    count: 'take the figures of all of them at once: `select` the key and `count` (or `max`, `sum`) with `groupBy`',
    write: 'hand an array to `insert` or use `insertGraph`/`upsertGraph`, or one `patch` or `delete` with `whereIn`',
    size: '`.limit()` or `.page()`',
    change: "`.increment()`, `.decrement()`, or `raw('n + ?', change)` in the patch",
    hide: 'the columns that are wanted in `select`, or a `$formatJson` of the model that takes it out',
    bind: 'write `?` in the text (`??` for a name), and put the value into the list after it',
  },
  serializers: ['$formatJson'],
  // Methods that a model overrides.
  hookCovers: {
    $beforeInsert: inserts,
    $afterInsert: inserts,
    $beforeUpdate: updates,
    $afterUpdate: updates,
    $beforeDelete: deletes,
    beforeInsert: inserts,
    beforeUpdate: updates,
    beforeDelete: deletes,
  },
  driverErrors: ['DBError', 'UniqueViolationError', 'NotNullViolationError', 'ForeignKeyViolationError', 'ConstraintViolationError', 'CheckViolationError', 'DataError', 'NotFoundError'],
});
