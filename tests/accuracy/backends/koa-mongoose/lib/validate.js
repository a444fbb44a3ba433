export const validateQuery = (schema) => async (ctx, next) => {
  try {
    ctx.state.query = await schema.validate(ctx.query, { abortEarly: false, stripUnknown: true })
  } catch (err) {
    ctx.status = 400
    ctx.body = { ok: false, errors: err.errors }
    return
  }
  await next()
}
