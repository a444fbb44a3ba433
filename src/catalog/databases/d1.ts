import { all, defineLibrary } from '../vocabulary.js';

const types = {
  D1Database: { type: 'Database' },
  D1DatabaseSession: { type: 'Session' },
  D1PreparedStatement: { type: 'Statement' },
} as const;

export const d1 = defineLibrary({
  name: 'Cloudflare D1',
  kind: 'database',
  packages: ['@cloudflare/workers-types', '@cloudflare/workers-types/*'],
  versions: '3 to 5',
  exports: types,
  // Wrangler declares these for the whole project.
  globals: types,
  types: {
    Session: {
      client: 'client',
      members: {
        prepare: { returns: 'Statement', query: { access: 'sql', rows: 'many', sql: [0] } },
        batch: { query: { access: 'write', rows: 'value', bulk: true } },
        getBookmark: { harmless: 'reads memory only' },
      },
    },
    Database: {
      extends: 'Session',
      client: 'client',
      members: {
        exec: { query: { access: 'sql', rows: 'none', sql: [0] } },
        withSession: { returns: 'Session' },
        dump: { harmless: 'copies the database' },
      },
    },
    /** Holds the SQL that it was prepared from, and the values that are bound to it. */
    Statement: {
      lazy: 'call',
      members: {
        bind: { returns: 'this' },
        ...all(['all', 'raw'], { executes: true, returns: 'rows', step: { rows: 'many' } }),
        first: { executes: true, returns: 'rows', step: { rows: 'one' } },
        run: { executes: true, returns: 'rows' },
      },
    },
  },
  transactions: { by: 'context', how: 'hand both statements to one `db.batch([…])`' },
  resultRows: 'results',
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (SELECT value FROM json_each(?))`',
    write: 'bind the statement once for each row, and hand them all to one `db.batch([…])`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and hand the value to `.bind()`',
  },
});
