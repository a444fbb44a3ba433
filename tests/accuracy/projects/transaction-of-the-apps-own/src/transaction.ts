import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle('postgres://');
type Db = typeof db;

export function withTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(work as never);
}
