import { all, defineLibrary } from '../vocabulary.js';

export const nodeSqlite = defineLibrary({
  name: 'node:sqlite',
  kind: 'database',
  packages: ['node:sqlite'],
  versions: 'Node 22 and later',
  exports: {
    default: { type: 'Module' },
    DatabaseSync: { type: 'DatabaseClass' },
    StatementSync: { type: 'Statement' },
  },
  types: {
    Module: { members: { DatabaseSync: { type: 'DatabaseClass' } } },
    DatabaseClass: { extends: 'Database', construct: { returns: 'Database' }, model: { instance: 'Database' } },
    Database: {
      client: 'client',
      members: {
        prepare: { returns: 'Statement', query: { access: 'sql', rows: 'many', sql: [0] } },
        exec: { query: { access: 'sql', rows: 'none', sql: [0] } },
        ...all(['open', 'close'], { harmless: 'opens or closes a connection' }),
        ...all(['function', 'aggregate', 'enableLoadExtension', 'loadExtension', 'createSession', 'applyChangeset'], { harmless: 'a setting' }),
      },
    },
    Statement: {
      lazy: 'call',
      members: {
        all: { executes: true, returns: 'rows', step: { rows: 'many' } },
        get: { executes: true, returns: 'rows', step: { rows: 'one' } },
        run: { executes: true, step: { rows: 'value' } },
        iterate: { executes: true, step: { streams: true } },
        ...all(['setAllowBareNamedParameters', 'setReadBigInts', 'setReturnArrays', 'columns'], { harmless: 'a setting' }),
      },
    },
  },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (SELECT value FROM json_each(?))`',
    write: 'write all rows in one statement: `INSERT INTO … SELECT … FROM json_each(?)`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and hand the value to `.get()`, `.all()` or `.run()`',
  },
  synchronous: true,
});
