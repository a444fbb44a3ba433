import { all, defineLibrary } from '../vocabulary.js';

const query = { access: 'sql', rows: 'many', sql: [0] } as const;

export const vercelPostgres = defineLibrary({
  name: 'Vercel Postgres',
  kind: 'database',
  packages: ['@vercel/postgres'],
  exports: {
    ...all(['sql', 'db'], { type: 'Pool' }),
    createPool: { returns: 'Pool' },
    createClient: { returns: 'Client' },
    VercelPool: { type: 'Pool' },
    ...all(['VercelClient', 'VercelPoolClient'], { type: 'Client' }),
  },
  types: {
    /** `sql` is a tag and a pool at once. */
    Pool: {
      client: 'client',
      call: { query },
      members: { sql: { query }, query: { query }, connect: { returns: 'Client' }, end: { harmless: 'closes a connection' } },
    },
    Client: { client: 'client', members: { sql: { query }, query: { query }, connect: { harmless: 'opens a connection' }, ...all(['end', 'release'], { harmless: 'releases a connection' }) } },
  },
  remedy: {
    read: 'join the tables, or fetch all rows at once with `WHERE id = ANY(${ids})`',
    write: 'write all rows in one statement: `INSERT … SELECT * FROM unnest(…)`',
    size: '`LIMIT`',
    change: '`SET n = n + ${change}` in the statement',
    list: '`array_append(list, ${value})` or `array_remove(list, ${value})` in the statement',
    bind: 'put it into the tagged template, which binds it',
  },
  driverErrors: ['VercelPostgresError'],
});
