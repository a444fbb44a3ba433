import { Hono } from 'hono'
import type { AppEnv } from '../types'

const raw = new Hono<AppEnv>()

raw.get('/top', async (c) => {
  const n = c.req.query('n') ?? '10'
  const { results } = await c.env.DB.prepare('SELECT * FROM links ORDER BY hits DESC LIMIT ?').bind(Number(n)).all() // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  return c.json(results)
})

raw.post('/reset', async (c) => {
  const { ids } = await c.req.json<{ ids: string[] }>()
  const stmt = c.env.DB.prepare('UPDATE links SET hits = 0 WHERE id = ?')
  await c.env.DB.batch(ids.map((id) => stmt.bind(id))) // expect: no-db-in-controller/queryInController
  return c.json({ ok: true })
})

raw.post('/touch', async (c) => {
  const { ids } = await c.req.json<{ ids: string[] }>()
  for (const id of ids) {
    await c.env.DB.prepare('UPDATE links SET hits = hits + 1 WHERE id = ?').bind(id).run() // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
  }
  return c.json({ ok: true })
})

export default raw
