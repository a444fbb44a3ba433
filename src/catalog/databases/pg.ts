import { all, defineLibrary } from '../vocabulary.js';

export const pg = defineLibrary({
  name: 'pg',
  kind: 'database',
  packages: ['pg', 'pg-pool'],
  versions: '7 to 8',
  exports: {
    default: { type: 'Driver' },
    native: { type: 'Driver' },
    Pool: { type: 'PoolClass' },
    Client: { type: 'ClientClass' },
    ...all(['PoolClient', 'ClientBase'], { type: 'Client' }),
    ...all(['escapeIdentifier', 'escapeLiteral'], { harmless: 'a fragment', escapes: true }),
  },
  types: {
    // `pg-pool` exports the pool itself.
    Driver: { members: { Pool: { type: 'PoolClass' }, Client: { type: 'ClientClass' }, native: { type: 'Driver' } }, construct: { returns: 'Pool' } },
    PoolClass: { extends: 'Pool', construct: { returns: 'Pool' }, model: { instance: 'Pool' } },
    ClientClass: { extends: 'Client', construct: { returns: 'Client' }, model: { instance: 'Client' } },
    Pool: {
      client: 'client',
      members: {
        query: { query: { access: 'sql', rows: 'many', sql: [0], callback: true } },
        connect: { returns: 'Client', callbacks: [{ at: 0, params: ['error', 'Client'], runs: 'now' }] },
        end: { harmless: 'closes a connection' },
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
    Client: {
      client: 'client',
      members: {
        query: { query: { access: 'sql', rows: 'many', sql: [0], callback: true } },
        connect: { returns: 'this', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        ...all(['release', 'end'], { harmless: 'releases a connection' }),
        ...all(['escapeIdentifier', 'escapeLiteral'], { harmless: 'a fragment', escapes: true }),
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on one client of the pool, between `BEGIN` and `COMMIT`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id = ANY($1)`',
    write: 'write all rows in one statement: `INSERT … SELECT * FROM unnest($1, $2)`, or `UPDATE … WHERE id = ANY($1)`',
    size: '`LIMIT`',
    change: '`SET n = n + $1` in the statement',
    list: '`array_append(list, $1)` or `array_remove(list, $1)` in the statement',
    bind: 'write `$1` in the text, and put the value into the list after it',
  },
  driverErrors: ['DatabaseError'],
});
