import { drizzle } from 'drizzle-orm/postgres-js';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import postgres from 'postgres';

export const db = drizzle(postgres(process.env.DATABASE_URL ?? ''));
export const parcels = pgTable('parcels', { depot: text('depot'), grams: integer('grams') });
