import { all, defineLibrary } from '../vocabulary.js';

const query = { access: 'sql', rows: 'many', sql: [0] } as const;

export const neon = defineLibrary({
  name: 'Neon',
  kind: 'database',
  packages: ['@neondatabase/serverless'],
  versions: '0.x to 1',
  exports: {
    neon: { returns: 'Sql' },
    NeonQueryFunction: { type: 'Sql' },
    Pool: { type: 'PoolClass' },
    Client: { type: 'ClientClass' },
    PoolClient: { type: 'Client' },
    neonConfig: { harmless: 'a setting' },
  },
  types: {
    Sql: {
      client: 'client',
      call: { returns: 'Query', query },
      members: {
        query: { returns: 'Query', query },
        unsafe: { harmless: 'a fragment', code: [[0]] },
        transaction: { transaction: true, callbacks: [{ at: 0, params: ['Sql'], runs: 'now' }] },
      },
    },
    Query: {
      lazy: 'await',
      members: {
        then: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['rows'], runs: 'now' }, { at: 1, params: ['error'], runs: 'now' }] },
        catch: { executes: true, returns: 'rows', callbacks: [{ at: 0, params: ['error'], runs: 'now' }] },
        finally: { executes: true, returns: 'rows' },
      },
    },
    PoolClass: { extends: 'Pool', construct: { returns: 'Pool' }, model: { instance: 'Pool' } },
    ClientClass: { extends: 'Client', construct: { returns: 'Client' }, model: { instance: 'Client' } },
    Pool: { client: 'client', members: { query: { query: { ...query, callback: true } }, connect: { returns: 'Client' }, end: { harmless: 'closes a connection' } } },
    Client: { client: 'client', members: { query: { query: { ...query, callback: true } }, connect: { harmless: 'opens a connection' }, ...all(['end', 'release'], { harmless: 'releases a connection' }) } },
  },
  transactions: { by: 'client', how: 'send both in one `sql.transaction([…])`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id = ANY(${ids})`',
    write: 'write all rows in one statement: `INSERT … SELECT * FROM unnest(…)`, or send them together with `sql.transaction([…])`',
    size: '`LIMIT`',
    change: '`SET n = n + ${change}` in the statement',
    list: '`array_append(list, ${value})` or `array_remove(list, ${value})` in the statement',
    bind: 'put it into the tagged template, which binds it',
  },
  driverErrors: ['NeonDbError', 'DatabaseError'],
});
