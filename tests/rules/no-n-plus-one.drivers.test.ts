/** SQL drivers, document stores and hosted databases. */
import { rule, tester } from '#kit';

/** A head, then a function over ids whose one loop is its second line. */
const each = (head: string, body: string) => `${head}\nexport async function run(ids: number[]) {\n  for (const id of ids) ${body}\n}`;

interface Driver {
  readonly name: string;
  readonly head: string;
  readonly read: string;
  readonly write: string;
  /** What a message calls the two. */
  readonly called: readonly [read: string, write: string];
  readonly remedy: readonly [read: string, write: string];
  /** One query for all. */
  readonly good: string;
}

const ONE = 'join the tables, or fetch all rows at once with ';
const drivers: readonly Driver[] = [
  {
    name: 'pg',
    head: "import { Pool } from 'pg';\nconst pool = new Pool();",
    read: "await pool.query('SELECT * FROM lines WHERE order_id = $1', [id]);",
    write: "await pool.query('UPDATE lines SET seen = true WHERE id = $1', [id]);",
    called: ['lines.query', 'lines.query'],
    remedy: [`${ONE}\`WHERE id = ANY($1)\``, 'write all rows in one statement: `INSERT … SELECT * FROM unnest($1, $2)`, or `UPDATE … WHERE id = ANY($1)`'],
    good: "await pool.query('SELECT * FROM lines WHERE order_id = ANY($1)', [ids]);",
  },
  {
    name: 'pg-promise',
    head: "import pgPromise from 'pg-promise';\nconst db = pgPromise()('postgres://localhost');",
    read: "await db.any('SELECT * FROM lines WHERE order_id = $1', [id]);",
    write: "await db.none('INSERT INTO lines (id) VALUES ($1)', [id]);",
    called: ['lines.any', 'lines.none'],
    remedy: [`${ONE}\`WHERE id IN ($1:csv)\``, 'write all rows in one statement with `pgp.helpers.insert` or `pgp.helpers.update`'],
    good: "await db.any('SELECT * FROM lines WHERE order_id IN ($1:csv)', [ids]);",
  },
  {
    name: 'Postgres.js',
    head: "import postgres from 'postgres';\nconst sql = postgres('postgres://localhost');",
    read: 'await sql`SELECT * FROM lines WHERE order_id = ${id}`;',
    write: 'await sql`DELETE FROM lines WHERE id = ${id}`;',
    called: ['lines.select', 'lines.delete'],
    remedy: [`${ONE}\`WHERE id IN \${sql(ids)}\``, 'write all rows in one statement: `INSERT INTO … ${sql(rows)}`'],
    good: 'await sql`SELECT * FROM lines WHERE order_id IN ${sql(ids)}`;',
  },
  {
    name: 'mysql2',
    head: "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});",
    read: "await pool.execute('SELECT * FROM lines WHERE order_id = ?', [id]);",
    write: "await pool.execute('UPDATE lines SET seen = 1 WHERE id = ?', [id]);",
    called: ['lines.execute', 'lines.execute'],
    remedy: [`${ONE}\`WHERE id IN (?)\``, 'write all rows in one statement: `INSERT INTO … VALUES ?`, or `UPDATE … WHERE id IN (?)`'],
    good: "await pool.query('SELECT * FROM lines WHERE order_id IN (?)', [ids]);",
  },
  {
    name: 'mysql',
    head: "const mysql = require('mysql');\nconst connection = mysql.createConnection({});",
    read: "connection.query('SELECT * FROM lines WHERE order_id = ?', [id], (error, rows) => console.log(error, rows));",
    write: "connection.query('INSERT INTO lines SET ?', { id }, (error) => console.log(error));",
    called: ['lines.query', 'lines.query'],
    remedy: [`${ONE}\`WHERE id IN (?)\``, 'write all rows in one statement: `INSERT INTO … VALUES ?`, or `UPDATE … WHERE id IN (?)`'],
    good: "connection.query('INSERT INTO lines (id) VALUES ?', [ids.map((id) => [id])]);",
  },
  {
    name: 'better-sqlite3',
    head: "import Database from 'better-sqlite3';\nconst db = new Database('app.db');\nconst find = db.prepare('SELECT * FROM lines WHERE order_id = ?');\nconst add = db.prepare('INSERT INTO lines (id) VALUES (?)');",
    read: 'find.all(id);',
    write: 'add.run(id);',
    called: ['lines.prepare', 'lines.prepare'],
    remedy: [`${ONE}\`WHERE id IN (SELECT value FROM json_each(?))\``, 'write all rows in one statement: `INSERT INTO … SELECT … FROM json_each(?)`'],
    good: "db.prepare('SELECT * FROM lines WHERE order_id IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids));",
  },
  {
    name: 'node:sqlite',
    head: "import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync('app.db');",
    read: "db.prepare('SELECT * FROM lines WHERE order_id = ?').get(id);",
    write: "db.prepare('DELETE FROM lines WHERE id = ?').run(id);",
    called: ['lines.prepare', 'lines.prepare'],
    remedy: [`${ONE}\`WHERE id IN (SELECT value FROM json_each(?))\``, 'write all rows in one statement: `INSERT INTO … SELECT … FROM json_each(?)`'],
    good: "db.prepare('DELETE FROM lines WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(ids));",
  },
  {
    name: 'sqlite3',
    head: "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('app.db');",
    read: "db.get('SELECT * FROM lines WHERE order_id = ?', [id], (error, row) => console.log(error, row));",
    write: "db.run('DELETE FROM lines WHERE id = ?', [id]);",
    called: ['lines.get', 'lines.run'],
    remedy: [`${ONE}\`WHERE id IN (…)\``, 'write all rows in one statement: `INSERT INTO … VALUES (?, ?), (?, ?)`'],
    good: "db.run(`DELETE FROM lines WHERE id IN (${ids.map(() => '?').join()})`, ids);",
  },
  {
    name: 'mssql',
    head: "import sql from 'mssql';\nconst pool = await sql.connect('mssql://localhost');",
    read: "await pool.request().input('id', id).query('SELECT * FROM lines WHERE order_id = @id');",
    write: "await pool.request().input('id', id).query('UPDATE lines SET seen = 1 WHERE id = @id');",
    called: ['lines.query', 'lines.query'],
    remedy: ['join the tables, or fetch all rows at once with a table-valued parameter or `OPENJSON`', 'use `request.bulk(table)` or one statement for all rows'],
    good: "await pool.request().input('ids', JSON.stringify(ids)).query('SELECT * FROM lines WHERE order_id IN (SELECT value FROM OPENJSON(@ids))');",
  },
  {
    name: 'Neon',
    head: "import { neon } from '@neondatabase/serverless';\nconst sql = neon('postgres://localhost');",
    read: 'await sql`SELECT * FROM lines WHERE order_id = ${id}`;',
    write: 'await sql`UPDATE lines SET seen = true WHERE id = ${id}`;',
    called: ['lines.select', 'lines.update'],
    remedy: [`${ONE}\`WHERE id = ANY(\${ids})\``, 'write all rows in one statement: `INSERT … SELECT * FROM unnest(…)`, or send them together with `sql.transaction([…])`'],
    good: 'await sql`SELECT * FROM lines WHERE order_id = ANY(${ids})`;',
  },
  {
    name: 'Vercel Postgres',
    head: "import { sql } from '@vercel/postgres';",
    read: 'await sql`SELECT * FROM lines WHERE order_id = ${id}`;',
    write: 'await sql`DELETE FROM lines WHERE id = ${id}`;',
    called: ['lines.select', 'lines.delete'],
    remedy: [`${ONE}\`WHERE id = ANY(\${ids})\``, 'write all rows in one statement: `INSERT … SELECT * FROM unnest(…)`'],
    good: 'await sql`DELETE FROM lines WHERE id = ANY(${ids})`;',
  },
  {
    name: 'PlanetScale',
    head: "import { connect } from '@planetscale/database';\nconst db = connect({ host: 'localhost' });",
    read: "await db.execute('SELECT * FROM lines WHERE order_id = ?', [id]);",
    write: "await db.execute('DELETE FROM lines WHERE id = ?', [id]);",
    called: ['lines.execute', 'lines.execute'],
    remedy: [`${ONE}\`WHERE id IN (?)\``, 'write all rows in one statement, or use `UPDATE … WHERE id IN (?)`'],
    good: "await db.execute('DELETE FROM lines WHERE id IN (?)', [ids]);",
  },
  {
    name: 'Slonik',
    head: "import { createPool, sql } from 'slonik';\nconst pool = await createPool('postgres://localhost');",
    read: 'await pool.any(sql.unsafe`SELECT * FROM lines WHERE order_id = ${id}`);',
    write: 'await pool.query(sql.unsafe`DELETE FROM lines WHERE id = ${id}`);',
    called: ['lines.any', 'lines.query'],
    remedy: [`${ONE}\`WHERE id = ANY(\${sql.array(ids, 'int4')})\``, 'write all rows in one statement with `sql.unnest`'],
    good: "await pool.any(sql.unsafe`SELECT * FROM lines WHERE order_id = ANY(${sql.array(ids, 'int4')})`);",
  },
  {
    name: 'MongoDB driver',
    head: "import { MongoClient } from 'mongodb';\nconst lines = new MongoClient('mongodb://localhost').db('shop').collection('lines');",
    read: 'await lines.find({ order: id }).toArray();',
    write: 'await lines.updateOne({ _id: id }, { $set: { seen: true } });',
    called: ['lines.find', 'lines.updateOne'],
    remedy: ['use one `find` with `{ _id: { $in: ids } }`, or `$lookup` in an aggregation', 'use `insertMany`, `bulkWrite` or `updateMany`'],
    good: 'await lines.find({ order: { $in: ids } }).toArray();',
  },
  {
    name: 'Supabase',
    head: "import { createClient } from '@supabase/supabase-js';\nconst db = createClient('https://x.supabase.co', 'key');",
    read: "await db.from('lines').select('*').eq('order_id', id);",
    write: "await db.from('lines').update({ seen: true }).eq('id', id);",
    called: ['lines.select', 'lines.update'],
    remedy: ["select the related rows in the same `select('*, items(*)')`, or fetch all rows at once with `.in('id', ids)`", "hand an array to `insert` or `upsert`, or use one `update` or `delete` with `.in('id', ids)`"],
    good: "await db.from('lines').select('*, product(*)').in('order_id', ids);",
  },
  {
    name: 'Firestore',
    head: "import { getFirestore } from 'firebase-admin/firestore';\nconst lines = getFirestore().collection('lines');",
    read: "await lines.where('order', '==', id).get();",
    write: 'await lines.doc(String(id)).update({ seen: true });',
    called: ['lines.collection', 'lines.update'],
    remedy: ["use `getAll(...refs)`, or one query with `where('id', 'in', ids)`", 'gather the writes in a `batch()` or a `bulkWriter()`'],
    good: "await lines.where('order', 'in', ids).get();",
  },
  {
    name: 'DynamoDB document client',
    head: "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocumentClient.from(new DynamoDBClient({}));",
    read: "await db.send(new GetCommand({ TableName: 'lines', Key: { id } }));",
    write: "await db.send(new PutCommand({ TableName: 'lines', Item: { id } }));",
    called: ['GetCommand', 'PutCommand'],
    remedy: ['use `BatchGetCommand`, or one `QueryCommand` on the partition key', 'use `BatchWriteCommand` or `TransactWriteCommand`'],
    good: "await db.send(new BatchGetCommand({ RequestItems: { lines: { Keys: ids.map((id) => ({ id })) } } }));",
  },
];

const at = (head: string) => head.split('\n').length + 2;

tester.run('no-n-plus-one: drivers', rule('no-n-plus-one'), {
  valid: drivers.map(({ name, head, good }) => ({ name: `${name}: one query for all`, code: `${head}\nexport async function run(ids: number[]) {\n  ${good}\n}` })),
  invalid: drivers.flatMap(({ name, head, read, write, called, remedy }) => [
    { name: `${name}: a read a row`, code: each(head, read), errors: [{ messageId: 'queryInLoop' as const, line: at(head), data: { what: `\`${called[0]}\``, loop: 'per `id` of `ids`', remedy: remedy[0] } }] },
    { name: `${name}: a write a row`, code: each(head, write), errors: [{ messageId: 'writeInLoop' as const, line: at(head), data: { what: `\`${called[1]}\``, loop: 'per `id` of `ids`', remedy: remedy[1] } }] },
  ]),
});

tester.run('no-n-plus-one: statements of SQL', rule('no-n-plus-one'), {
  valid: [
    { name: 'the brackets of a transaction', code: each("import { Client } from 'pg';\nconst client = new Client();", "await client.query('SAVEPOINT before_line');") },
    { name: 'a table that is made', code: each("import { Pool } from 'pg';\nconst pool = new Pool();", 'await pool.query(`CREATE TABLE part_${id} PARTITION OF lines FOR VALUES IN (${id})`);') },
    { name: 'a statement that is only prepared', code: "import Database from 'better-sqlite3';\nconst db = new Database('app.db');\nexport const run = (tables: string[]) => tables.map((table) => db.prepare(`SELECT * FROM ${table}`));" },
    { name: 'a fragment in a template', code: "import postgres from 'postgres';\nconst sql = postgres('postgres://localhost');\nexport const run = async (ids: number[]) => await sql`SELECT * FROM lines WHERE ${ids.map((id) => sql`id = ${id} OR`)} false`;" },
  ],
  invalid: [
    { name: 'a statement in a constant', code: each("import { Pool } from 'pg';\nconst pool = new Pool();\nconst SEEN = `\n  UPDATE lines SET seen = true WHERE id = $1`;", 'await pool.query(SEEN, [id]);'), errors: [{ messageId: 'writeInLoop', line: 6 }] },
    { name: 'a statement with a common table expression that writes', code: each("import { Pool } from 'pg';\nconst pool = new Pool();", "await pool.query('WITH old AS (SELECT 1) DELETE FROM lines WHERE id = $1', [id]);"), errors: [{ messageId: 'writeInLoop', line: 4 }] },
    { name: 'a statement in an object', code: each("import { Pool } from 'pg';\nconst pool = new Pool();", "await pool.query({ text: 'INSERT INTO lines (id) VALUES ($1)', values: [id] });"), errors: [{ messageId: 'writeInLoop', line: 4 }] },
    { name: 'a statement that nobody can read', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function run(ids: number[], text: string) {\n  for (const id of ids) await pool.query(text, [id]);\n}", errors: [{ messageId: 'queryInLoop', line: 4 }] },
    { name: 'a client of the pool', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function run(ids: number[]) {\n  const client = await pool.connect();\n  for (const id of ids) await client.query('DELETE FROM lines WHERE id = $1', [id]);\n}", errors: [{ messageId: 'writeInLoop', line: 5 }] },
    { name: 'a row a transaction of better-sqlite3', code: "import Database from 'better-sqlite3';\nconst db = new Database('app.db');\nconst add = db.prepare('INSERT INTO lines (id) VALUES (?)');\nexport const run = db.transaction((ids: number[]) => {\n  for (const id of ids) add.run(id);\n});", errors: [{ messageId: 'writeInLoop', line: 5 }] },
    { name: 'DynamoDB: the client with methods', code: each("import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nimport { DynamoDB } from '@aws-sdk/client-dynamodb';\nconst db = DynamoDBDocument.from(new DynamoDB({}));", "await db.get({ TableName: 'lines', Key: { id } });"), errors: [{ messageId: 'queryInLoop', line: 5 }] },
    { name: 'Firestore: the documents of a snapshot', code: "import { getFirestore } from 'firebase-admin/firestore';\nconst lines = getFirestore().collection('lines');\nexport async function run() {\n  const snapshot = await lines.where('seen', '==', false).get();\n  await Promise.all(snapshot.docs.map((line) => line.ref.update({ seen: true })));\n  snapshot.forEach((line) => void line.ref.delete());\n}", errors: [{ messageId: 'writeInLoop', line: 5 }, { messageId: 'writeInLoop', line: 6 }] },
    { name: 'Supabase: the built-in then', code: each("import { createClient } from '@supabase/supabase-js';\nconst db = createClient('https://x.supabase.co', 'key');", "void db.from('lines').delete().eq('id', id).then(console.log);"), errors: [{ messageId: 'writeInLoop', line: 4 }] },
  ],
});
