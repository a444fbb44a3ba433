import { type Slot, all, defineLibrary } from '../vocabulary.js';

const hooks = ['beforeSave', 'afterSave', 'beforeCreate', 'afterCreate', 'beforeUpdate', 'afterUpdate', 'beforeDelete', 'afterDelete'] as const;
const creates = ['create', 'createMany', 'firstOrCreate', 'updateOrCreate', 'fetchOrCreateMany', 'updateOrCreateMany'];
const group = [{ at: 0, params: ['QueryBuilder'], runs: 'now' }] as const;
const related = [{ at: 1, params: ['QueryBuilder'], runs: 'now' }] as const;

/** Columns are named one an argument, or as a list. */
const positions: readonly Slot[] = Array.from({ length: 12 }, (_, at) => [at]);

export const lucid = defineLibrary({
  name: 'Lucid',
  kind: 'database',
  packages: ['@adonisjs/lucid/*', '@ioc:Adonis/Lucid/Orm', '@ioc:Adonis/Lucid/Database'],
  versions: '16 to 22',
  exports: {
    // `@adonisjs/lucid/services/db`
    default: { type: 'Database' },
    BaseModel: { type: 'Model' },
    Database: { type: 'Database' },
    TransactionClientContract: { type: 'Transaction' },
    ...all(['ModelQueryBuilder', 'ModelQueryBuilderContract'], { type: 'QueryBuilder' }),
    ...Object.fromEntries(hooks.map((event) => [event, { decorates: { as: 'hook', event } }] as const)),
  },
  types: {
    Database: {
      client: 'client',
      members: {
        ...all(['from', 'query'], { returns: 'QueryBuilder', names: [0], query: { access: 'read', rows: 'many' } }),
        ...all(['table', 'insertQuery'], { returns: 'Insert', names: [0], query: { access: 'write', rows: 'value', bulk: true } }),
        rawQuery: { returns: 'Raw', query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['ref', 'knexQuery'], { returns: 'unknown', harmless: 'a fragment' }),
        ...all(['raw', 'knexRawQuery'], { returns: 'unknown', harmless: 'a fragment', code: [[0]] }),
        transaction: { returns: 'Transaction', transaction: true, begins: 'result', callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        connection: { returns: 'Database' },
        ...all(['beginGlobalTransaction', 'commitGlobalTransaction', 'rollbackGlobalTransaction'], { harmless: 'opens or ends a transaction' }),
      },
    },
    Transaction: {
      extends: 'Database',
      transaction: true,
      members: { ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }), after: { callbacks: [{ at: 1, runs: 'later' }] } },
    },
    /** What a builder has to run it. */
    Thenable: {
      lazy: 'await',
      members: {
        exec: { executes: true, returns: 'rows' },
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        ...all(['debug', 'timeout', 'reporterData'], { returns: 'this' }),
        useTransaction: { returns: 'this', carries: [0] },
        ...all(['toSQL', 'toQuery'], { harmless: 'builds the SQL text only' }),
      },
    },
    Raw: { extends: 'Thenable', lazy: 'await' },
    Insert: {
      extends: 'Thenable',
      lazy: 'await',
      members: {
        ...all(['insert', 'multiInsert'], { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } }),
        ...all(['table', 'returning', 'withSchema'], { returns: 'this' }),
      },
    },
    QueryBuilder: {
      extends: 'Thenable',
      lazy: 'await',
      row: 'Row',
      members: {
        ...all(['first', 'firstOrFail'], { executes: true, returns: 'rows', step: { rows: 'one' } }),
        ...all(['paginate', 'forPage'], { returns: 'this', step: { size: [[1]], paged: true } }),
        limit: { returns: 'this', step: { size: [[0]] } },
        ...all(['where', 'andWhere', 'orWhere', 'whereNot', 'andWhereNot', 'orWhereNot', 'whereLike', 'whereILike', 'orWhereLike', 'orWhereILike'], { returns: 'this', step: { filter: [[0], [1]] }, callbacks: group }),
        ...all(['whereIn', 'andWhereIn', 'orWhereIn', 'whereNotIn', 'orWhereNotIn', 'whereBetween', 'orWhereBetween', 'whereNotBetween', 'whereColumn', 'whereRaw', 'andWhereRaw', 'orWhereRaw'], { returns: 'this', step: { filter: [[0], [1]] } }),
        ...all(['whereNull', 'orWhereNull', 'whereNotNull', 'orWhereNotNull', 'whereExists', 'orWhereExists', 'whereNotExists'], { returns: 'this', step: { filter: [[0]] } }),
        ...all(['whereRaw', 'andWhereRaw', 'orWhereRaw'], { returns: 'this', step: { filter: [[0], [1]] }, code: [[0]] }),
        update: { returns: 'this', step: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        ...all(['increment', 'decrement', 'delete', 'del'], { returns: 'this', step: { access: 'write', rows: 'value', bulk: true } }),
        ...all(['count', 'countDistinct', 'sum', 'sumDistinct', 'avg', 'avgDistinct', 'min', 'max'], { returns: 'this', step: { rows: 'value' } }),
        ...all(['preload', 'withCount', 'withAggregate', 'whereHas', 'orWhereHas', 'has', 'orHas', 'doesntHave', 'whereDoesntHave', 'orWhereDoesntHave'], { returns: 'this', callbacks: related }),
        select: { returns: 'this', step: { columns: positions } },
        forUpdate: { returns: 'this', step: { locks: true } },
        ...all(['withScopes', 'apply'], { returns: 'this', callbacks: [{ at: 0, runs: 'now' }] }),
        ...all(
          ['distinct', 'distinctOn', 'from', 'as', 'join', 'innerJoin', 'leftJoin', 'leftOuterJoin', 'rightJoin', 'rightOuterJoin', 'fullOuterJoin', 'crossJoin', 'joinRaw', 'groupBy', 'groupByRaw', 'having', 'andHaving', 'orHaving', 'havingRaw', 'havingIn', 'orderBy', 'orderByRaw', 'offset', 'union', 'unionAll', 'intersect', 'with', 'withRecursive', 'withSchema', 'if', 'unless', 'match', 'ifDialect', 'unlessDialect', 'preloadOnce', 'forShare', 'skipLocked', 'noWait', 'sideload', 'pojo', 'returning', 'rowTransformer', 'usePreloader', 'clone', 'clearWhere', 'clearSelect', 'clearOrder', 'clearLimit', 'clearOffset', 'clearHaving'],
          { returns: 'this' },
        ),
        ...all(['joinRaw', 'groupByRaw', 'havingRaw', 'orderByRaw'], { returns: 'this', code: [[0]] }),
      },
    },
    /** The class side of a model. */
    Model: {
      client: 'model',
      row: 'Row',
      model: { instance: 'Row' },
      construct: { returns: 'Row' },
      members: {
        query: { returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } },
        all: { query: { access: 'read', rows: 'many' } },
        ...all(['find', 'findOrFail', 'findBy', 'findByOrFail'], { query: { access: 'read', rows: 'one', filter: [[0], [1]] } }),
        ...all(['findMany', 'findManyBy'], { query: { access: 'read', rows: 'many', filter: [[0], [1]] } }),
        ...all(['first', 'firstOrFail', 'firstOrNew'], { query: { access: 'read', rows: 'one' } }),
        ...all(['create', 'createQuietly'], { query: { access: 'write', rows: 'one', data: [[0]] } }),
        ...all(['createMany', 'createManyQuietly'], { query: { access: 'write', rows: 'many', data: [[0]], bulk: true } }),
        ...all(['firstOrCreate', 'updateOrCreate'], { query: { access: 'write', rows: 'one', filter: [[0]], data: [[0], [1]] } }),
        ...all(['fetchOrCreateMany', 'updateOrCreateMany'], { query: { access: 'write', rows: 'many', data: [[1]], bulk: true } }),
        fetchOrNewUpMany: { query: { access: 'read', rows: 'many' } },
        truncate: { query: { access: 'write', rows: 'none', bulk: true } },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        ...all(['before', 'after'], { hook: { event: [0], handler: 1 }, callbacks: [{ at: 1, params: ['Row'], runs: 'later' }] }),
      },
    },
    Row: {
      entity: true,
      members: {
        ...all(['save', 'saveQuietly'], { returns: 'this', query: { access: 'write', rows: 'one' } }),
        ...all(['delete', 'deleteQuietly'], { query: { access: 'write', rows: 'none' } }),
        refresh: { returns: 'this', query: { access: 'read', rows: 'one' } },
        ...all(['load', 'loadCount', 'loadAggregate', 'preload'], { query: { access: 'read', rows: 'many' }, callbacks: related }),
        loadOnce: { query: { access: 'read', rows: 'many' } },
        lockForUpdate: { callbacks: [{ at: 0, params: ['Row'], runs: 'now' }], query: { access: 'read', rows: 'one' } },
        related: { returns: 'Related', names: [0] },
        ...all(['fill', 'merge'], { returns: 'this', harmless: 'changes memory only', builds: { data: [[0]], saved: 'save' } }),
        ...all(['useConnection', 'enableForceUpdate'], { returns: 'this', harmless: 'changes memory only' }),
        useTransaction: { returns: 'this', carries: [0], harmless: 'sets the transaction' },
        ...all(['serialize', 'toJSON', 'toObject', 'serializeAttributes', 'serializeRelations', 'isDirty'], { harmless: 'reads memory only' }),
      },
    },
    /** `user.related('posts')`. */
    Related: {
      members: {
        query: { returns: 'QueryBuilder', query: { access: 'read', rows: 'many' } },
        ...all(['create', 'save', 'firstOrCreate', 'updateOrCreate'], { query: { access: 'write', rows: 'one', data: [[0]] } }),
        ...all(['createMany', 'saveMany', 'attach', 'detach', 'sync'], { query: { access: 'write', rows: 'none', data: [[0]], bulk: true } }),
        ...all(['associate', 'dissociate'], { query: { access: 'write', rows: 'none' } }),
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the client of one `db.transaction(async (trx) => …)`', options: ['client'], rowsRemember: true, afterwards: "hand it to `trx.after('commit', …)`" },
  remedy: {
    read: 'load the relation with `preload`, or fetch all rows at once with `findMany` or `whereIn`',
    count: 'load the numbers of related rows with `withCount`, or take all figures at once with `groupBy`',
    write: 'use `createMany`, `updateOrCreateMany`, or one `query().whereIn(…).update(…)`',
    size: '`.limit()` or `.paginate()`',
    change: '`query().increment()` or `.decrement()`',
    hide: '`@column({ serializeAs: null })`',
    bind: 'write `?` in the text (`??` for a name), and put the value into the list after it',
  },
  hiding: [{ option: 'serializeAs', is: null, from: 'answers' }],
  serializers: ['serialize', 'serializeAttributes'],
  hookCovers: {
    beforeSave: ['save', ...creates],
    beforeCreate: ['save', ...creates],
    beforeUpdate: ['save', 'updateOrCreate', 'updateOrCreateMany'],
  },
});
