import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial } from 'drizzle-orm/pg-core';

export const db = drizzle(process.env.DATABASE_URL ?? '');
export const pages = pgTable('pages', { id: serial(), views: integer() });
export const visits = pgTable('visits', { id: serial(), page: integer() });

export interface Context {
  db?: NodePgDatabase;
}

export function inTransaction<T>(context: Context, run: (tx: NodePgDatabase) => Promise<T>): Promise<T> {
  const client = context.db ?? db;
  return withRetry(() => client.transaction(run));
}

async function withRetry<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch {
    return await run();
  }
}
