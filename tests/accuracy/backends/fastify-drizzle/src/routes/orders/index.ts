import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { OrderService } from '../../services/order-service.js'

const body = z.object({ items: z.array(z.object({ productId: z.number(), quantity: z.number().min(1) })) })

export default async function orderRoutes(fastify: FastifyInstance) {
  const orders = new OrderService(fastify)

  fastify.post('/', { schema: { body } }, async (request, reply) => {
    const { items } = request.body as z.infer<typeof body>
    try {
      const order = await orders.place(request.user.id, items)
      return reply.code(201).send(order)
    } catch (e) {
      request.log.error(e)
      return reply.code(500).send({ error: 'Could not place order', reason: e instanceof Error ? e.message : String(e) }) // expect: no-raw-error-response/errorMessage, no-raw-error-response/rawErrorObject
    }
  })

  fastify.get('/mine', async (request) => orders.ofUser(request.user.id))
}
