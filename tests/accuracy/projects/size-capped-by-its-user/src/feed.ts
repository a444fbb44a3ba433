import { desc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const posts = pgTable('posts', { id: text('id').primaryKey(), at: timestamp('at') });
const db = drizzle(process.env.DATABASE_URL ?? '');
const MOST = 50;

export function feed(wanted?: number) {
  const size = wanted === undefined || wanted > MOST ? MOST : wanted;
  return db.select().from(posts).orderBy(desc(posts.at)).limit(size);
}
