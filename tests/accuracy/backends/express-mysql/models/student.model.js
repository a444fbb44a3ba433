const sql = require('../config/db')

const Student = function (student) {
  this.name = student.name
  this.email = student.email
  this.class_id = student.class_id
}

Student.create = (row, result) => {
  sql.query('INSERT INTO students SET ?', row, (err, res) => {
    if (err) {
      console.error('a student could not be saved', err)
      result(err, null)
      return
    }
    result(null, { id: res.insertId, ...row })
  })
}

Student.findById = (id, result) => {
  sql.query('SELECT * FROM students WHERE id = ?', [id], (err, res) => {
    if (err) return result(err, null)
    if (res.length) return result(null, res[0])
    result({ unknown: true }, null)
  })
}

Student.getAll = (name, result) => {
  let query = 'SELECT * FROM students'
  if (name) query += ` WHERE name LIKE ${sql.escape(`%${name}%`)}`
  sql.query(query, (err, res) => { // expect: require-pagination-cap/unboundedList
    if (err) return result(err, null)
    result(null, res)
  })
}

Student.page = (limit, offset, result) => {
  sql.query('SELECT * FROM students ORDER BY id LIMIT ? OFFSET ?', [limit, offset], result) // expect: require-pagination-cap/uncappedLimit
}

Student.enrol = (id, courses, result) => {
  let pending = courses.length
  courses.forEach((course) => {
    sql.query('INSERT INTO enrolments (student_id, course_id) VALUES (?, ?)', [id, course], (err) => { // expect: no-n-plus-one/writeInLoop
      if (err) return result(err)
      if (--pending === 0) result(null)
    })
  })
}

Student.enrolBulk = (id, courses, result) => {
  const rows = courses.map((course) => [id, course])
  sql.query('INSERT INTO enrolments (student_id, course_id) VALUES ?', [rows], result)
}

module.exports = Student
