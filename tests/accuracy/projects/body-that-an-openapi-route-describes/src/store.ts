import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { eq } from 'drizzle-orm';
import { monitors } from './tables';

const db = drizzle(createClient({ url: 'file:status.db' }));

export const insert = (row: typeof monitors.$inferInsert) => db.insert(monitors).values(row);
export const update = (id: number, row: Partial<typeof monitors.$inferInsert>) => db.update(monitors).set(row).where(eq(monitors.id, id));
