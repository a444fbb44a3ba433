'use strict'
const { Model } = require('objection')

module.exports = class Patient extends Model {
  static get tableName() {
    return 'patients'
  }
  static get relationMappings() {
    const Visit = require('./visit')
    return { visits: { relation: Model.HasManyRelation, modelClass: Visit, join: { from: 'patients.id', to: 'visits.patient_id' } } }
  }
}
