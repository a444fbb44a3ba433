import { drizzle } from 'drizzle-orm/bun-sql';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const db = drizzle(process.env.DATABASE_URL ?? '');
export const boats = pgTable('boats', { id: integer('id').primaryKey(), name: text('name') });
