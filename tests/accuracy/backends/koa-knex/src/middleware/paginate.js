const MAX = 100

module.exports = function paginate(defaultSize = 20) {
  return async (ctx, next) => {
    const page = Math.max(parseInt(ctx.query.page, 10) || 1, 1)
    const requested = parseInt(ctx.query.size, 10) || defaultSize
    const size = requested > MAX ? MAX : requested
    ctx.state.paging = { limit: size, offset: (page - 1) * size }
    await next()
  }
}
