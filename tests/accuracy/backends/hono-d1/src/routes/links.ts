import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
import { HTTPException } from 'hono/http-exception'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { links } from '../db/schema'
import { linkService } from '../services/links'
import type { AppEnv } from '../types'

const app = new Hono<AppEnv>()

app.get('/', zValidator('query', z.object({ limit: z.coerce.number().max(50).default(20), cursor: z.coerce.number().default(0) })), async (c) => {
  const { limit, cursor } = c.req.valid('query')
  const rows = await linkService(c.var.db).page(limit, cursor)
  return c.json(rows)
})

app.get('/tagged', zValidator('query', z.object({ limit: z.string().optional() })), async (c) => {
  const limit = Number(c.req.valid('query').limit ?? '20')
  return c.json(await linkService(c.get('db')).withTags(limit)) // expect: require-pagination-cap/uncappedLimit
})

app.get('/mine', async (c) => {
  const rows = await c.var.db.query.links.findMany({ where: eq(links.ownerId, c.var.userId) }) // expect: no-db-in-controller/queryInController
  return c.json({ rows })
})

app.get('/everything', async (c) => {
  const db = c.get('db')
  const all = await db.select().from(links) // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  return c.json(all)
})

app.post('/import', async (c) => {
  const { urls } = await c.req.json<{ urls: string[] }>()
  try {
    await linkService(c.var.db).importAll(c.var.userId, urls)
  } catch (e) {
    throw new HTTPException(400, { message: e instanceof Error ? e.message : 'Import failed' }) // expect: no-raw-error-response/errorMessage
  }
  return c.json({ imported: urls.length }, 201)
})

app.post('/tags', async (c) => {
  const { ids, name } = await c.req.json()
  await linkService(c.var.db).retag(ids, name)
  return c.body(null, 204)
})

app.get('/:id', async (c) => {
  const service = linkService(c.var.db)
  const link = await c.var.db.query.links.findFirst({ where: eq(links.id, c.req.param('id')) }) // expect: no-db-in-controller/queryInController
  if (!link) return c.notFound()
  c.executionCtx.waitUntil(service.hit(link.id))
  return c.redirect(link.url)
})

export default app
