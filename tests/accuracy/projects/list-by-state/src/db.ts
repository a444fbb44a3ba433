import createKnex from 'knex';

export const db = createKnex({ client: 'pg' });
