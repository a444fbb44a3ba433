export const ok = (res, data) => res.json({ data })
export const fail = (res, status, message) => res.status(status).json({ error: { message } })
