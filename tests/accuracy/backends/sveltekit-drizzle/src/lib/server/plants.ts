import { desc, eq } from 'drizzle-orm'
import { db } from './db'
import { plant, watering } from './db/schema'

export const listPlants = (limit: number) => db.select().from(plant).orderBy(desc(plant.id)).limit(limit)
export const wateringsOf = (plantId: number) => db.select().from(watering).where(eq(watering.plantId, plantId))

export async function overview() {
  const plants = await listPlants(30)
  return Promise.all(plants.map(async (p) => ({ ...p, waterings: await wateringsOf(p.id) }))) // expect: no-n-plus-one/queryInLoop
}
