'use strict'
const fp = require('fastify-plugin')

module.exports = fp(async function itemsDataSource(fastify) {
  const items = fastify.mongo.db.collection('items')
  const movements = fastify.mongo.db.collection('movements')

  fastify.decorate('itemsDataSource', {
    async count(filter) {
      return items.countDocuments(filter)
    },
    async list({ filter = {}, skip = 0, limit = 50 } = {}) {
      return items.find(filter, { skip, limit, projection: { _id: 0 } }).toArray()
    },
    async everything() {
      return items.find().toArray() // expect: require-pagination-cap/unboundedList
    },
    async get(sku) {
      return items.findOne({ sku })
    },
    async create(list) {
      const now = new Date()
      const { insertedIds } = await items.insertMany(list.map((i) => ({ ...i, createdAt: now })))
      return Object.values(insertedIds)
    },
    async restock(lines) {
      for (const line of lines) {
        await items.updateOne({ sku: line.sku }, { $inc: { quantity: line.quantity } }) // expect: no-n-plus-one/writeInLoop
      }
    },
    async restockFast(lines) {
      const ops = lines.map((line) => ({ updateOne: { filter: { sku: line.sku }, update: { $inc: { quantity: line.quantity } } } }))
      return items.bulkWrite(ops)
    },
    stream() {
      return items.find({}, { projection: { _id: 0 } }).stream()
    },
    async lastMovement(sku) {
      return movements.find({ sku }).sort({ at: -1 }).limit(1).next()
    },
  })
}, { dependencies: ['@fastify/mongodb'], name: 'items-data-source' })
