import { all, defineLibrary } from '../vocabulary.js';

export const betterSqlite3 = defineLibrary({
  name: 'better-sqlite3',
  kind: 'database',
  packages: ['better-sqlite3'],
  versions: '5 to 12',
  exports: {
    default: { type: 'DatabaseClass' },
    Database: { type: 'Database' },
    Statement: { type: 'Statement' },
  },
  types: {
    DatabaseClass: { extends: 'Database', construct: { returns: 'Database' }, call: { returns: 'Database' }, model: { instance: 'Database' } },
    Database: {
      client: 'client',
      members: {
        prepare: { returns: 'Statement', query: { access: 'sql', rows: 'many', sql: [0] } },
        exec: { returns: 'this', query: { access: 'sql', rows: 'none', sql: [0] } },
        transaction: { transaction: true, callbacks: [{ at: 0, runs: 'now' }] },
        ...all(['pragma', 'function', 'aggregate', 'table', 'loadExtension', 'backup', 'serialize', 'defaultSafeIntegers', 'unsafeMode'], { harmless: 'a setting' }),
        close: { harmless: 'closes a connection' },
      },
    },
    /** Holds the SQL that it was prepared from. */
    Statement: {
      lazy: 'call',
      members: {
        all: { executes: true, returns: 'rows', step: { rows: 'many' } },
        get: { executes: true, returns: 'rows', step: { rows: 'one' } },
        run: { executes: true, step: { rows: 'value' } },
        iterate: { executes: true, step: { streams: true } },
        ...all(['pluck', 'expand', 'raw', 'bind', 'safeIntegers'], { returns: 'this' }),
        columns: { harmless: 'metadata' },
      },
    },
  },
  transactions: { by: 'context', how: 'wrap both in one `db.transaction(() => …)`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (SELECT value FROM json_each(?))`',
    write: 'write all rows in one statement: `INSERT INTO … SELECT … FROM json_each(?)`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and hand the value to `.get()`, `.all()` or `.run()`',
  },
  synchronous: true,
  driverErrors: ['SqliteError'],
});
