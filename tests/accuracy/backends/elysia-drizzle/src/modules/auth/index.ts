import { Elysia, t } from 'elysia'
import { eq } from 'drizzle-orm'
import { db } from '../../db'
import { users } from '../../db/schema'

const credentials = t.Object({ email: t.String({ format: 'email' }), password: t.String() })

export const auth = new Elysia({ prefix: '/auth' })
  .post('/register', async ({ body: { email, password } }) => { // missed: require-rate-limit
    const hash = await Bun.password.hash(password)
    await db.insert(users).values({ email, password: hash }) // expect: no-db-in-controller/queryInController
    return { email }
  }, { body: credentials })
  .post('/register-fast', async ({ body }) => {
    const [user] = await db.insert(users).values({ email: body.email, password: Bun.hash(body.password).toString() }).returning() // expect: no-db-in-controller/queryInController, no-unhashed-password/fastHash
    return { id: user.id }
  }, { body: credentials })
  .post('/invite', async ({ body }) => {
    const [user] = await db.insert(users).values(body).returning({ id: users.id }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
    return user
  }, { body: credentials })
  .post('/login', async ({ body, error }) => { // missed: require-rate-limit
    const user = await db.query.users.findFirst({ where: eq(users.email, body.email) }) // expect: no-db-in-controller/queryInController
    if (!user || !(await Bun.password.verify(body.password, user.password))) return error(401, 'Invalid credentials')
    return { id: user.id }
  }, { body: credentials })
