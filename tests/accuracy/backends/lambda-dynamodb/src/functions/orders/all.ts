import { json, safe } from '../../libs/api-gateway'
import { OrderRepository } from '../../repositories/order-repository'

const orders = new OrderRepository()

export const handler = safe(async () => json(200, { orders: await orders.all() }))
