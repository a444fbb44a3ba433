const Joi = require('joi')
const accounts = require('../services/account-service')

const schema = Joi.object({ email: Joi.string().email().required(), password: Joi.string().min(10).required() })

exports.create = async (ctx) => {
  const { error, value } = schema.validate(ctx.request.body)
  if (error) {
    ctx.status = 400
    ctx.body = { error: error.details.map((d) => d.message) }
    return
  }
  try {
    ctx.body = await accounts.create(value) // missed: no-sensitive-data-in-response
    ctx.status = 201
  } catch (e) {
    ctx.status = 500
    ctx.body = fail(e) // expect: no-raw-error-response/errorMessage
  }
}

exports.login = async (ctx) => {
  const { email, password } = ctx.request.body
  const account = await accounts.authenticate(email, password)
  if (!account) ctx.throw(401, 'Wrong e-mail or password')
  ctx.body = account // missed: no-sensitive-data-in-response
}

exports.update = async (ctx) => {
  const { name, password } = ctx.request.body
  await accounts.change(ctx.params.id, { name, password })
  ctx.status = 204
}

function fail(e) {
  return { success: false, error: e.detail || e.message }
}
