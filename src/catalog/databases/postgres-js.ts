import { all, defineLibrary } from '../vocabulary.js';

export const postgresJs = defineLibrary({
  name: 'Postgres.js',
  kind: 'database',
  packages: ['postgres'],
  versions: '2 to 3',
  exports: {
    default: { type: 'Factory' },
    ...all(['Sql', 'ReservedSql'], { type: 'Sql' }),
    TransactionSql: { type: 'Transaction' },
  },
  types: {
    Factory: { call: { returns: 'Sql' } },
    Sql: {
      client: 'client',
      // Called with a value instead of a template, it builds a fragment: `sql(values)`.
      call: { returns: 'Query', query: { access: 'sql', rows: 'many', sql: [0] } },
      members: {
        ...all(['unsafe', 'file'], { returns: 'Query', query: { access: 'sql', rows: 'many', sql: [0] } }),
        begin: { transaction: true, callbacks: [{ at: -1, params: ['Transaction'], runs: 'now' }] },
        savepoint: { transaction: true, callbacks: [{ at: -1, params: ['Transaction'], runs: 'now' }] },
        reserve: { returns: 'Sql' },
        release: { harmless: 'releases a connection' },
        ...all(['json', 'array', 'typed'], { harmless: 'a fragment' }),
        ...all(['listen', 'subscribe'], { callbacks: [{ at: 1, runs: 'later' }] }),
        notify: { query: { access: 'write', rows: 'none' } },
        end: { harmless: 'closes a connection' },
      },
    },
    Transaction: { extends: 'Sql', transaction: true },
    Query: {
      lazy: 'await',
      members: {
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        finally: { executes: true, returns: 'rows' },
        execute: { executes: true, returns: 'this' },
        ...all(['values', 'raw', 'simple'], { returns: 'this' }),
        forEach: { executes: true, batches: true, step: { streams: true }, callbacks: [{ at: 0, params: ['element'], runs: 'each' }] },
        cursor: { executes: true, batches: true, step: { streams: true }, callbacks: [{ at: -1, params: ['element'], runs: 'later' }] },
        ...all(['readable', 'writable'], { executes: true, step: { streams: true } }),
        ...all(['describe', 'cancel'], { harmless: 'metadata' }),
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the client of one `sql.begin(async (sql) => …)`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN ${sql(ids)}`',
    write: 'write all rows in one statement: `INSERT INTO … ${sql(rows)}`',
    size: '`LIMIT`',
    change: '`SET n = n + ${change}` in the statement',
    list: '`array_append(list, ${value})` or `array_remove(list, ${value})` in the statement',
    bind: 'put it into the tagged template, which binds it',
  },
  driverErrors: ['PostgresError'],
});
