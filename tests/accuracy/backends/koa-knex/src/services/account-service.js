const bcrypt = require('bcrypt')
const BaseService = require('./base-service')

class AccountService extends BaseService {
  constructor() {
    super('accounts')
  }

  async create({ email, password }) {
    const hash = await bcrypt.hash(password, 8) // expect: no-unhashed-password/weakCost
    return this.insert({ email, password: hash })
  }

  async change(id, changes) {
    if (changes.password) {
      changes.password = await bcrypt.hash(changes.password, 12)
    }
    return this.update(id, changes)
  }

  async authenticate(email, password) {
    const account = await this.query().where({ email, password }).first() // expect: no-unhashed-password/plaintextCompare
    return account || null
  }
}

module.exports = new AccountService()
