import { all, defineLibrary } from '../vocabulary.js';

/** Statements that are sent at once go to different nodes: better than one that asks for many partitions (https://docs.datastax.com/en/developer/nodejs-driver). */
const statement = { access: 'sql', rows: 'many', sql: [0], paged: true, batched: true, callback: true } as const;

export const cassandra = defineLibrary({
  name: 'Cassandra',
  kind: 'database',
  packages: ['cassandra-driver', 'dse-driver'],
  versions: '3 and 4',
  exports: {
    default: { type: 'Cassandra' },
    Client: { type: 'ClientClass' },
    mapping: { type: 'Mapping' },
    concurrent: { type: 'Concurrent' },
  },
  types: {
    Cassandra: { members: { Client: { type: 'ClientClass' }, mapping: { type: 'Mapping' }, concurrent: { type: 'Concurrent' }, ...all(['types', 'auth', 'policies'], { type: 'unknown' }) } },
    ClientClass: { extends: 'Client', construct: { returns: 'Client' }, model: { instance: 'Client' } },
    Client: {
      client: 'client',
      members: {
        execute: { query: statement },
        eachRow: { query: { access: 'sql', rows: 'none', sql: [0] }, callbacks: [{ at: -1, runs: 'later' }] },
        stream: { query: { access: 'sql', rows: 'none', sql: [0] } },
        batch: { query: { access: 'write', rows: 'none', bulk: true, callback: true } },
        ...all(['connect', 'shutdown', 'getReplicas', 'getState'], { harmless: 'opens or closes a connection' }),
      },
    },
    Concurrent: { members: { executeConcurrent: { query: { access: 'write', rows: 'value', sql: [1], bulk: true } } } },
    Mapping: { members: { Mapper: { type: 'MapperClass' } } },
    MapperClass: { construct: { returns: 'Mapper' } },
    Mapper: { client: 'client', members: { forModel: { returns: 'ModelMapper', names: [0] }, batch: { query: { access: 'write', rows: 'none', bulk: true } } } },
    ModelMapper: {
      client: 'repository',
      members: {
        get: { query: { access: 'read', rows: 'one', filter: [[0]], batched: true } },
        find: { query: { access: 'read', rows: 'many', filter: [[0]], size: [[1, 'limit']], paged: true, batched: true } },
        findAll: { query: { access: 'read', rows: 'many', size: [[0, 'limit']], paged: true } },
        insert: { query: { access: 'write', rows: 'none', data: [[0]], batched: true } },
        update: { query: { access: 'write', rows: 'none', data: [[0]], batched: true } },
        remove: { query: { access: 'write', rows: 'none', filter: [[0]], batched: true } },
        mapWithQuery: { harmless: 'prepares a query' },
      },
    },
  },
  remedy: {
    read: 'send the statements at once, with `Promise.all` or `concurrent.executeConcurrent`, or keep the rows that are read together in one partition',
    write: 'send the statements at once, with `Promise.all` or `concurrent.executeConcurrent`, or those of one partition in a `batch`',
    size: '`LIMIT`',
    bind: 'write `?` in the text, and put the value into the list after it',
  },
  driverErrors: ['ResponseError', 'DriverError', 'NoHostAvailableError', 'OperationTimedOutError'],
});
