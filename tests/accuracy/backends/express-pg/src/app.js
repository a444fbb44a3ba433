import express from 'express'
import rooms from './rooms/rooms.routes.js'
import users from './users/users.routes.js'
import { HttpError } from './lib/http-error.js'

const app = express()
app.use(express.json())
app.use('/rooms', rooms)
app.use('/users', users)

app.use((err, req, res, next) => {
  if (res.headersSent) return next(err)
  if (err instanceof HttpError) return res.status(err.status).json({ error: err.message, details: err.details })
  const body = { error: 'Internal Server Error' }
  if (process.env.NODE_ENV !== 'production') body.stack = err.stack
  res.status(500).json(body)
})

export default app
