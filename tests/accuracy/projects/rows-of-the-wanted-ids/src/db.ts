import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const db = drizzle(process.env.DATABASE_URL ?? '');
export const recipes = pgTable('recipes', { id: integer('id').primaryKey(), title: text('title') });
