import { all, defineLibrary, GATHERING_STAGES } from '../vocabulary.js';

const filter = [[0]] as const;
const callback = true as const;
/** Of a collection's `bulkWrite`. */
const operations = [['insertOne', 'document'], ['updateOne', 'update'], ['updateMany', 'update'], ['replaceOne', 'replacement']] as const;

export const mongodb = defineLibrary({
  name: 'MongoDB driver',
  kind: 'database',
  // MarsDB keeps its collections in memory and has the same methods.
  packages: ['mongodb', 'marsdb'],
  versions: '2 to 7',
  exports: {
    default: { type: 'Driver' },
    MongoClient: { type: 'MongoClientClass' },
    Db: { type: 'Db' },
    Collection: { type: 'Collection', constructs: 'Collection', names: [0] },
    ...all(['FindCursor', 'AggregationCursor'], { type: 'Cursor' }),
    ClientSession: { type: 'Session' },
    connect: { returns: 'MongoClient', callbacks: [{ at: -1, params: ['error', 'MongoClient'], runs: 'now' }] },
  },
  types: {
    Driver: {
      members: {
        MongoClient: { type: 'MongoClientClass' },
        Collection: { constructs: 'Collection', names: [0] },
        connect: { returns: 'MongoClient', callbacks: [{ at: -1, params: ['error', 'MongoClient'], runs: 'now' }] },
      },
    },
    MongoClientClass: {
      extends: 'MongoClient',
      construct: { returns: 'MongoClient' },
      model: { instance: 'MongoClient' },
      members: { connect: { returns: 'MongoClient', callbacks: [{ at: -1, params: ['error', 'MongoClient'], runs: 'now' }] } },
    },
    /** In version 2 `connect` gave the database itself. */
    MongoClient: {
      extends: 'Db',
      client: 'client',
      members: {
        db: { returns: 'Db' },
        connect: { returns: 'this', callbacks: [{ at: -1, params: ['error', 'MongoClient'], runs: 'now' }] },
        startSession: { returns: 'Session' },
        withSession: { callbacks: [{ at: -1, params: ['Session'], runs: 'now' }] },
        bulkWrite: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        close: { harmless: 'closes a connection' },
        watch: { harmless: 'a change stream' },
      },
    },
    Session: {
      transaction: true,
      members: {
        withTransaction: { transaction: true, callbacks: [{ at: 0, params: ['Session'], runs: 'now' }] },
        startTransaction: { begins: 'receiver', harmless: 'opens a transaction' },
        ...all(['commitTransaction', 'abortTransaction'], { ends: true, harmless: 'ends a transaction' }),
        endSession: { harmless: 'ends a session' },
      },
    },
    Db: {
      client: 'client',
      members: {
        collection: { returns: 'Collection', names: [0] },
        aggregate: { returns: 'Cursor', query: { access: 'read', rows: 'many' } },
        command: { query: { access: 'read', rows: 'value' } },
        createCollection: { returns: 'Collection', names: [0], harmless: 'changes the schema' },
        ...all(['collections', 'listCollections', 'dropCollection', 'dropDatabase', 'renameCollection', 'createIndex', 'indexInformation', 'stats', 'admin', 'watch'], { harmless: 'changes or reads the schema' }),
      },
    },
    Collection: {
      client: 'model',
      members: {
        find: { returns: 'Cursor', query: { access: 'read', rows: 'many', filter, size: [[1, 'limit']] } },
        findOne: { query: { access: 'read', rows: 'one', filter, callback } },
        aggregate: { returns: 'Cursor', query: { access: 'read', rows: 'many', size: [[0, '*', '$limit']], gathers: GATHERING_STAGES, callback } },
        ...all(['countDocuments', 'count', 'estimatedDocumentCount'], { query: { access: 'read', rows: 'value', filter, callback } }),
        distinct: { query: { access: 'read', rows: 'value', filter: [[1]], callback } },
        insertOne: { query: { access: 'write', rows: 'value', data: [[0]], callback } },
        ...all(['insertMany', 'insert'], { query: { access: 'write', rows: 'value', data: [[0]], bulk: true, callback } }),
        bulkWrite: { query: { access: 'write', rows: 'value', data: [[0]], operations, bulk: true, callback } },
        save: { query: { access: 'write', rows: 'value', data: [[0]], callback } },
        ...all(['updateOne', 'replaceOne'], { query: { access: 'write', rows: 'value', filter, data: [[1]], callback } }),
        ...all(['updateMany', 'update'], { query: { access: 'write', rows: 'value', filter, data: [[1]], bulk: true, callback } }),
        ...all(['findOneAndUpdate', 'findOneAndReplace'], { query: { access: 'write', rows: 'one', filter, data: [[1]], callback } }),
        findAndModify: { query: { access: 'write', rows: 'one', filter, data: [[2]], callback } },
        ...all(['findOneAndDelete', 'findAndRemove'], { query: { access: 'write', rows: 'one', filter, callback } }),
        deleteOne: { query: { access: 'write', rows: 'value', filter, callback } },
        ...all(['deleteMany', 'remove'], { query: { access: 'write', rows: 'value', filter, bulk: true, callback } }),
        mapReduce: { query: { access: 'read', rows: 'many', callback: true }, code: [[0], [1]] },
        ...all(['initializeOrderedBulkOp', 'initializeUnorderedBulkOp'], { returns: 'Bulk' }),
        ...all(['createIndex', 'createIndexes', 'ensureIndex', 'dropIndex', 'dropIndexes', 'indexes', 'listIndexes', 'indexExists', 'indexInformation', 'drop', 'rename', 'isCapped', 'options', 'watch', 'createSearchIndex', 'listSearchIndexes'], { harmless: 'changes or reads the schema' }),
      },
    },
    /** Gathers writes until `execute`. */
    Bulk: {
      members: {
        execute: { query: { access: 'write', rows: 'value', bulk: true, callback } },
        ...all(['insert', 'raw'], { returns: 'this', harmless: 'gathers a write' }),
        find: { returns: 'BulkFind', harmless: 'gathers a write' },
      },
    },
    BulkFind: {
      members: {
        ...all(['updateOne', 'update', 'replaceOne', 'delete', 'deleteOne'], { returns: 'Bulk', harmless: 'gathers a write' }),
        ...all(['upsert', 'hint', 'collation', 'arrayFilters'], { returns: 'this' }),
      },
    },
    Cursor: {
      lazy: 'call',
      members: {
        toArray: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error', 'rows'], runs: 'now' }] },
        ...all(['next', 'tryNext', 'hasNext', 'nextObject'], { executes: true, step: { rows: 'one', streams: true } }),
        ...all(['forEach', 'each'], { executes: true, batches: true, step: { streams: true }, callbacks: [{ at: 0, params: ['element'], runs: 'each' }] }),
        stream: { executes: true, step: { streams: true } },
        count: { executes: true, step: { rows: 'value' } },
        // MarsDB's cursors are promises too.
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        limit: { returns: 'this', step: { size: [[0]] } },
        ...all(['filter', 'match'], { returns: 'this', step: { filter: [[0]] } }),
        map: { returns: 'this', callbacks: [{ at: 0, params: ['element'], runs: 'later' }] },
        ...all(['sort', 'skip', 'project', 'batchSize', 'hint', 'collation', 'comment', 'maxTimeMS', 'addCursorFlag', 'allowDiskUse', 'min', 'max', 'returnKey', 'showRecordId', 'addQueryModifier', 'clone', 'withReadPreference', 'withReadConcern', 'addStage', 'geoNear', 'group', 'lookup', 'redact', 'unwind', 'out'], { returns: 'this' }),
        explain: { harmless: 'metadata' },
        ...all(['close', 'rewind'], { harmless: 'closes a cursor' }),
      },
    },
  },
  transactions: { by: 'option', how: 'open a session, and run both with it in one `session.withTransaction(async () => …)`', options: ['session'], readsAreFree: true },
  // https://www.mongodb.com/docs/manual/core/server-side-javascript/
  codePaths: [['$where'], ['$function', 'body'], ['$accumulator', 'init'], ['$accumulator', 'accumulate'], ['$accumulator', 'merge'], ['$accumulator', 'finalize']],
  remedy: {
    read: 'use one `find` with `{ _id: { $in: ids } }`, or `$lookup` in an aggregation',
    count: 'take the figures of all of them at once with one `aggregate` and `$group`',
    write: 'use `insertMany`, `bulkWrite` or `updateMany`',
    size: '`.limit()`',
    change: '`$inc` in an update',
    list: '`$push`, `$addToSet` or `$pull` in an update',
    bind: 'compare fields with operators (`{ field: value }`, `$expr`), which take it as a value',
  },
  documents: true,
  refusesStaleWrites: true,
  session: 'session',
  driverErrors: ['MongoError', 'MongoServerError', 'MongoBulkWriteError', 'MongoNetworkError', 'MongoDriverError', 'MongoAPIError', 'MongoRuntimeError', 'MongoServerSelectionError', 'WriteError', 'WriteConcernError'],
});
