// why: PostgreSQL's crypt() makes a hash of the password, and compares one with it
const { Pool } = require('pg');

const pool = new Pool();
const one = async (text, values) => (await pool.query(text, values)).rows[0];

exports.add = (email, password) => one("INSERT INTO accounts (email, password) VALUES (lower($1), crypt($2, gen_salt('bf', 12))) RETURNING id", [email, password]);
exports.check = (email, password) => one('SELECT id FROM accounts WHERE email = lower($1) AND password = crypt($2, password)', [email, password]);
