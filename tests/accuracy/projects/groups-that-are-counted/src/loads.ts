// why: groups of rows that are only added up make no queries
import { gte } from 'drizzle-orm';
import { groupBy, sumBy } from 'lodash';
import { db, parcels } from './db';

export async function loads(lightest: number) {
  const rows = await db.select().from(parcels).where(gte(parcels.weight, lightest));
  const loads: { depot: string; weight: number }[] = [];
  for (const [depot, group] of Object.entries(groupBy(rows, 'depot'))) {
    loads.push({ depot, weight: sumBy(group, 'weight') });
  }
  return loads;
}
