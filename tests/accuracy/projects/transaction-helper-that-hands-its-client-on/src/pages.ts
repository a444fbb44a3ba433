// why: a helper of the app opens the transaction, and hands its client on through a retry
import { eq } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type Context, db, inTransaction, pages, visits } from './db';

export function visit(context: Context, id: number) {
  return inTransaction(context, async (tx) => {
    await tx.insert(visits).values({ page: id });
    await tx.update(pages).set({ views: 1 }).where(eq(pages.id, id));
    await note(tx, id);
  });
}

export function forget(context: Context, id: number) {
  return inTransaction(context, async (tx) => {
    await tx.delete(pages).where(eq(pages.id, id));
    await db.delete(visits).where(eq(visits.page, id)); // expect: no-outer-client-in-transaction/outerClient
  });
}

async function note(client: NodePgDatabase, id: number) {
  await client.insert(visits).values({ page: id });
}
