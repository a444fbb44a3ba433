import { all, defineLibrary } from '../vocabulary.js';

export const slonik = defineLibrary({
  name: 'Slonik',
  kind: 'database',
  packages: ['slonik'],
  versions: '23 to 48',
  exports: {
    createPool: { returns: 'Pool' },
    DatabasePool: { type: 'Pool' },
    ...all(['DatabasePoolConnection', 'CommonQueryMethods'], { type: 'Methods' }),
    DatabaseTransactionConnection: { type: 'Transaction' },
    sql: { type: 'Sql' },
    createSqlTag: { returns: 'Sql' },
  },
  types: {
    /** `` sql`…` `` is a fragment: it runs when a pool takes it. */
    Sql: { call: { harmless: 'a fragment' }, any: { harmless: 'a fragment' } },
    Methods: {
      client: 'client',
      members: {
        ...all(['query', 'any', 'anyFirst', 'many', 'manyFirst'], { query: { access: 'sql', rows: 'many', sql: [0] } }),
        ...all(['one', 'oneFirst', 'maybeOne', 'maybeOneFirst'], { query: { access: 'sql', rows: 'one', sql: [0] } }),
        exists: { query: { access: 'read', rows: 'value', sql: [0] } },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Transaction'], runs: 'now' }] },
        stream: { harmless: 'reads row by row' },
      },
    },
    Transaction: { extends: 'Methods', transaction: true },
    Pool: {
      extends: 'Methods',
      client: 'client',
      members: {
        connect: { callbacks: [{ at: 0, params: ['Methods'], runs: 'now' }] },
        copyFromBinary: { query: { access: 'write', rows: 'none', bulk: true } },
        ...all(['end', 'getPoolState'], { harmless: 'closes a connection' }),
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the connection of one `pool.transaction(async (connection) => …)`' },
  remedy: {
    read: "join the tables, or fetch all rows at once with `WHERE id = ANY(${sql.array(ids, 'int4')})`",
    write: 'write all rows in one statement with `sql.unnest`',
    size: '`LIMIT`',
    change: '`SET n = n + ${change}` in the statement',
    list: '`array_append(list, ${value})` or `array_remove(list, ${value})` in the statement',
  },
  driverErrors: ['SlonikError', 'NotFoundError', 'DataIntegrityError', 'IntegrityConstraintViolationError', 'UniqueIntegrityConstraintViolationError', 'ForeignKeyIntegrityConstraintViolationError', 'NotNullIntegrityConstraintViolationError', 'CheckIntegrityConstraintViolationError', 'StatementCancelledError', 'StatementTimeoutError', 'BackendTerminatedError', 'ConnectionError', 'TupleMovedToAnotherPartitionError', 'InputSyntaxError', 'InvalidInputError', 'SchemaValidationError'],
});
