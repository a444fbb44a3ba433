import { defineLibrary } from '../vocabulary.js';

const execute = { query: { access: 'sql', rows: 'many', sql: [0] } } as const;
const transaction = { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] } as const;

export const planetscale = defineLibrary({
  name: 'PlanetScale',
  kind: 'database',
  packages: ['@planetscale/database'],
  versions: '1',
  exports: {
    connect: { returns: 'Connection' },
    Client: { type: 'ClientClass' },
    Connection: { type: 'Connection', constructs: 'Connection' },
    Transaction: { type: 'Transaction' },
    cast: { harmless: 'reads memory only' },
    format: { harmless: 'a fragment' },
  },
  types: {
    ClientClass: { extends: 'Client', construct: { returns: 'Client' } },
    Client: { client: 'client', members: { execute, transaction, connection: { returns: 'Connection' } } },
    Connection: { client: 'client', members: { execute, transaction, refresh: { harmless: 'opens a connection' } } },
    Transaction: { client: 'client', members: { execute } },
  },
  transactions: { by: 'client', how: 'run both on the `tx` of one `connection.transaction(async (tx) => …)`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN (?)`',
    write: 'write all rows in one statement, or use `UPDATE … WHERE id IN (?)`',
    size: '`LIMIT`',
    change: '`SET n = n + ?` in the statement',
    bind: 'write `?` in the text, and put the value into the list after it',
  },
  driverErrors: ['DatabaseError'],
});
