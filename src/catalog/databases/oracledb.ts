import { all, defineLibrary } from '../vocabulary.js';

const connect = { returns: 'Connection', callbacks: [{ at: -1, params: ['error', 'Connection'], runs: 'now' }] } as const;

export const oracledb = defineLibrary({
  name: 'oracledb',
  kind: 'database',
  packages: ['oracledb'],
  versions: '4 to 7',
  exports: {
    default: { type: 'Oracle' },
    Connection: { type: 'Connection' },
    Pool: { type: 'Pool' },
    getConnection: connect,
    createPool: { returns: 'Pool' },
    getPool: { returns: 'Pool' },
  },
  types: {
    Oracle: { members: { getConnection: connect, createPool: { returns: 'Pool' }, getPool: { returns: 'Pool' }, initOracleClient: { harmless: 'a setting' } } },
    Pool: { client: 'client', members: { getConnection: connect, ...all(['close', 'terminate', 'reconfigure'], { harmless: 'closes connections' }) } },
    Connection: {
      client: 'client',
      members: {
        execute: { query: { access: 'sql', rows: 'many', sql: [0], size: [[2, 'maxRows']], callback: true } },
        executeMany: { query: { access: 'write', rows: 'value', sql: [0], bulk: true, callback: true } },
        queryStream: { query: { access: 'sql', rows: 'none', sql: [0] } },
        ...all(['commit', 'rollback'], { harmless: 'ends a transaction' }),
        ...all(['close', 'release', 'ping', 'break', 'changePassword'], { harmless: 'closes a connection' }),
      },
    },
  },
  // A connection's statements are in one transaction anyway, until it commits.
  remedy: {
    read: 'join the tables, or fetch all rows at once with a bound collection: `WHERE id IN (SELECT column_value FROM TABLE(:ids))`',
    write: 'write all rows at once with `executeMany`',
    size: '`FETCH NEXT … ROWS ONLY` or `maxRows`',
    change: '`SET n = n + :change` in the statement',
    bind: 'write `:name` in the text, and put the value into the binds after it',
  },
});
