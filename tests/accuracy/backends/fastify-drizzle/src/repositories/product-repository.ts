import { and, desc, eq, inArray, ilike, sql } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import * as schema from '../db/schema.js'
import { products } from '../db/schema.js'

export class ProductRepository {
  constructor(private readonly db: PostgresJsDatabase<typeof schema>) {}

  async findById(id: number) {
    const [row] = await this.db.select().from(products).where(eq(products.id, id)).limit(1)
    return row ?? null
  }

  findByIds(ids: number[]) {
    return this.db.select().from(products).where(inArray(products.id, ids))
  }

  async page({ limit, offset, search }: { limit: number; offset: number; search?: string }) {
    const conditions = [eq(products.active, true)]
    if (search) conditions.push(ilike(products.name, `%${search}%`))
    return this.db.select().from(products).where(and(...conditions)).orderBy(desc(products.id)).limit(limit).offset(offset)
  }

  async takeFromStock(id: number, quantity: number) {
    await this.db.update(products).set({ stock: sql`${products.stock} - ${quantity}` }).where(eq(products.id, id))
  }

  listActive() {
    return this.db.query.products.findMany({ where: eq(products.active, true) }) // expect: require-pagination-cap/unboundedList
  }
}
