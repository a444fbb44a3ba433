import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { withDb } from './middleware/db'
import links from './routes/links'
import users from './routes/users'
import raw from './routes/raw'
import type { AppEnv } from './types'

const app = new Hono<AppEnv>()
app.use('*', withDb)
app.route('/links', links)
app.route('/users', users)
app.route('/raw', raw)

app.onError((err, c) => {
  if (err instanceof HTTPException) return err.getResponse()
  console.error(err)
  return c.json({ error: err.message ?? 'Unexpected error' }, 500) // expect: no-raw-error-response/errorMessage
})

export default app
