import type { FastifyPluginAsync } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { eq, count } from 'drizzle-orm'
import { z } from 'zod'
import { products } from '../../db/schema.js'
import { loosePageQuery, pageQuery, toOffset } from '../../lib/pagination.js'

const routes: FastifyPluginAsync = async (fastify) => {
  const app = fastify.withTypeProvider<ZodTypeProvider>()

  app.get('/', { schema: { querystring: pageQuery } }, async (request) => {
    return fastify.products.page(toOffset(request.query))
  })

  app.get('/browse', { schema: { querystring: loosePageQuery } }, async (request) => {
    return fastify.products.page(toOffset(request.query)) // expect: require-pagination-cap/uncappedLimit
  })

  app.get('/active', async () => fastify.products.listActive())

  app.get('/:id', { schema: { params: z.object({ id: z.coerce.number() }) } }, async (request, reply) => {
    const [product] = await fastify.db.select().from(products).where(eq(products.id, request.params.id)) // expect: no-db-in-controller/queryInController
    if (!product) return reply.notFound()
    return product
  })

  app.get('/count', async () => {
    const [{ total }] = await app.db.select({ total: count() }).from(products) // expect: no-db-in-controller/queryInController
    return { total }
  })
}

export default routes
