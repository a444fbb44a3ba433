import type { FastifyInstance } from 'fastify'
import { eq, inArray } from 'drizzle-orm'
import { orderItems, orders } from '../db/schema.js'
import { AppError } from '../lib/errors.js'

type Line = { productId: number; quantity: number }

export class OrderService {
  constructor(private readonly app: FastifyInstance) {}

  async place(userId: number, lines: Line[]) {
    const products = await this.app.products.findByIds(lines.map((l) => l.productId))
    const byId = new Map(products.map((p) => [p.id, p]))
    for (const line of lines) {
      const product = byId.get(line.productId)
      if (!product) throw new AppError('UNKNOWN_PRODUCT', `Product ${line.productId} does not exist`, 404)
    }
    const total = lines.reduce((sum, l) => sum + byId.get(l.productId)!.price * l.quantity, 0)
    return this.app.db.transaction(async (tx) => {
      const [order] = await tx.insert(orders).values({ userId, total }).returning()
      await tx.insert(orderItems).values(lines.map((l) => ({ ...l, orderId: order.id })))
      for (const { productId, quantity } of lines) {
        await this.app.products.takeFromStock(productId, quantity) // expect: no-n-plus-one/writeInLoop, no-outer-client-in-transaction/outerHelper
      }
      return order
    })
  }

  async ofUser(userId: number) {
    const rows = await this.app.db.select().from(orders).where(eq(orders.userId, userId))
    return Promise.all(rows.map((order) => this.withItems(order))) // expect: no-n-plus-one/queryInLoop
  }

  private async withItems(order: typeof orders.$inferSelect) {
    const items = await this.app.db.query.orderItems.findMany({ where: eq(orderItems.orderId, order.id) })
    return { ...order, items }
  }

  async withAllItems(ids: number[]) {
    const items = await this.app.db.select().from(orderItems).where(inArray(orderItems.orderId, ids))
    return Object.groupBy(items, (i) => String(i.orderId))
  }
}
