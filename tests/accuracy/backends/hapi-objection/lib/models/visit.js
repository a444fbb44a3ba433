'use strict'
const { Model } = require('objection')

module.exports = class Visit extends Model {
  static get tableName() {
    return 'visits'
  }
}
