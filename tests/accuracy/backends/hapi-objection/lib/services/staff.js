'use strict'
const Staff = require('../models/staff')

module.exports = class StaffService {
  constructor(server) {
    this.server = server
  }

  hire({ name, email, password }) {
    return Staff.query().insert({ name, email, password })
  }

  setPassword(id, password) {
    return Staff.query().patchAndFetchById(id, { password }) // expect: no-unhashed-password/plaintext
  }

  async saveRota(shifts) {
    return this.server.app.db.transaction((trx) => Promise.all(shifts.map((s) => trx('shifts').where({ id: s.id }).update({ staff_id: s.staffId })))) // expect: no-n-plus-one/writeInLoop
  }

  async saveRotaFast(shifts) {
    await this.server.app.db('shifts').insert(shifts.map((s) => ({ id: s.id, staff_id: s.staffId }))).onConflict('id').merge()
  }
}
