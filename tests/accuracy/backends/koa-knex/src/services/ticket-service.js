const BaseService = require('./base-service')
const db = require('../db')

class TicketService extends BaseService {
  constructor() {
    super('tickets')
  }

  async board() {
    const columns = await db('columns').orderBy('position').limit(12)
    return columns.reduce(async (accPromise, column) => {
      const acc = await accPromise
      acc[column.name] = await this.query().where('column_id', column.id).limit(50) // expect: no-n-plus-one/queryInLoop
      return acc
    }, Promise.resolve({}))
  }

  async setLabels(ticketId, labels) {
    await db.transaction(async (trx) => {
      await trx('ticket_labels').where({ ticket_id: ticketId }).del()
      labels.forEach(async (label) => {
        await trx('ticket_labels').insert({ ticket_id: ticketId, label }) // expect: no-n-plus-one/writeInLoop
      })
    })
  }

  async tree(id) {
    const node = await this.findById(id)
    const children = await this.query().where({ parent_id: id })
    node.children = []
    for (const child of children) {
      node.children.push(await this.tree(child.id)) // expect: no-n-plus-one/queryInLoop
    }
    return node
  }

  async labels() {
    return db('labels').select('id', 'name', 'color').orderBy('name') // expect: require-pagination-cap/unboundedList
  }

  async archiveOld() {
    let ids
    do {
      ids = await this.query().where('closed_at', '<', db.raw("now() - interval '1 year'")).limit(500).pluck('id')
      if (ids.length) await this.query().whereIn('id', ids).update({ archived: true })
    } while (ids.length === 500)
  }
}

module.exports = new TicketService()
