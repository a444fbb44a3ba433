import { all, defineLibrary } from '../vocabulary.js';

export const slonik = defineLibrary({
  name: 'Slonik',
  kind: 'database',
  packages: ['slonik'],
  versions: '23 to 48',
  exports: {
    createPool: { returns: 'Pool' },
    DatabasePool: { type: 'Pool' },
    ...all(['DatabasePoolConnection', 'DatabaseTransactionConnection', 'CommonQueryMethods'], { type: 'Methods' }),
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
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Methods'], runs: 'now' }] },
        stream: { harmless: 'reads row by row' },
      },
    },
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
  remedy: {
    read: "join the tables, or fetch all rows at once with `WHERE id = ANY(${sql.array(ids, 'int4')})`",
    write: 'write all rows in one statement with `sql.unnest`',
    size: '`LIMIT`',
  },
  driverErrors: ['SlonikError', 'NotFoundError', 'DataIntegrityError', 'IntegrityConstraintViolationError', 'UniqueIntegrityConstraintViolationError', 'ForeignKeyIntegrityConstraintViolationError', 'NotNullIntegrityConstraintViolationError', 'CheckIntegrityConstraintViolationError', 'StatementCancelledError', 'StatementTimeoutError', 'BackendTerminatedError', 'ConnectionError', 'TupleMovedToAnotherPartitionError', 'InputSyntaxError', 'InvalidInputError', 'SchemaValidationError'],
});
