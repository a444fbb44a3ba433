'use strict'
const Boom = require('@hapi/boom')
const Staff = require('../models/staff')
const StaffService = require('../services/staff')

exports.plugin = {
  name: 'staff',
  register: async (server) => {
    const service = new StaffService(server)
    server.route({ method: 'POST', path: '/', handler: (request, h) => service.hire(request.payload) })
    server.route({
      method: 'PUT',
      path: '/{id}/password',
      handler: async (request, h) => {
        await service.setPassword(request.params.id, request.payload.password)
        return h.response().code(204)
      },
    })
    server.route({
      method: 'POST',
      path: '/rota',
      handler: async (request, h) => {
        try {
          return await service.saveRota(request.payload.shifts)
        } catch (err) {
          throw Boom.boomify(err, { statusCode: 500 })
        }
      },
    })
  },
}
