const db = require('../db')

class BaseService {
  constructor(table) {
    this.table = table
  }

  query(trx) {
    return (trx || db)(this.table)
  }

  findById(id) {
    return this.query().where({ id }).first()
  }

  findAll() {
    return this.query().select('*') // missed: require-pagination-cap
  }

  page({ limit, offset }, where = {}) {
    return this.query().where(where).limit(limit).offset(offset)
  }

  async insert(data, trx) {
    const [row] = await this.query(trx).insert(data).returning('*')
    return row
  }

  update(id, data) {
    return this.query().where({ id }).update(data)
  }
}

module.exports = BaseService
