/** Drivers whose statements are text: Oracle's, Cassandra's and Neo4j's. */
import { cases } from './libraries.kit.js';

const express = "import express from 'express';\nconst app = express();\n";

cases('oracledb', { head: `${express}import oracledb from 'oracledb';` }, {
  'statements in loops': `
export async function run(ids) {
  const connection = await oracledb.getConnection();
  for (const id of ids) await connection.execute('SELECT name FROM users WHERE id = :id', { id }); // expect: no-n-plus-one/queryInLoop
  for (const id of ids) await connection.execute('UPDATE users SET seen = 1 WHERE id = :id', { id }, { autoCommit: true }); // expect: no-n-plus-one/writeInLoop
  await connection.executeMany('INSERT INTO visits (user_id) VALUES (:1)', ids.map((id) => [id]), { autoCommit: true });
}`,
  'a list, and its size': `
app.get('/users', async (req, res) => {
  const connection = await oracledb.getPool().getConnection();
  const { rows } = await connection.execute('SELECT id FROM users ORDER BY id FETCH NEXT :size ROWS ONLY', { size: req.query.size }); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  res.json(rows);
});
app.get('/few', async (req, res) => {
  const connection = await oracledb.getPool().getConnection();
  const size = Math.min(Number(req.query.size), 50);
  const { rows } = await connection.execute('SELECT id FROM users ORDER BY id FETCH NEXT :size ROWS ONLY', { size }); // expect: no-db-in-controller/queryInController
  res.json(rows);
});
app.get('/all', async (req, res) => {
  const connection = await oracledb.getConnection();
  const result = await connection.execute('SELECT id FROM users'); // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  res.json(result.rows);
});`,
  'two writes of one connection, until it commits': `
export async function pay(id) {
  const connection = await oracledb.getConnection();
  await connection.execute('UPDATE orders SET paid = 1 WHERE id = :id', { id });
  await connection.execute('INSERT INTO bills (order_id) VALUES (:id)', { id });
  await connection.commit();
}`,
  'a value in the text, and an error that is sent': `
app.get('/user', async (req, res) => {
  try {
    const connection = await oracledb.getConnection();
    const { rows } = await connection.execute(\`SELECT id FROM users WHERE name = '\${req.query.name}'\`, [], { maxRows: 1 }); // expect: no-unsafe-raw-query/unsafeValue, no-db-in-controller/queryInController
    res.json(rows[0]);
  } catch (err) {
    res.status(500).send(err.message); // expect: no-raw-error-response/errorMessage
  }
});`,
});

cases('Cassandra', { head: `${express}import cassandra from 'cassandra-driver';\nconst client = new cassandra.Client({ contactPoints: ['localhost'] });` }, {
  'statements one after another, and at once': `
export async function run(ids) {
  for (const id of ids) await client.execute('SELECT name FROM users WHERE id = ?', [id], { prepare: true }); // expect: no-n-plus-one/queryInLoop
  return Promise.all(ids.map((id) => client.execute('SELECT name FROM users WHERE id = ?', [id], { prepare: true })));
}`,
  'a page, whose size the client chooses': `
app.get('/users', async (req, res) => {
  const { rows } = await client.execute('SELECT id FROM users'); // expect: no-db-in-controller/queryInController
  res.json(rows);
});
app.get('/some', async (req, res) => {
  const { rows } = await client.execute('SELECT id FROM users LIMIT ?', [req.query.limit]); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  res.json(rows);
});`,
  'two tables of one fact': `
export async function rename(id, name) {
  await client.execute('UPDATE users SET name = ? WHERE id = ?', [name, id]);
  await client.execute('UPDATE users_by_name SET id = ? WHERE name = ?', [id, name]);
}`,
});

cases('Neo4j', { head: `${express}import neo4j from 'neo4j-driver';\nconst driver = neo4j.driver('bolt://localhost');` }, {
  'statements in loops': `
export async function run(ids) {
  const session = driver.session();
  for (const id of ids) await session.run('MATCH (u:User { id: $id }) RETURN u', { id }); // expect: no-n-plus-one/queryInLoop
  for (const id of ids) await session.run('CREATE (u:User { id: $id })', { id }); // expect: no-n-plus-one/writeInLoop
  await session.executeWrite(async (tx) => {
    for (const id of ids) await tx.run('MATCH (u:User { id: $id }) SET u.seen = true', { id }); // expect: no-n-plus-one/writeInLoop
  });
  for (const name of ids) await session.run(\`CREATE INDEX \${name} IF NOT EXISTS FOR (u:User) ON (u.id)\`);
  return session.run('UNWIND $ids AS id MATCH (u:User { id: id }) RETURN u', { ids });
}`,
  'a size that the client chooses': `
app.get('/users', async (req, res) => {
  const session = driver.session();
  const some = await session.run('MATCH (u:User) RETURN u LIMIT $limit', { limit: neo4j.int(req.query.limit) }); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  const few = await session.run('MATCH (u:User) RETURN u LIMIT toInteger($limit)', { limit: Math.min(Number(req.query.limit), 50) }); // expect: no-db-in-controller/queryInController
  res.json({ some: some.records, few: few.records });
});`,
  'a value in the text': `
app.get('/user', async (req, res) => {
  const { records } = await driver.executeQuery(\`MATCH (u:User { name: '\${req.query.name}' }) RETURN u LIMIT 1\`); // expect: no-unsafe-raw-query/unsafeValue, no-db-in-controller/queryInController
  res.json(records[0]);
});`,
});
