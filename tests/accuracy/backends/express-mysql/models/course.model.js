const pool = require('../config/db').promise()

exports.list = async ({ limit, offset }) => {
  const [rows] = await pool.query('SELECT * FROM courses LIMIT ? OFFSET ?', [limit, offset])
  return rows
}

exports.teachers = async (courseId) => {
  const [rows] = await pool.execute('SELECT t.* FROM teachers t JOIN course_teachers ct ON ct.teacher_id = t.id WHERE ct.course_id = ?', [courseId])
  return rows
}

exports.withTeachers = async (page) => {
  const courses = await exports.list(page)
  for (let i = 0; i < courses.length; i++) {
    courses[i].teachers = await exports.teachers(courses[i].id) // expect: no-n-plus-one/queryInLoop
  }
  return courses
}

exports.transferAll = async (moves) => {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    for (const { studentId, from, to } of moves) {
      await connection.execute('UPDATE enrolments SET course_id = ? WHERE student_id = ? AND course_id = ?', [to, studentId, from]) // expect: no-n-plus-one/writeInLoop
    }
    await connection.commit()
  } catch (e) {
    await connection.rollback()
    throw e
  } finally {
    connection.release()
  }
}

exports.remove = async (id) => {
  const [result] = await pool.execute('DELETE FROM courses WHERE id = ?', [id])
  return result.affectedRows
}
