const bcrypt = require('bcrypt')
const db = require('./db')

exports.create = (name, password) => db.prepare('INSERT INTO users (name, password) VALUES (?, ?)').run(name, bcrypt.hashSync(password, 10))
exports.createPlain = ({ name, password }) => db.prepare('INSERT INTO users (name, password) VALUES (@name, @password)').run({ name, password }) // expect: no-unhashed-password/plaintext
exports.find = (name) => db.prepare('SELECT * FROM users WHERE name = ?').get(name)
exports.verify = (user, password) => user && user.password === password // expect: no-unhashed-password/plaintextCompare
