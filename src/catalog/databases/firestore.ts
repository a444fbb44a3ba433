import { all, defineLibrary } from '../vocabulary.js';

const collection = { returns: 'Collection', names: [0], query: { access: 'read', rows: 'many' } } as const;

export const firestore = defineLibrary({
  name: 'Firestore',
  kind: 'database',
  packages: ['firebase-admin', 'firebase-admin/firestore', '@google-cloud/firestore'],
  versions: 'firebase-admin 9 to 13, @google-cloud/firestore 4 to 8',
  exports: {
    default: { type: 'Admin' },
    getFirestore: { returns: 'Firestore' },
    initializeFirestore: { returns: 'Firestore' },
    firestore: { type: 'FirestoreNamespace' },
    Firestore: { type: 'FirestoreClass' },
    CollectionReference: { type: 'Collection' },
    DocumentReference: { type: 'Document' },
    Query: { type: 'Query' },
    Transaction: { type: 'Transaction' },
    WriteBatch: { type: 'Batch' },
  },
  types: {
    Admin: { members: { firestore: { type: 'FirestoreNamespace' } } },
    /** `admin.firestore()`, and a namespace of types. */
    FirestoreNamespace: { call: { returns: 'Firestore' }, members: { Firestore: { type: 'FirestoreClass' } } },
    FirestoreClass: { extends: 'Firestore', construct: { returns: 'Firestore' } },
    Firestore: {
      client: 'client',
      members: {
        ...all(['collection', 'collectionGroup'], collection),
        doc: { returns: 'Document' },
        getAll: { query: { access: 'read', rows: 'many', filter: [[0]], bulk: true } },
        runTransaction: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        ...all(['batch', 'bulkWriter'], { returns: 'Batch' }),
        recursiveDelete: { query: { access: 'write', rows: 'none', bulk: true } },
        ...all(['settings', 'terminate', 'listCollections'], { harmless: 'a setting' }),
      },
    },
    Query: {
      lazy: 'call',
      members: {
        get: { executes: true, returns: 'Snapshot' },
        stream: { executes: true, step: { streams: true } },
        onSnapshot: { callbacks: [{ at: 0, runs: 'later' }] },
        where: { returns: 'this', step: { filter: [[2]] } },
        ...all(['limit', 'limitToLast'], { returns: 'this', step: { size: [[0]] } }),
        ...all(['count', 'aggregate'], { returns: 'this', step: { rows: 'value' } }),
        ...all(['orderBy', 'offset', 'select', 'startAt', 'startAfter', 'endAt', 'endBefore', 'withConverter'], { returns: 'this' }),
      },
    },
    Snapshot: { members: { docs: { type: 'DocumentSnapshot[]' }, forEach: { batches: true, callbacks: [{ at: 0, params: ['DocumentSnapshot'], runs: 'each' }] } } },
    DocumentSnapshot: { members: { ref: { type: 'Document' }, ...all(['data', 'get'], { type: 'unknown', harmless: 'reads memory only' }) } },
    Collection: {
      extends: 'Query',
      lazy: 'call',
      client: 'model',
      members: {
        doc: { returns: 'Document' },
        // What `collection()` reads is not asked for.
        add: { query: { access: 'write', rows: 'one', data: [[0]] }, step: { access: 'write', rows: 'one' } },
        listDocuments: { query: { access: 'read', rows: 'many' } },
      },
    },
    Document: {
      client: 'model',
      members: {
        get: { query: { access: 'read', rows: 'one' } },
        ...all(['set', 'create', 'update'], { query: { access: 'write', rows: 'value', data: [[0]] } }),
        delete: { query: { access: 'write', rows: 'value' } },
        collection,
        listCollections: { harmless: 'metadata' },
        onSnapshot: { callbacks: [{ at: 0, runs: 'later' }] },
        withConverter: { returns: 'this' },
      },
    },
    Transaction: { extends: 'Batch', transaction: true },
    /** A batch, a bulk writer, or a transaction: reads at once, gathers its writes. */
    Batch: {
      members: {
        get: { query: { access: 'read', rows: 'many', filter: [[0]] } },
        getAll: { query: { access: 'read', rows: 'many', filter: [[0]], bulk: true } },
        ...all(['set', 'create', 'update', 'delete'], { returns: 'this', harmless: 'gathers a write' }),
        ...all(['commit', 'flush', 'close'], { query: { access: 'write', rows: 'none', bulk: true } }),
      },
    },
  },
  transactions: { by: 'client', how: 'write both by one `batch()` or `runTransaction(async (tx) => …)`' },
  remedy: {
    read: "use `getAll(...refs)`, or one query with `where('id', 'in', ids)`",
    write: 'gather the writes in a `batch()` or a `bulkWriter()`',
    size: '`.limit()`',
    change: '`FieldValue.increment()`',
  },
  documents: true,
  resultRows: 'docs',
  driverErrors: ['FirebaseError', 'FirebaseFirestoreError'],
});
