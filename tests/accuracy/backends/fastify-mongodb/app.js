'use strict'
const path = require('node:path')
const AutoLoad = require('@fastify/autoload')

module.exports = async function (fastify, opts) {
  fastify.register(require('@fastify/mongodb'), { forceClose: true, url: process.env.MONGO_URL })
  fastify.register(AutoLoad, { dir: path.join(__dirname, 'plugins'), options: Object.assign({}, opts) })
  fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), options: Object.assign({}, opts) })

  fastify.setErrorHandler(function (error, request, reply) {
    if (reply.statusCode >= 500) {
      request.log.error(error)
      reply.send(`Something failed on our side. Quote ${request.id} when you write to us`)
      return
    }
    request.log.info(error)
    reply.send(error)
  })
}
