import { integer, pgTable, text } from 'drizzle-orm/pg-core';

export const votes = pgTable('votes', { poll: text('poll'), choice: integer('choice') });
