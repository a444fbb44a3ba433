import { integer, pgTable } from 'drizzle-orm/pg-core';

export const steps = pgTable('steps', { id: integer('id').primaryKey(), position: integer('position') });
