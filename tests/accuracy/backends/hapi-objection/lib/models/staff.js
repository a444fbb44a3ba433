'use strict'
const { Model } = require('objection')
const bcrypt = require('bcrypt')

module.exports = class Staff extends Model {
  static get tableName() {
    return 'staff'
  }

  async $beforeInsert(ctx) {
    await super.$beforeInsert(ctx)
    this.password = await bcrypt.hash(this.password, 12)
  }

  verify(password) {
    return bcrypt.compare(password, this.password)
  }

  $formatJson(json) {
    const { password, ...rest } = super.$formatJson(json)
    return rest
  }
}
