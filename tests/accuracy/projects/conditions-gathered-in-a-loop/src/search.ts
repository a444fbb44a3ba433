// why: a fragment that is built per filter makes no round trip of its own
import { and, count, eq, ilike } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { users } from './schema';

const db = drizzle(process.env.DATABASE_URL ?? '');
export async function search(filters: { column: 'name' | 'city'; text: string }[], tenant: string) {
  const conditions = filters.map(({ column, text }) => ilike(users[column], `%${text}%`));
  return db.select({ found: count() }).from(users).where(and(eq(users.tenant, tenant), ...conditions));
}
