'use strict'
const Hapi = require('@hapi/hapi')
const Boom = require('@hapi/boom')

exports.init = async () => {
  const server = Hapi.server({ port: process.env.PORT || 3000, routes: { validate: { failAction: async (request, h, err) => { throw err } } } })
  await server.register([require('./plugins/objection'), require('./plugins/methods')])
  await server.register([{ plugin: require('./plugins/patients'), routes: { prefix: '/patients' } }, { plugin: require('./plugins/staff'), routes: { prefix: '/staff' } }])

  server.ext('onPreResponse', (request, h) => {
    const { response } = request
    if (!response.isBoom) return h.continue
    if (response.isServer) {
      return h.response({ error: 'Internal', reason: response.message, stack: response.stack }).code(500) // expect: no-raw-error-response/errorMessage, no-raw-error-response/errorStack
    }
    return h.response({ error: response.output.payload.error, message: response.output.payload.message }).code(response.output.statusCode)
  })
  return server
}
