import { all, defineLibrary } from '../vocabulary.js';

const sql = { access: 'sql', sql: [0], callback: true } as const;

export const sqlite3 = defineLibrary({
  name: 'sqlite3',
  kind: 'database',
  packages: ['sqlite3', '@vscode/sqlite3', 'sqlite'],
  versions: 'sqlite3 4 to 6, sqlite 3 to 5',
  exports: {
    default: { type: 'Driver' },
    Database: { type: 'DatabaseClass' },
    verbose: { returns: 'Driver' },
    // The `sqlite` package, which gives promises.
    open: { returns: 'Database' },
  },
  types: {
    Driver: { members: { Database: { type: 'DatabaseClass' }, verbose: { returns: 'Driver' } } },
    DatabaseClass: { extends: 'Database', construct: { returns: 'Database' }, model: { instance: 'Database' } },
    Database: {
      client: 'client',
      members: {
        all: { returns: 'this', query: { ...sql, rows: 'many' } },
        get: { returns: 'this', query: { ...sql, rows: 'one' } },
        run: { returns: 'this', query: { ...sql, rows: 'value' } },
        exec: { returns: 'this', query: { ...sql, rows: 'none' } },
        each: { batches: true, query: { ...sql, rows: 'many' }, callbacks: [{ at: 1, params: ['error', 'row'], runs: 'each' }, { at: 2, params: ['error', 'row'], runs: 'each' }] },
        prepare: { returns: 'Statement', query: { access: 'sql', rows: 'many', sql: [0] } },
        ...all(['serialize', 'parallelize'], { callbacks: [{ at: 0, runs: 'now' }] }),
        ...all(['close', 'configure', 'interrupt', 'loadExtension', 'wait'], { harmless: 'opens or closes a connection' }),
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
    Statement: {
      lazy: 'call',
      members: {
        all: { executes: true, returns: 'rows', step: { rows: 'many' } },
        get: { executes: true, returns: 'rows', step: { rows: 'one' } },
        run: { executes: true, returns: 'this', step: { rows: 'value' } },
        each: { executes: true, batches: true, step: { streams: true } },
        ...all(['bind', 'reset'], { returns: 'this' }),
        finalize: { harmless: 'closes a statement' },
      },
    },
  },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (…)`',
    write: 'write all rows in one statement: `INSERT INTO … VALUES (?, ?), (?, ?)`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and hand the value over after it',
  },
});
