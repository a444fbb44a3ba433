import { all, defineLibrary } from '../vocabulary.js';

const query = { access: 'sql', rows: 'many', sql: [0], callback: true } as const;

export const mssql = defineLibrary({
  name: 'mssql',
  kind: 'database',
  packages: ['mssql', 'mssql/msnodesqlv8'],
  versions: '4 to 12',
  exports: {
    default: { type: 'Driver' },
    ConnectionPool: { type: 'PoolClass' },
    Request: { type: 'RequestClass' },
    Transaction: { type: 'TransactionClass' },
    PreparedStatement: { type: 'PreparedStatement', constructs: 'PreparedStatement' },
    connect: { returns: 'Pool' },
    query: { query },
  },
  types: {
    Driver: {
      members: {
        ConnectionPool: { type: 'PoolClass' },
        Request: { type: 'RequestClass' },
        Transaction: { type: 'TransactionClass' },
        PreparedStatement: { constructs: 'PreparedStatement' },
        connect: { returns: 'Pool' },
        query: { query },
      },
    },
    PoolClass: { extends: 'Pool', construct: { returns: 'Pool' } },
    Pool: {
      client: 'client',
      members: {
        request: { returns: 'Request' },
        transaction: { returns: 'Transaction' },
        ...all(['query', 'batch'], { query }),
        connect: { returns: 'this', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        close: { harmless: 'closes a connection' },
      },
    },
    RequestClass: { extends: 'Request', construct: { returns: 'Request', carries: [0] } },
    Request: {
      client: 'client',
      members: {
        ...all(['query', 'batch'], { query }),
        // A stored procedure, by name.
        execute: { query: { access: 'read', rows: 'many', callback: true } },
        bulk: { query: { access: 'write', rows: 'value', bulk: true, callback: true } },
        ...all(['input', 'output', 'replaceInput'], { returns: 'this' }),
        cancel: { harmless: 'cancels a query' },
      },
    },
    TransactionClass: { extends: 'Transaction', construct: { returns: 'Transaction' } },
    Transaction: { transaction: true, members: { request: { returns: 'Request' }, begin: { returns: 'this', begins: 'receiver' }, ...all(['commit', 'rollback'], { ends: true, harmless: 'ends a transaction' }) } },
    PreparedStatement: {
      members: {
        ...all(['input', 'output'], { returns: 'this' }),
        prepare: { harmless: 'prepares a statement' },
        execute: { query: { access: 'read', rows: 'many', callback: true } },
        unprepare: { harmless: 'closes a statement' },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on requests of one `sql.Transaction`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with a table-valued parameter or `OPENJSON`',
    write: 'use `request.bulk(table)` or one statement for all rows',
    size: '`TOP` or `OFFSET … FETCH`',
    change: '`SET n = n + @change` in the statement',
    bind: 'add it with `.input(name, value)`, and write `@name` in the text',
  },
  driverErrors: ['MSSQLError', 'RequestError', 'ConnectionError', 'TransactionError', 'PreparedStatementError'],
});
