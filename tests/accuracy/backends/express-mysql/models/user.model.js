const db = require('../config/db').promise()
const bcrypt = require('bcryptjs')

class User {
  static async create({ username, password }) {
    const [result] = await db.execute('INSERT INTO users (username, password) VALUES (?, ?)', [username, password]) // expect: no-unhashed-password/plaintext
    return result.insertId
  }

  static async createHashed(username, plain) {
    const salt = bcrypt.genSaltSync(10)
    const hash = bcrypt.hashSync(plain, salt)
    await db.execute('INSERT INTO users (username, password) VALUES (?, ?)', [username, hash])
  }

  static async login(username, password) {
    const [rows] = await db.query(`SELECT * FROM users WHERE username = ? AND password = MD5(?)`, [username, password]) // missed: no-unhashed-password
    return rows[0]
  }

  static async findByName(username) {
    const [[user]] = await db.query('SELECT * FROM users WHERE username = ?', [username])
    return user
  }
}

module.exports = User
