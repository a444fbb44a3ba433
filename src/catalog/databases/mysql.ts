import { all, defineLibrary } from '../vocabulary.js';

// With promises: `[rows, fields]`.
const run = { access: 'sql', rows: 'many', sql: [0], callback: true, pair: true } as const;
/** What stands beside the text in `format` is escaped, the text itself is not. */
const escaping = { ...all(['escape', 'escapeId'], { harmless: 'a fragment', escapes: true }), format: { harmless: 'a fragment', passes: [[0]] } } as const;
const fragments = { ...escaping, raw: { harmless: 'a fragment', code: [[0]] } } as const;
const opens = [{ at: -1, params: ['error', 'Connection'], runs: 'now' }] as const;

export const mysql = defineLibrary({
  name: 'MySQL',
  kind: 'database',
  packages: ['mysql', 'mysql2', 'mysql2/promise', 'promise-mysql'],
  versions: 'mysql 2, mysql2 1 to 3',
  exports: {
    default: { type: 'Driver' },
    createPool: { returns: 'Pool' },
    createConnection: { returns: 'Connection' },
    createPoolCluster: { returns: 'Cluster' },
    Pool: { type: 'Pool' },
    ...all(['Connection', 'PoolConnection'], { type: 'Connection' }),
    PoolCluster: { type: 'Cluster' },
    ...fragments,
  },
  types: {
    Driver: {
      members: {
        createPool: { returns: 'Pool' },
        createConnection: { returns: 'Connection' },
        createPoolCluster: { returns: 'Cluster' },
        ...fragments,
      },
    },
    Cluster: {
      client: 'client',
      members: { of: { returns: 'Pool' }, getConnection: { returns: 'Connection', callbacks: opens }, ...all(['add', 'end'], { harmless: 'opens or closes a connection' }) },
    },
    Pool: {
      client: 'client',
      members: {
        ...all(['query', 'execute'], { query: run }),
        getConnection: { returns: 'Connection', callbacks: opens },
        promise: { returns: 'this' },
        pool: { type: 'Pool' },
        ...escaping,
        ...all(['end', 'releaseConnection'], { harmless: 'closes a connection' }),
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
    Connection: {
      client: 'client',
      members: {
        ...all(['query', 'execute'], { query: run }),
        prepare: { returns: 'Statement', query: { access: 'sql', rows: 'many', sql: [0] } },
        promise: { returns: 'this' },
        connection: { type: 'Connection' },
        beginTransaction: { begins: 'receiver', harmless: 'opens a transaction', callbacks: [{ at: -1, params: ['error'], runs: 'now' }] },
        ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction', callbacks: [{ at: -1, params: ['error'], runs: 'now' }] }),
        connect: { harmless: 'opens a connection', callbacks: [{ at: -1, params: ['error'], runs: 'now' }] },
        ...all(['end', 'destroy', 'release', 'ping', 'changeUser'], { harmless: 'closes a connection' }),
        ...escaping,
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
    Statement: { lazy: 'call', members: { execute: { executes: true, returns: 'rows' }, close: { harmless: 'closes a statement' } } },
  },
  transactions: { by: 'client', how: 'run both on one connection of the pool, between `beginTransaction` and `commit`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (?)`',
    write: 'write all rows in one statement: `INSERT INTO … VALUES ?`, or `UPDATE … WHERE id IN (?)`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and put the value into the list after it',
  },
});
