/** SQL that a file words and a helper of the app runs, SQL that is put together step by step, and models that are functions with properties. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { listing } from '../../rules/pagination.kit.js';
import { faulty, posting } from '../../rules/passwords.kit.js';

const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const MYSQL = "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n";
const HELPERS = `${PG}const query = (text, params) => pool.query(text, params);\nconst many = async (text, params) => (await query(text, params)).rows;\nconst one = async (text, params) => (await query(text, params)).rows[0];\n`;
const unbounded = (line: number) => [{ messageId: 'unboundedList' as const, line }];

tester.run('require-pagination-cap: SQL by a helper, or step by step', rule('require-pagination-cap'), {
  valid: [
    { name: 'a limit in the text that a helper is given', code: listing(HELPERS, "res.json(await many('SELECT * FROM rooms LIMIT 50'));") },
    { name: 'one row of what a helper is given', code: listing(HELPERS, "res.json(await one('SELECT * FROM rooms ORDER BY id'));") },
    { name: 'a capped parameter of a helper', code: listing(HELPERS, "res.json(await many('SELECT * FROM rooms LIMIT $1', [Math.min(Number(req.query.limit), 50)]));") },
    { name: 'a limit that is added later', code: listing(MYSQL, "let sql = 'SELECT * FROM rooms';\n  sql += ' LIMIT 50';\n  const [rows] = await pool.query(sql);\n  res.json(rows);") },
    { name: 'a limit that is put behind it later', code: listing(MYSQL, "let sql = 'SELECT * FROM rooms';\n  sql = sql + ' ORDER BY id LIMIT ?';\n  const [rows] = await pool.query(sql, [50]);\n  res.json(rows);") },
    { name: 'something that is added later', code: listing(MYSQL, "let sql = 'SELECT * FROM rooms';\n  sql += pageClause(req);\n  const [rows] = await pool.query(sql);\n  res.json(rows);") },
  ],
  invalid: [
    { name: 'no limit in the text that a helper is given', code: listing(HELPERS, "res.json(await many('SELECT * FROM rooms ORDER BY id'));"), errors: unbounded(9) },
    { name: 'an order that is added later', code: listing(MYSQL, "let sql = 'SELECT * FROM rooms';\n  sql += ' ORDER BY id';\n  const [rows] = await pool.query(sql);\n  res.json(rows);"), errors: unbounded(8) },
    { name: 'an uncapped parameter of a helper', code: listing(HELPERS, "res.json(await many('SELECT * FROM rooms LIMIT $1', [Number(req.query.limit)]));"), errors: [{ messageId: 'uncappedLimit', line: 9, suggestions: [{ messageId: 'clamp', output: listing(HELPERS, "res.json(await many('SELECT * FROM rooms LIMIT $1', [Math.min(Math.max(Number(req.query.limit), 1), 100)]));") }] }] },
    { name: 'parameters in a list with a name', code: listing(PG, "const values = [Number(req.query.limit)];\n  const { rows } = await pool.query('SELECT * FROM rooms LIMIT $1', values);\n  res.json(rows);"), errors: [{ messageId: 'uncappedLimit', line: 6, suggestions: [{ messageId: 'clamp', output: listing(PG, "const values = [Math.min(Math.max(Number(req.query.limit), 1), 100)];\n  const { rows } = await pool.query('SELECT * FROM rooms LIMIT $1', values);\n  res.json(rows);") }] }] },
  ],
});

const plain = (name: string, code: string) => faulty('plaintext', { name, code });
const INSERT = "'INSERT INTO users (email, password_hash) VALUES ($1, $2)'";

tester.run('no-unhashed-password: SQL', rule('no-unhashed-password'), {
  valid: [
    { name: 'a hash by a helper', code: posting(`${HELPERS}import bcrypt from 'bcrypt';\n`, `await query(${INSERT}, [req.body.email, await bcrypt.hash(req.body.password, 12)]);`) },
    { name: 'a hash that the database makes', code: posting(PG, "await pool.query(\"INSERT INTO users (email, password) VALUES ($1, crypt($2, gen_salt('bf')))\", [req.body.email, req.body.password]);") },
    { name: 'a hash that the database compares with', code: posting(PG, "await pool.query('SELECT * FROM users WHERE email = $1 AND password = crypt($2, password)', [req.body.email, req.body.password]);") },
    { name: 'another column by its number', code: posting(PG, "await pool.query('UPDATE users SET password = $2, seen = now() WHERE email = $1', [req.body.password_hint, hash]);") },
    { name: 'a digest of a token', code: posting(PG, "await pool.query('INSERT INTO users (email, token) VALUES ($1, md5($2))', [req.body.email, req.body.password]);") },
  ],
  invalid: [
    plain('by a helper', posting(HELPERS, `await query(${INSERT}, [req.body.email, «req.body.password»]);`)),
    plain('by a helper that another one calls', posting(HELPERS, `await one(${INSERT}, [req.body.email, «req.body.password»]);`)),
    plain('into a column for hashes', posting(PG, `await pool.query(${INSERT}, [req.body.email, «req.body.password»]);`)),
    plain('in a list with a name', posting(PG, `const values = [req.body.email, «req.body.password»];\n  await pool.query(${INSERT}, values);`)),
    plain('by its number', posting(PG, "await pool.query('UPDATE users SET seen = $3, password = $1 WHERE id = $2', [«req.body.password», req.body.id, now]);")),
    plain('behind a value that a function makes', posting(PG, "await pool.query('INSERT INTO users (email, password) VALUES (lower(trim($1)), $2)', [req.body.email, «req.body.password»]);")),
    plain('run as a prepared statement', posting("import Database from 'better-sqlite3';\nconst db = new Database('app.db');\n", "db.prepare('INSERT INTO users (email, password) VALUES (?, ?)').run(req.body.email, «req.body.password»);")),
    faulty('fastHash', { name: 'digested by the database', code: posting(PG, "await pool.query('INSERT INTO users (email, password) VALUES ($1, md5($2))', [req.body.email, «req.body.password»]);"), data: { field: 'password', algorithm: 'MD5' } }),
    faulty('fastHash', { name: 'compared with a digest of the database', code: posting(MYSQL, "await pool.query('SELECT * FROM users WHERE name = ? AND password = SHA2(?, 256)', [req.body.name, «req.body.password»]);"), data: { field: 'password', algorithm: 'SHA2' } }),
    faulty('plaintextCompare', { name: 'compared by a helper', code: posting(HELPERS, "await one('SELECT * FROM users WHERE email = $1 AND password = $2', [req.body.email, «req.body.password»]);") }),
  ],
});

describe('models that are functions with properties', () => {
  const model = "const db = require('./db');\nconst Pupil = function (pupil) {\n  this.name = pupil.name;\n};\nPupil.all = (result) => {\n  db.query('SELECT * FROM pupils', (err, rows) => { // expect: require-pagination-cap/unboundedList\n    if (err) return result(err, null);\n    result(null, rows);\n  });\n};\nPupil.find = (id, result) => {\n  db.query('SELECT * FROM pupils WHERE id = ?', [id], result);\n};\nmodule.exports = Pupil;\n";
  const routes = "const app = require('express')();\nconst Pupil = require('./pupil');\napp.get('/pupils', (req, res) => {\n  Pupil.all((err, rows) => {\n    if (err) return res.status(500).send({ message: err.message }); // expect: no-raw-error-response/errorMessage\n    res.send(rows);\n  });\n});\napp.get('/pupils/found', (req, res) => {\n  req.query.ids.forEach((id) => Pupil.find(id, () => {})); // expect: no-n-plus-one/queryInLoop\n  res.end();\n});\n";

  it('are followed through the name that the function was given', () => {
    const { found, expected } = judge({ 'src/routes.js': routes, 'src/pupil.js': model, 'src/db.js': "module.exports = require('mysql2').createPool({});\n" });
    expect(found).toEqual(expected);
  });
});

describe('a module that calls what it exports', () => {
  const db = "const { Pool } = require('pg');\nconst pool = new Pool();\n";
  const load = "exports.load = (id) => pool.query('SELECT * FROM rooms WHERE id = $1', [id]);\n";

  it.each([
    ['by `exports`', `${db}${load}exports.all = async (ids) => {\n  for (const id of ids) await exports.load(id); // expect: no-n-plus-one/queryInLoop\n};\n`],
    ['by `module.exports`', `${db}${load}exports.all = async (ids) => {\n  for (const id of ids) await module.exports.load(id); // expect: no-n-plus-one/queryInLoop\n};\n`],
    ['by `module.exports`, which are one object', `${db}module.exports = {\n  load: (id) => pool.query('SELECT * FROM rooms WHERE id = $1', [id]),\n  all: async (ids) => {\n    for (const id of ids) await module.exports.load(id); // expect: no-n-plus-one/queryInLoop\n  },\n};\n`],
    ['by a variable of that name', `${db}${load}const run = async (ids, exports) => {\n  for (const id of ids) await exports.load(id);\n};\n`],
  ])('%s', (_title, text) => {
    const { found, expected } = judge({ 'src/rooms.js': text });
    expect(found).toEqual(expected);
  });
});

describe('a size in an object that a helper reads off the request', () => {
  const repository = "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.page = ({ limit, offset }) => pool.query('SELECT * FROM rooms ORDER BY id LIMIT $1 OFFSET $2', [limit, offset]);\n";
  const read = 'const readPage = (query) => ({ limit: Number(query.limit) || 20, offset: Number(query.offset) || 0 });\n';
  const routes = (other: string, expected: string) => `const app = require('express')();\nconst rooms = require('./rooms');\n${read}app.get('/rooms', async (req, res) => {\n  res.json(await rooms.page(readPage(req.query)));${expected}\n});\napp.get('/rooms/first', async (req, res) => {\n  res.json(await rooms.page(${other}));\n});\n`;

  it('is reported where it is handed over, if another handler caps what it hands in', () => {
    const { found, expected } = judge({ 'src/routes.js': routes('{ limit: 10, offset: 0 }', ' // expect: require-pagination-cap/uncappedLimit'), 'src/rooms.js': repository });
    expect(found).toEqual(expected);
  });

  it('is reported at the size, if every handler hands one in', () => {
    const { found, expected } = judge({ 'src/routes.js': routes('readPage(req.query)', ''), 'src/rooms.js': repository.replace('[limit, offset]);', '[limit, offset]); // expect: require-pagination-cap/uncappedLimit') });
    expect(found).toEqual(expected);
  });
});
