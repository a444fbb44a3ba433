import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable } from 'drizzle-orm/pg-core';

export const db = drizzle(process.env.DATABASE_URL ?? '');
export const seats = pgTable('seats', { id: integer('id').primaryKey(), taken: integer('taken') });
