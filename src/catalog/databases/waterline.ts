import { type Slot, all, defineLibrary } from '../vocabulary.js';

const filter = [[0]] as const;
const shape = { columns: [[0, 'select']], omits: [[0, 'omit']] } as const;
const size: readonly Slot[] = [[0, 'limit']];
/** Sails 1 takes a page and its size, or (as before) an object of both. */
const paginate = { size: [[1], [0, 'limit']], paged: true } as const;
const each = { executes: true, step: { streams: true }, batches: true } as const;
const written = ['create', 'createEach', 'findOrCreate'] as const;

export const waterline = defineLibrary({
  name: 'Waterline',
  kind: 'database',
  packages: ['waterline', 'sails-hook-orm'],
  versions: '0.10 to 0.15',
  exports: {
    default: { type: 'WaterlineClass' },
  },
  globals: { sails: { type: 'Sails' } },
  // https://sailsjs.com/documentation/concepts/globals
  globalFiles: [
    { package: 'sails', folder: 'api/models', type: 'Model', fields: 'attributes' },
    { package: 'sails', folder: 'api/services' },
  ],
  types: {
    WaterlineClass: { construct: { returns: 'Waterline' } },
    Waterline: { client: 'client', members: { collections: { type: 'Models' }, ...all(['loadCollection', 'registerModel', 'initialize', 'teardown'], { harmless: 'sets it up' }) } },
    /** The app itself, as far as it has data. */
    Sails: {
      members: {
        models: { type: 'Models' },
        getDatastore: { returns: 'Datastore' },
        sendNativeQuery: { returns: 'NativeQuery', query: { access: 'sql', rows: 'many', sql: [0] } },
        helpers: { type: 'Helpers', of: 'sails' },
        log: { type: 'Log', of: 'sails' },
      },
    },
    Models: { any: { type: 'Model', names: 'member' } },
    Datastore: {
      client: 'client',
      members: {
        sendNativeQuery: { returns: 'NativeQuery', query: { access: 'sql', rows: 'many', sql: [0] } },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Connection'], runs: 'now' }] },
        leaseConnection: { callbacks: [{ at: 0, params: ['Connection'], runs: 'now' }] },
      },
    },
    Connection: { transaction: true },
    NativeQuery: {
      lazy: 'await',
      members: {
        ...all(['exec', 'toPromise'], { executes: true }),
        then: { executes: true, callbacks: [{ at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        usingConnection: { returns: 'this', carries: [0] },
        ...all(['intercept', 'tolerate', 'retry', 'timeout'], { returns: 'this' }),
      },
    },
    /** A model, which is made of an object. */
    Model: {
      client: 'model',
      row: 'Row',
      members: {
        find: { returns: 'Query', query: { access: 'read', rows: 'many', filter, size, ...shape, callback: true } },
        findOne: { returns: 'Query', query: { access: 'read', rows: 'one', filter, ...shape, callback: true } },
        ...all(['count', 'sum', 'avg'], { returns: 'Query', query: { access: 'read', rows: 'value', filter, callback: true } }),
        create: { returns: 'Query', query: { access: 'write', rows: 'one', data: [[0]], callback: true } },
        createEach: { returns: 'Query', query: { access: 'write', rows: 'many', data: [[0]], bulk: true, callback: true } },
        findOrCreate: { returns: 'Query', query: { access: 'write', rows: 'one', filter, data: [[1]], callback: true } },
        update: { returns: 'Query', query: { access: 'write', rows: 'many', filter, data: [[1]], bulk: true, callback: true } },
        updateOne: { returns: 'Query', query: { access: 'write', rows: 'one', filter, data: [[1]], callback: true } },
        ...all(['destroy', 'archive'], { returns: 'Query', query: { access: 'write', rows: 'many', filter, bulk: true, callback: true } }),
        ...all(['destroyOne', 'archiveOne'], { returns: 'Query', query: { access: 'write', rows: 'one', filter, callback: true } }),
        ...all(['addToCollection', 'removeFromCollection', 'replaceCollection'], { returns: 'Members', query: { access: 'write', rows: 'none', bulk: true } }),
        stream: { returns: 'Query', query: { access: 'read', rows: 'many', filter } },
        query: { query: { access: 'sql', rows: 'many', sql: [0], callback: true } },
        getDatastore: { returns: 'Datastore' },
        ...all(['native', 'validate', 'attributes', 'subscribe', 'unsubscribe', 'publish', 'publishCreate', 'publishUpdate', 'publishDestroy', 'watch'], { harmless: 'no query of its own' }),
      },
    },
    Query: {
      lazy: 'await',
      row: 'Row',
      members: {
        exec: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error', 'rows'], runs: 'now' }] },
        toPromise: { executes: true, returns: 'rows' },
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        where: { returns: 'this', step: { filter } },
        set: { returns: 'this', step: { data: [[0]] } },
        limit: { returns: 'this', step: { size: [[0]] } },
        paginate: { returns: 'this', step: paginate },
        populate: { returns: 'this', step: { relations: [[0]] } },
        populateAll: { returns: 'this' },
        select: { returns: 'this', step: { columns: [[0]] } },
        omit: { returns: 'this', step: { omits: [[0]] } },
        usingConnection: { returns: 'this', carries: [0] },
        eachRecord: { ...each, callbacks: [{ at: 0, params: ['row'], runs: 'each' }] },
        eachBatch: { ...each, callbacks: [{ at: -1, params: ['rows'], runs: 'each' }] },
        stream: { executes: true, step: { streams: true } },
        ...all(['skip', 'sort', 'meta', 'fetch', 'decrypt', 'intercept', 'tolerate', 'retry', 'timeout', 'groupBy', 'max', 'min', 'sum', 'average', 'log'], { returns: 'this' }),
      },
    },
    /** Changes the rows of an association. */
    Members: { extends: 'Query', lazy: 'await', members: { members: { returns: 'this' } } },
    Row: { entity: true, members: { save: { query: { access: 'write', rows: 'one' } }, toJSON: { harmless: 'reads memory only', copies: true }, toObject: { harmless: 'reads memory only', copies: true } } },
  },
  transactions: { by: 'option', how: 'open one with `sails.getDatastore().transaction(async (db) => …)`, and end both with `.usingConnection(db)`' },
  remedy: {
    read: 'load the association with `populate`, or use one `find` with a list: `find({ id: ids })`',
    write: 'use `createEach`, or one `update` or `destroy` with a list: `update({ id: ids })`',
    size: '`.limit()` or `.paginate()`',
    change: '`sendNativeQuery` with an `UPDATE` that adds to the column',
    hide: '`customToJSON` of the model',
    bind: 'write `$1` in the text, and put the value into the list after it',
  },
  serializers: ['customToJSON'],
  hookCovers: { beforeCreate: written, afterCreate: written, beforeUpdate: ['update', 'updateOne', 'save'], beforeSave: [...written, 'save'], beforeValidate: [...written, 'update', 'updateOne', 'save'] },
});
