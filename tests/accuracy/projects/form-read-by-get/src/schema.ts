import { pgTable, serial, text } from 'drizzle-orm/pg-core';

export const birds = pgTable('birds', { id: serial().primaryKey(), name: text() });
export const users = pgTable('users', { id: serial().primaryKey(), passwordHash: text() });
