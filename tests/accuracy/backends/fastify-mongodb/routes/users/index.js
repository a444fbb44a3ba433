'use strict'
const bcrypt = require('bcrypt')
const crypto = require('node:crypto')

module.exports = async function (fastify) {
  const { ObjectId } = fastify.mongo
  const users = fastify.mongo.db.collection('users')

  fastify.post('/', async (request, reply) => { // missed: require-rate-limit
    const { username, password } = request.body
    const hash = await generateHash(password)
    const { insertedId } = await users.insertOne({ username, hash }) // expect: no-db-in-controller/queryInController
    return reply.code(201).send({ id: insertedId })
  })

  fastify.post('/legacy', async (request, reply) => {
    const { username, password } = request.body
    const hashed = legacyHash(password) // expect: no-unhashed-password/fastHash
    await users.insertOne({ username, password: hashed }) // expect: no-db-in-controller/queryInController
    return reply.code(201).send({ username })
  })

  fastify.post('/bulk', async (request, reply) => {
    const docs = await Promise.all(request.body.users.map(async (u) => ({ username: u.username, hash: await bcrypt.hash(u.password, 10) })))
    await users.insertMany(docs) // expect: no-db-in-controller/queryInController
    return reply.code(201).send()
  })

  fastify.put('/:id', async (request) => {
    await users.updateOne({ _id: new ObjectId(request.params.id) }, { $set: { password: request.body.password } }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
    return { ok: true }
  })

  fastify.get('/:id/api-key', async (request) => {
    const key = crypto.randomBytes(24).toString('hex')
    const apiKeyHash = crypto.createHash('sha256').update(key).digest('hex')
    await users.updateOne({ _id: new ObjectId(request.params.id) }, { $set: { apiKeyHash } }) // expect: no-db-in-controller/queryInController
    return { key }
  })
}

async function generateHash(password) {
  return bcrypt.hash(password, 12)
}
function legacyHash(value) {
  return crypto.createHash('sha256').update(value + process.env.SALT).digest('hex')
}
