import { type Slot, all, defineLibrary } from '../vocabulary.js';

/** `where('id', 1)`, `where('id', '>', 1)` and `where({ id: 1 })`. */
const filter: readonly Slot[] = [[0], [1], [2]];
const shape = { columns: [[0, 'columns']], relations: [[0, 'withRelated']] } as const;
const page = { size: [[0, 'pageSize'], [0, 'limit']], paged: true, ...shape } as const;
const locks: readonly Slot[] = [[0, 'lock']];
/** What a function does to the Knex builder that it is handed, it does to the query. */
const builder = [{ at: 0, params: ['QueryBuilder'], of: 'knex', runs: 'now', builds: true }] as const;
/** `query({ where: { id: 1 }, limit: 5 })` */
const parts = { filter: [[0, 'where']], size: [[0, 'limit']] } as const;
/** `query((qb) => …)` and `query('where', 'id', 1)` */
const toKnex = { callbacks: builder, relays: { type: 'QueryBuilder', of: 'knex' } } as const;

const hooks = { hook: { event: [0], handler: 1 }, callbacks: [{ at: 1, params: ['Row'], runs: 'later', this: 'Row' }] } as const;
const written = ['save', 'create'] as const;

export const bookshelf = defineLibrary({
  name: 'Bookshelf',
  kind: 'database',
  packages: ['bookshelf'],
  versions: '0.10 to 1',
  exports: {
    default: { returns: 'Bookshelf' },
    Model: { type: 'Model' },
    Collection: { type: 'CollectionClass' },
  },
  types: {
    Bookshelf: {
      client: 'client',
      members: {
        Model: { type: 'Model' },
        Collection: { type: 'CollectionClass' },
        model: { returns: 'Model', names: [0], defines: { name: [0], methods: [1], statics: [2] } },
        knex: { type: 'Knex', of: 'knex' },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], of: 'knex', runs: 'now' }] },
        plugin: { returns: 'this', harmless: 'a setting' },
      },
    },
    /** The class side of a model. */
    Model: {
      client: 'model',
      row: 'Row',
      model: { instance: 'Row' },
      thisOf: 'Model',
      construct: { returns: 'Row', builds: { data: [[0]], saved: 'save' } },
      members: {
        extend: { returns: 'Model', names: [0, 'tableName'], defines: { methods: [0], statics: [1] } },
        forge: { returns: 'Row', harmless: 'builds a row in memory', builds: { data: [[0]], saved: 'save' } },
        where: { returns: 'Query', query: { access: 'read', rows: 'many', filter } },
        orderBy: { returns: 'Query', query: { access: 'read', rows: 'many' } },
        query: { returns: 'Query', query: { access: 'read', rows: 'many', ...parts }, ...toKnex },
        fetchAll: { returns: 'Collection', query: { access: 'read', rows: 'many', ...shape } },
        fetchPage: { returns: 'Collection', query: { access: 'read', rows: 'many', ...page } },
        count: { query: { access: 'read', rows: 'value' } },
        collection: { returns: 'Collection', harmless: 'builds a list in memory' },
        prototype: { type: 'Prototype' },
        ...all(['NotFoundError', 'NoRowsUpdatedError', 'NoRowsDeletedError'], { type: 'unknown' }),
      },
    },
    Prototype: { thisOf: 'Row' },
    /** A row, which is also where a query for it begins: `new User({ id }).fetch()`. */
    Row: {
      entity: true,
      members: {
        where: { returns: 'Query', query: { access: 'read', rows: 'many', filter } },
        orderBy: { returns: 'Query', query: { access: 'read', rows: 'many' } },
        query: { returns: 'Query', query: { access: 'read', rows: 'many', ...parts }, ...toKnex },
        fetch: { returns: 'this', query: { access: 'read', rows: 'one', locks, ofRow: true, ...shape } },
        refresh: { returns: 'this', query: { access: 'read', rows: 'one', locks, ofRow: true, ...shape } },
        fetchAll: { returns: 'Collection', query: { access: 'read', rows: 'many', ...shape } },
        fetchPage: { returns: 'Collection', query: { access: 'read', rows: 'many', ...page } },
        count: { query: { access: 'read', rows: 'value' } },
        load: { returns: 'this', query: { access: 'read', rows: 'many' } },
        save: { returns: 'this', query: { access: 'write', rows: 'one', data: [[0]] } },
        destroy: { returns: 'this', query: { access: 'write', rows: 'none' } },
        related: { returns: 'Related', names: [0] },
        ...all(['hasMany', 'belongsToMany', 'morphMany'], { returns: 'Related', names: [0] }),
        ...all(['hasOne', 'belongsTo', 'morphOne', 'morphTo', 'through'], { returns: 'Row', names: [0] }),
        set: { returns: 'this', harmless: 'changes memory only', builds: { data: [[0]], saved: 'save' } },
        ...all(['unset', 'clear', 'clone', 'resetQuery'], { returns: 'this', harmless: 'changes memory only' }),
        ...all(['get', 'has', 'escape', 'isNew', 'hasChanged', 'previous', 'previousAttributes', 'timestamp', 'format', 'parse', 'omit', 'pick', 'trigger', 'triggerThen', 'off'], { harmless: 'reads memory only' }),
        ...all(['toJSON', 'serialize'], { harmless: 'reads memory only', copies: true }),
        ...all(['on', 'once'], hooks),
      },
    },
    /** A model with conditions, until it is fetched, saved or destroyed. */
    Query: {
      lazy: 'call',
      row: 'Row',
      members: {
        where: { returns: 'this', step: { filter } },
        orderBy: { returns: 'this' },
        query: { returns: 'this', step: parts, ...toKnex },
        fetch: { executes: true, returns: 'Row', step: { rows: 'one', ...shape } },
        fetchAll: { executes: true, returns: 'Collection', step: { rows: 'many', ...shape } },
        fetchPage: { executes: true, returns: 'Collection', step: { rows: 'many', ...page } },
        count: { executes: true, step: { rows: 'value' } },
        save: { executes: true, returns: 'Row', step: { access: 'write', rows: 'one', data: [[0]], bulk: true } },
        destroy: { executes: true, step: { access: 'write', rows: 'none', bulk: true } },
        resetQuery: { returns: 'Row' },
      },
    },
    CollectionClass: {
      construct: { returns: 'Collection' },
      members: { extend: { returns: 'CollectionClass', names: [0, 'model'] }, forge: { returns: 'Collection', harmless: 'builds a list in memory' } },
    },
    /** Rows that are there, or those of a relation, which may still have to be fetched. */
    Collection: {
      row: 'Row',
      members: {
        models: { type: 'Row[]' },
        fetch: { returns: 'this', query: { access: 'read', rows: 'many', ...shape } },
        fetchOne: { returns: 'Row', query: { access: 'read', rows: 'one', ...shape } },
        fetchPage: { returns: 'this', query: { access: 'read', rows: 'many', ...page } },
        count: { query: { access: 'read', rows: 'value' } },
        load: { returns: 'this', query: { access: 'read', rows: 'many' } },
        create: { returns: 'Row', query: { access: 'write', rows: 'one', data: [[0]] } },
        ...all(['attach', 'detach', 'updatePivot'], { query: { access: 'write', rows: 'none', data: [[0]], bulk: true } }),
        invokeThen: { query: { access: 'write', rows: 'none' } },
        where: { returns: 'this' },
        orderBy: { returns: 'this' },
        query: { returns: 'RelatedQuery', query: { access: 'read', rows: 'many', ...parts }, ...toKnex },
        ...all(['through', 'withPivot', 'resetQuery', 'clone', 'add', 'set', 'push'], { returns: 'this', harmless: 'changes memory only' }),
        ...all(['at', 'get', 'find', 'findWhere', 'first', 'last'], { returns: 'Row', harmless: 'reads memory only' }),
        ...all(['filter', 'reject', 'sortBy', 'toArray', 'tail'], { returns: 'Row[]', harmless: 'reads memory only' }),
        ...all(['toJSON', 'serialize'], { harmless: 'reads memory only', copies: true }),
        ...all(['pluck', 'isEmpty', 'includes', 'keys', 'groupBy', 'countBy', 'pop', 'shift', 'slice', 'remove', 'reset', 'parse', 'unshift'], { harmless: 'reads memory only' }),
      },
    },
    RelatedQuery: {
      lazy: 'call',
      row: 'Row',
      members: {
        query: { returns: 'this', step: parts, ...toKnex },
        fetch: { executes: true, returns: 'Collection', step: { rows: 'many', ...shape } },
        fetchOne: { executes: true, returns: 'Row', step: { rows: 'one', ...shape } },
        fetchPage: { executes: true, returns: 'Collection', step: { rows: 'many', ...page } },
        count: { executes: true, step: { rows: 'value' } },
        orderBy: { returns: 'this' },
      },
    },
    /** What a relation leads to: the rows that belong to one, or a single one. */
    Related: {
      extends: 'Collection',
      members: {
        fetch: { returns: 'this', query: { access: 'read', rows: 'many', ofRow: true, ...shape } },
        query: { returns: 'RelatedQuery', query: { access: 'read', rows: 'many', ofRow: true, ...parts }, ...toKnex },
        save: { returns: 'this', query: { access: 'write', rows: 'one', data: [[0]] } },
        destroy: { returns: 'this', query: { access: 'write', rows: 'none' } },
        related: { returns: 'Related', names: [0] },
      },
    },
  },
  transactions: { by: 'option', how: 'open one with `bookshelf.transaction(async (trx) => …)`, and hand `{ transacting: trx }` to both', options: ['transacting'] },
  remedy: {
    read: "load the relation with `withRelated` (or `load` of the collection), or fetch all rows at once with `query('whereIn', 'id', ids)`",
    count: 'take the figures of all of them at once with Knex: `select` the key and `count` with `groupBy`',
    write: "use one `insert` of `bookshelf.knex` with an array, or one statement for all rows: `where(…).save(values, { patch: true })`, `where(…).destroy()`",
    size: '`fetchPage` with a `pageSize`',
    change: '`bookshelf.knex(table).where(…).increment()` or `.decrement()`',
    hide: "`hidden: ['{field}']` of the model",
    bind: 'write `?` in the text (`??` for a name), and put the value into the list after it',
  },
  serializers: ['hidden', 'visible', 'serialize'],
  hookCovers: { saving: written, creating: written, updating: ['save'], saved: written, created: written, updated: ['save'] },
});
