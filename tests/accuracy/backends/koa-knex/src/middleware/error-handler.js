module.exports = async function errorHandler(ctx, next) {
  try {
    await next()
  } catch (err) {
    ctx.status = err.status || err.statusCode || 500
    if (err.expose) {
      ctx.body = { error: err.message }
    } else {
      ctx.body = { error: 'Internal server error', trace: err.stack } // expect: no-raw-error-response/errorStack
    }
    ctx.app.emit('error', err, ctx)
  }
}
