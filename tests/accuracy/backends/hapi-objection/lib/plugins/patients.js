'use strict'
const Joi = require('joi')
const Boom = require('@hapi/boom')
const Patient = require('../models/patient')
const Visit = require('../models/visit')
const controller = require('../controllers/patients')

exports.plugin = {
  name: 'patients',
  register: async (server) => {
    server.route([
      {
        method: 'GET',
        path: '/',
        options: { validate: { query: Joi.object({ limit: Joi.number().integer().min(1).max(100).default(20), offset: Joi.number().default(0) }) } },
        handler: (request) => request.server.methods.patients.page(request.query.limit, request.query.offset),
      },
      {
        method: 'GET',
        path: '/everyone',
        handler: async (request) => ({ patients: await request.server.methods.patients.everyone() }),
      },
      {
        method: 'GET',
        path: '/overview',
        handler: async (request) => {
          const patients = await request.server.methods.patients.page(20, 0)
          for (const patient of patients) {
            patient.visits = await request.server.methods.patients.visits(patient.id) // expect: no-n-plus-one/queryInLoop
          }
          return patients
        },
      },
      {
        method: 'GET',
        path: '/{id}',
        options: {
          validate: { params: Joi.object({ id: Joi.number().required() }) },
          handler: async (request, h) => {
            const patient = await Patient.query().findById(request.params.id).withGraphFetched('visits') // expect: no-db-in-controller/queryInController
            return patient || Boom.notFound('No such patient')
          },
        },
      },
      { method: 'POST', path: '/', handler: controller.create },
      { method: 'GET', path: '/stats', handler: controller.stats },
      { method: 'POST', path: '/{id}/visits', handler: controller.addVisits },
      { method: 'GET', path: '/search', options: controller.search },
    ])
  },
}
