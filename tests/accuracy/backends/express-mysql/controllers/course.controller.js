const Course = require('../models/course.model')
const pool = require('../config/db')

const parsePage = (query) => {
  const limit = Math.max(1, Math.min(parseInt(query.limit, 10) || 20, 100))
  return { limit, offset: ((parseInt(query.page, 10) || 1) - 1) * limit }
}

const handle = (fn) => (req, res) => fn(req, res).catch((err) => {
  console.error(err)
  res.status(500).json({ error: err.sqlMessage ?? err.message }) // expect: no-raw-error-response/errorMessage
})

exports.index = handle(async (req, res) => {
  res.json(await Course.withTeachers(parsePage(req.query)))
})

exports.move = handle(async (req, res) => {
  await Course.transferAll(req.body.moves)
  res.sendStatus(204)
})

exports.stats = (req, res) => {
  pool.query('SELECT course_id, COUNT(*) AS total FROM enrolments GROUP BY course_id', (err, rows) => { // expect: no-db-in-controller/queryInController
    if (err) return res.status(500).json({ error: 'stats unavailable' })
    res.json(rows)
  })
}
