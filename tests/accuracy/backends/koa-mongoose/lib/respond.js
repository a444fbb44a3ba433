export const respond = {
  ok(ctx, data, status = 200) {
    ctx.status = status
    ctx.body = { ok: true, data }
  },
  error(ctx, e) {
    if (e.name === 'ValidationError') {
      ctx.status = 422
      ctx.body = { ok: false, errors: Object.values(e.errors).map((x) => x.message) }
      return
    }
    ctx.status = e.status ?? 500
    ctx.body = { ok: false, error: e.toString() }
  },
}
