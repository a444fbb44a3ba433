const db = require('./db')

const statements = {
  byUser: db.prepare('SELECT * FROM todos WHERE user_id = ?'),
  all: db.prepare('SELECT * FROM todos'),
  page: db.prepare('SELECT * FROM todos ORDER BY id LIMIT ? OFFSET ?'),
  insert: db.prepare('INSERT INTO todos (user_id, text) VALUES (?, ?)'),
  done: db.prepare('UPDATE todos SET done = 1 WHERE id = ?'),
}

exports.ofUser = (userId) => statements.byUser.all(userId)
exports.everything = () => statements.all.all() // expect: require-pagination-cap/unboundedList
exports.page = (limit, offset) => statements.page.all(limit, offset)
exports.insertMany = db.transaction((userId, texts) => {
  for (const text of texts) statements.insert.run(userId, text) // expect: no-n-plus-one/writeInLoop
})
exports.finish = (ids) => ids.forEach((id) => statements.done.run(id)) // expect: no-n-plus-one/writeInLoop
exports.finishAll = (ids) => db.prepare(`UPDATE todos SET done = 1 WHERE id IN (${ids.map(() => '?').join(',')})`).run(...ids)
