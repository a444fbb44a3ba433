import { all, defineLibrary } from '../vocabulary.js';

const scope = { callbacks: [{ at: -1, params: ['Task'], runs: 'now', this: 'Task' }] } as const;

export const pgPromise = defineLibrary({
  name: 'pg-promise',
  kind: 'database',
  packages: ['pg-promise'],
  versions: '8 to 12',
  exports: {
    default: { type: 'Factory' },
    ...all(['IDatabase', 'IConnected'], { type: 'Database' }),
    ITask: { type: 'Task' },
    ...all(['PreparedStatement', 'ParameterizedQuery', 'QueryFile'], { harmless: 'a fragment' }),
  },
  types: {
    /** `pgp = pgPromise(options)`, then `pgp(connection)`. */
    Factory: { call: { returns: 'Main' }, members: { as: { type: 'Formatting' } } },
    Main: { call: { returns: 'Database' }, members: { as: { type: 'Formatting' }, ...all(['helpers', 'pg'], { type: 'unknown' }), end: { harmless: 'closes a connection' } } },
    Formatting: { members: { format: { passes: [[0]] }, ...all(['alias', 'array', 'bool', 'csv', 'date', 'json', 'name', 'number', 'text', 'value'], { escapes: true }) } },
    Database: {
      extends: 'Task',
      client: 'client',
      members: { connect: { returns: 'Database', harmless: 'opens a connection' }, $pool: { type: 'unknown' } },
    },
    Task: {
      client: 'client',
      members: {
        ...all(['query', 'any', 'many', 'manyOrNone'], { query: { access: 'sql', rows: 'many', sql: [0] } }),
        ...all(['one', 'oneOrNone'], { query: { access: 'sql', rows: 'one', sql: [0] } }),
        none: { query: { access: 'sql', rows: 'none', sql: [0] } },
        ...all(['result', 'multi', 'multiResult'], { query: { access: 'sql', rows: 'many', sql: [0] } }),
        ...all(['map', 'each'], { query: { access: 'sql', rows: 'many', sql: [0] }, callbacks: [{ at: 2, params: ['row'], runs: 'each' }] }),
        ...all(['func', 'proc'], { query: { access: 'read', rows: 'many' } }),
        stream: { harmless: 'reads row by row' },
        ...all(['task', 'taskIf'], scope),
        ...all(['tx', 'txIf'], { transaction: true, ...scope }),
        ...all(['batch', 'page', 'sequence'], { harmless: 'waits for queries' }),
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the task of one `db.tx(async (t) => …)`' },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id IN ($1:csv)`',
    write: 'write all rows in one statement with `pgp.helpers.insert` or `pgp.helpers.update`',
    size: '`LIMIT`',
    change: '`SET n = n + $1` in the statement',
    list: '`array_append(list, $1)` or `array_remove(list, $1)` in the statement',
    bind: 'write `$1` in the text, and hand the value over after it',
  },
  driverErrors: ['QueryResultError', 'QueryFileError', 'PreparedStatementError', 'ParameterizedQueryError'],
});
