'use strict'
const Patient = require('../models/patient')
const Visit = require('../models/visit')

exports.plugin = {
  name: 'methods',
  register: (server) => {
    server.method('patients.page', (limit, offset) => Patient.query().orderBy('name').limit(limit).offset(offset))
    server.method('patients.visits', async (patientId) => Visit.query().where({ patient_id: patientId }))
    server.method({ name: 'patients.everyone', method: () => Patient.query().select('id', 'name') }) // expect: require-pagination-cap/unboundedList
  },
}
