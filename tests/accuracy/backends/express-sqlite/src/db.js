const Database = require('better-sqlite3')

const db = new Database(process.env.DB_FILE || 'app.db')
db.pragma('journal_mode = WAL')
db.exec('CREATE TABLE IF NOT EXISTS todos (id INTEGER PRIMARY KEY, user_id INTEGER, text TEXT, done INTEGER)')

module.exports = db
