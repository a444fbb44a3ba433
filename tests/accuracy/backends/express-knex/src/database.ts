import knex, { Knex } from 'knex';

export const database: Knex = knex({ client: 'pg', connection: process.env.DATABASE_URL });
