'use strict'
const Boom = require('@hapi/boom')
const Joi = require('joi')
const { UniqueViolationError } = require('objection')
const Patient = require('../models/patient')
const Visit = require('../models/visit')

exports.create = async (request, h) => {
  try {
    const patient = await Patient.query().insertAndFetch(request.payload) // expect: no-db-in-controller/queryInController // missed: no-mass-assignment
    return h.response(patient).code(201)
  } catch (err) {
    if (err instanceof UniqueViolationError) {
      return Boom.conflict(`${err.columns.join(', ')} is already taken`)
    }
    return Boom.badRequest(err.message) // expect: no-raw-error-response/errorMessage
  }
}

exports.stats = async (request) => {
  const { db } = request.server.app
  const rows = await db('visits').count('* as visits').groupBy('doctor_id') // expect: no-db-in-controller/queryInController
  return { rows }
}

exports.addVisits = async (request, h) => {
  const visits = request.payload.dates.map((date) => ({ date, patient_id: request.params.id }))
  await Visit.query().insertGraph(visits) // expect: no-db-in-controller/queryInController
  return h.response().code(204)
}

exports.search = {
  validate: { query: Joi.object({ q: Joi.string().required(), limit: Joi.number().integer().min(1) }) },
  handler: async (request) => {
    return Patient.query().where('name', 'ilike', `%${request.query.q}%`).limit(request.query.limit) // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  },
}
