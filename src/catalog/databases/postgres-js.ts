import { all, defineLibrary } from '../vocabulary.js';

export const postgresJs = defineLibrary({
  name: 'Postgres.js',
  kind: 'database',
  packages: ['postgres'],
  versions: '2 to 3',
  exports: {
    default: { type: 'Factory' },
    ...all(['Sql', 'TransactionSql', 'ReservedSql'], { type: 'Sql' }),
  },
  types: {
    Factory: { call: { returns: 'Sql' } },
    Sql: {
      client: 'client',
      // Called with a value instead of a template, it builds a fragment: `sql(values)`.
      call: { returns: 'Query', query: { access: 'sql', rows: 'many', sql: [0] } },
      members: {
        ...all(['unsafe', 'file'], { returns: 'Query', query: { access: 'sql', rows: 'many', sql: [0] } }),
        begin: { transaction: true, callbacks: [{ at: -1, params: ['Sql'], runs: 'now' }] },
        savepoint: { transaction: true, callbacks: [{ at: -1, params: ['Sql'], runs: 'now' }] },
        reserve: { returns: 'Sql' },
        release: { harmless: 'releases a connection' },
        ...all(['json', 'array', 'typed'], { harmless: 'a fragment' }),
        ...all(['listen', 'subscribe'], { callbacks: [{ at: 1, runs: 'later' }] }),
        notify: { query: { access: 'write', rows: 'none' } },
        end: { harmless: 'closes a connection' },
      },
    },
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
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN ${sql(ids)}`',
    write: 'write all rows in one statement: `INSERT INTO … ${sql(rows)}`',
    size: '`LIMIT`',
  },
  driverErrors: ['PostgresError'],
});
