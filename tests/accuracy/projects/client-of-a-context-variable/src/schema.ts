import { boolean, pgTable, serial } from 'drizzle-orm/pg-core';

export const stamps = pgTable('stamps', { id: serial().primaryKey(), locked: boolean() });
