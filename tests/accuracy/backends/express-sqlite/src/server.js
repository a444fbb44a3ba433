const express = require('express')
const Joi = require('joi')
const db = require('./db')
const todos = require('./todos')
const users = require('./users')

const app = express()
app.use(express.json())

const querySchema = Joi.object({ limit: Joi.number().integer().max(50).default(20), offset: Joi.number().integer().default(0) })
const validate = (schema) => (req, res, next) => {
  const { error, value } = schema.validate(req.query)
  if (error) return res.status(400).json({ error: error.message })
  req.valid = value
  next()
}

app.get('/todos', validate(querySchema), (req, res) => {
  res.json(todos.page(req.valid.limit, req.valid.offset))
})
app.get('/todos/raw', (req, res) => {
  const limit = Number(req.query.limit) || 20
  res.json(todos.page(limit, 0)) // expect: require-pagination-cap/uncappedLimit
})
app.get('/todos/all', (req, res) => res.json(todos.everything()))
app.get('/todos/:id', (req, res) => {
  const todo = db.prepare('SELECT * FROM todos WHERE id = ?').get(req.params.id) // expect: no-db-in-controller/queryInController
  if (!todo) return res.status(404).json({ error: 'Not found' })
  res.json(todo)
})
app.post('/todos/finish', (req, res) => {
  try {
    todos.finish(req.body.ids)
    res.sendStatus(204)
  } catch (e) {
    res.status(500).json({ error: e.message, code: e.code }) // expect: no-raw-error-response/errorMessage
  }
})
app.post('/users', (req, res) => { // expect: require-rate-limit/registration
  const { lastInsertRowid } = users.create(req.body.name, req.body.password)
  res.status(201).json({ id: lastInsertRowid })
})
app.post('/users/import', (req, res) => {
  users.createPlain(req.body)
  res.sendStatus(201)
})
app.post('/login', (req, res) => { // expect: require-rate-limit/login
  const user = users.find(req.body.name)
  if (!users.verify(user, req.body.password)) return res.sendStatus(401)
  res.json({ id: user.id })
})
app.use((err, req, res, next) => {
  console.error(err)
  res.status(500).send(process.env.NODE_ENV === 'production' ? 'Something broke' : err.stack)
})
app.listen(3000)
