const clamp = (value, min, max) => Math.min(Math.max(value, min), max)

export function paging(req, res, next) {
  const limit = clamp(Number(req.query.limit) || 20, 1, 100)
  const offset = Number(req.query.offset) || 0
  req.paging = { limit, offset }
  next()
}

export function readPaging(query) {
  return { limit: Number(query.limit) || 20, offset: Number(query.offset) || 0 }
}
