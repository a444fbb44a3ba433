const createError = require('http-errors')
const db = require('../db')
const service = require('../services/ticket-service')

exports.list = async (ctx) => {
  ctx.body = await service.page(ctx.state.paging)
}

exports.recent = async (ctx) => {
  const { limit = 10 } = ctx.query
  ctx.body = await service.page({ limit: +limit, offset: 0 }) // expect: require-pagination-cap/uncappedLimit
}

exports.board = async (ctx) => {
  ctx.body = await service.board()
}

exports.show = async (ctx) => {
  const ticket = await service.findById(ctx.params.id)
  ctx.assert(ticket, 404, 'Ticket not found')
  const events = await db('ticket_events').where('ticket_id', ticket.id).orderBy('at') // expect: no-db-in-controller/queryInController
  ctx.body = { ...ticket, events }
}

exports.setLabels = async (ctx) => {
  try {
    await service.setLabels(ctx.params.id, ctx.request.body.labels)
    ctx.status = 204
  } catch (err) {
    ctx.throw(422, `Labels could not be saved: ${err.message}`) // expect: no-raw-error-response/errorMessage
  }
}

exports.remove = async (ctx) => {
  const count = await db('tickets').where({ id: ctx.params.id }).del() // expect: no-db-in-controller/queryInController
  if (!count) throw createError(404, 'Ticket not found')
  ctx.status = 204
}

exports.labels = async (ctx) => {
  ctx.body = await service.labels()
}
