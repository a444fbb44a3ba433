import { ne, sql } from 'drizzle-orm';
import { db, parcels } from './db';

export async function weigh(state: string) {
  return db
    .select({ grams: sql<number>`CAST(COALESCE(SUM(${parcels.grams}), 0) AS INTEGER)`, heaviest: sql<number>`MAX(${parcels.grams})` })
    .from(parcels)
    .where(ne(parcels.depot, state));
}
