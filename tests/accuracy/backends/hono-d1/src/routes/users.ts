import { Hono } from 'hono'
import { eq } from 'drizzle-orm'
import { users } from '../db/schema'
import { hashPassword, sha256 } from '../lib/crypto'
import type { AppEnv } from '../types'

const app = new Hono<AppEnv>()

app.post('/', async (c) => { // expect: require-rate-limit/registration
  const { email, password } = await c.req.json<{ email: string; password: string }>()
  const [user] = await c.var.db.insert(users).values({ id: crypto.randomUUID(), email, password: await hashPassword(password) }).returning() // expect: no-db-in-controller/queryInController
  return c.json({ id: user.id }, 201)
})

app.post('/simple', async (c) => {
  const { email, password } = await c.req.json()
  const digest = await sha256(password + c.env.PEPPER) // expect: no-unhashed-password/fastHash
  await c.var.db.insert(users).values({ id: crypto.randomUUID(), email, password: digest }) // expect: no-db-in-controller/queryInController
  return c.json({ ok: true }, 201)
})

app.post('/login', async (c) => { // expect: require-rate-limit/login
  const body = await c.req.parseBody()
  const user = await c.var.db.query.users.findFirst({ where: eq(users.email, String(body.email)) }) // expect: no-db-in-controller/queryInController
  if (!user || user.password !== body.password) return c.json({ error: 'Invalid credentials' }, 401) // expect: no-unhashed-password/plaintextCompare
  return c.json({ id: user.id })
})

export default app
