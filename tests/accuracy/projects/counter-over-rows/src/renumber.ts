// why: a counter that goes through a list one by one is a loop over its rows
import { eq } from 'drizzle-orm';
import { db } from './db';
import { steps } from './schema';

export async function renumber(ids: number[]) {
  for (let i = 0; i < ids.length; i++) {
    await db.update(steps).set({ position: i }).where(eq(steps.id, ids[i]!)); // expect: no-n-plus-one/writeInLoop
  }
}
