import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { DrizzleD1Database } from 'drizzle-orm/d1'
import * as schema from '../db/schema'

type Db = DrizzleD1Database<typeof schema>

export const linkService = (db: Db) => ({
  async page(limit: number, cursor = 0) {
    return db.select().from(schema.links).orderBy(desc(schema.links.id)).limit(limit).offset(cursor)
  },
  async withTags(limit: number) {
    const rows = await this.page(limit)
    const tags = await db.select().from(schema.tags).where(inArray(schema.tags.linkId, rows.map((r) => r.id)))
    return rows.map((row) => ({ ...row, tags: tags.filter((t) => t.linkId === row.id) }))
  },
  async importAll(ownerId: string, urls: string[]) {
    await db.batch(urls.map((url) => db.insert(schema.links).values({ id: crypto.randomUUID(), url, ownerId })) as any)
  },
  async retag(linkIds: string[], name: string) {
    return Promise.all(linkIds.map((linkId) => db.insert(schema.tags).values({ linkId, name }).onConflictDoNothing())) // expect: no-n-plus-one/writeInLoop
  },
  async hit(id: string) {
    await db.update(schema.links).set({ hits: sql`${schema.links.hits} + 1` }).where(eq(schema.links.id, id))
  },
})
