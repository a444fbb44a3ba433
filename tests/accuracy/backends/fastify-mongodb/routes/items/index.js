'use strict'
const { listSchema, importSchema } = require('./schemas')

module.exports = async function (fastify) {
  fastify.get('/', { schema: listSchema }, async function listItems(request) {
    const { skip, limit, title } = request.query
    const filter = title ? { title: new RegExp(title, 'i') } : {}
    const data = await this.itemsDataSource.list({ filter, skip, limit })
    const totalCount = await fastify.itemsDataSource.count(filter)
    return { data, totalCount }
  })

  fastify.get('/export', async function (request, reply) {
    reply.header('content-type', 'application/x-ndjson')
    return fastify.itemsDataSource.stream()
  })

  fastify.get('/search', async function (request) {
    const limit = parseInt(request.query.limit, 10) || 20
    const skip = parseInt(request.query.skip, 10) || 0
    return this.itemsDataSource.list({ filter: { $text: { $search: request.query.q } }, skip, limit }) // expect: require-pagination-cap/uncappedLimit
  })

  fastify.get('/latest', async function (request) {
    const size = Math.min(Number(request.query.size) || 10, 30)
    return this.itemsDataSource.list({ limit: size })
  })

  fastify.get('/all', async function () {
    return { items: await this.itemsDataSource.everything() }
  })

  fastify.post('/restock', { schema: importSchema }, async function (request, reply) {
    await this.itemsDataSource.restock(request.body.lines)
    reply.code(204)
  })

  fastify.get('/movements', async function (request) {
    const list = await this.itemsDataSource.list({ limit: 20 })
    const out = []
    await Promise.all(
      list.map(async (item) => {
        const last = await this.itemsDataSource.lastMovement(item.sku) // expect: no-n-plus-one/queryInLoop
        out.push({ ...item, last })
      })
    )
    return out
  })

  fastify.get('/:sku', async function (request, reply) {
    const item = await this.mongo.db.collection('items').findOne({ sku: request.params.sku }) // expect: no-db-in-controller/queryInController
    if (!item) {
      reply.code(404)
      return { error: 'Item not found' }
    }
    return item
  })

  fastify.delete('/:sku', function (request, reply) {
    fastify.mongo.db // expect: no-db-in-controller/queryInController
      .collection('items')
      .deleteOne({ sku: request.params.sku })
      .then(() => reply.code(204).send())
      .catch((err) => reply.code(500).send({ message: 'Delete failed', err })) // expect: no-raw-error-response/rawErrorObject
  })
}
