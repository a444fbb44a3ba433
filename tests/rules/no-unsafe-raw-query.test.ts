import { rule, tester } from '#kit';
import { getting, marked } from './marked.kit.js';

export const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const PRISMA = "import { Prisma, PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const SEQUELIZE = "import { literal, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst Item = sequelize.define('Item', {});\n";
const TYPEORM = "import { DataSource, Raw } from 'typeorm';\nconst source = new DataSource({ type: 'postgres' });\nclass Item { name: string; }\nconst items = source.getRepository(Item);\n";
const DRIZZLE = "import { sql } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nconst db = drizzle(process.env.DATABASE_URL);\n";
const KYSELY = "import { Kysely, sql } from 'kysely';\nconst db = new Kysely({});\n";
const MYSQL = "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n";
const MONGO = "import { MongoClient } from 'mongodb';\nconst items = new MongoClient('').db().collection('items');\n";
const MONGOOSE = "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({ name: String }));\n";
const value = (name: string, code: string, data?: Readonly<Record<string, string>>) => marked(name, 'unsafeValue', code, data && { data });
const named = (name: string, code: string) => marked(name, 'unsafeName', code);

tester.run('no-unsafe-raw-query: a value in the text, by library', rule('no-unsafe-raw-query'), {
  valid: [
    { name: 'pg, bound', code: getting(PG, "const { rows } = await pool.query('SELECT * FROM items WHERE id = $1', [req.params.id]);") },
    { name: 'pg, bound in an object', code: getting(PG, "const { rows } = await pool.query({ text: 'SELECT * FROM items WHERE id = $1', values: [req.params.id] });") },
    { name: 'pg, an object under a name', code: getting(PG, "const query = { text: 'SELECT * FROM items WHERE id = $1', values: [req.params.id] };\n  const { rows } = await pool.query(query);") },
    { name: 'MySQL, bound', code: getting(MYSQL, "const [rows] = await pool.query('SELECT * FROM items WHERE id = ?', [req.params.id]);") },
    { name: 'Prisma, the tag', code: getting(PRISMA, 'const rows = await prisma.$queryRaw`SELECT * FROM items WHERE id = ${req.params.id}`;') },
    { name: 'Prisma, a fragment of the tag', code: getting(PRISMA, 'const where = Prisma.sql`WHERE id = ${req.params.id}`;\n  const rows = await prisma.$queryRaw`SELECT * FROM items ${where}`;') },
    { name: 'Prisma, bound', code: getting(PRISMA, "const rows = await prisma.$queryRawUnsafe('SELECT * FROM items WHERE id = $1', req.params.id);") },
    { name: 'Knex, bound', code: getting(KNEX, "const rows = await db.raw('SELECT * FROM items WHERE id = ?', [req.params.id]);") },
    { name: 'Knex, a column that it quotes', code: getting(KNEX, "const rows = await db('items').orderBy(String(req.query.sort)).limit(10);") },
    { name: 'Knex, a bound condition', code: getting(KNEX, "const rows = await db('items').whereRaw('lower(name) = ?', [req.query.name]);") },
    { name: 'Knex, a bound name', code: getting(KNEX, "const rows = await db('items').orderByRaw('?? desc', [req.query.sort]);") },
    { name: 'Sequelize, replacements', code: getting(SEQUELIZE, "const [rows] = await sequelize.query('SELECT * FROM items WHERE id = :id', { replacements: { id: req.params.id } });") },
    { name: 'Sequelize, a condition', code: getting(SEQUELIZE, 'const rows = await Item.findAll({ where: { name: `%${req.query.name}%` } });') },
    { name: 'TypeORM, parameters', code: getting(TYPEORM, "const rows = await items.createQueryBuilder('item').where('item.name = :name', { name: req.query.name }).getMany();") },
    { name: 'TypeORM, an object', code: getting(TYPEORM, "const rows = await items.createQueryBuilder('item').where({ name: req.query.name }).getMany();") },
    { name: 'TypeORM, a bound query', code: getting(TYPEORM, "const rows = await source.query('SELECT * FROM items WHERE id = $1', [req.params.id]);") },
    { name: 'TypeORM, a find operator with parameters', code: getting(TYPEORM, 'const rows = await items.findBy({ name: Raw((alias) => `lower(${alias}) = :name`, { name: req.query.name }) });') },
    { name: 'Drizzle, the tag', code: getting(DRIZZLE, 'const rows = await db.execute(sql`select * from items where id = ${req.params.id}`);') },
    { name: 'Kysely, the tag', code: getting(KYSELY, 'const rows = await sql`select * from items where id = ${req.params.id}`.execute(db);') },
    { name: 'Postgres.js, the tag', code: getting("import postgres from 'postgres';\nconst sql = postgres();\n", 'const rows = await sql`select * from items where id = ${req.params.id}`;') },
    { name: 'Slonik, a tag called unsafe that binds', code: getting("import { createPool, sql } from 'slonik';\nconst pool = await createPool('');\n", 'const rows = await pool.any(sql.unsafe`select * from items where id = ${req.params.id}`);') },
    { name: 'Neon, the tag', code: getting("import { neon } from '@neondatabase/serverless';\nconst sql = neon('');\n", 'const rows = await sql`select * from items where id = ${req.params.id}`;') },
    { name: 'SQL Server, an input', code: getting("import sql from 'mssql';\n", "const rows = await new sql.Request().input('id', req.params.id).query('SELECT * FROM items WHERE id = @id');") },
    { name: 'better-sqlite3, bound', code: getting("import Database from 'better-sqlite3';\nconst db = new Database('');\n", "const rows = db.prepare('SELECT * FROM items WHERE id = ?').all(req.params.id);") },
    { name: 'SQLite, bound', code: getting("import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('');\n", "const rows = db.all('SELECT * FROM items WHERE id = ?', [req.params.id]);") },
    { name: 'MongoDB, a program of fixed text', code: getting(MONGO, "const rows = await items.find({ $where: 'this.sold < this.stock' }).toArray();") },
    { name: 'MongoDB, a function', code: getting(MONGO, 'const rows = await items.find({ $where: function () { return this.sold < this.stock; } }).toArray();') },
    { name: 'MongoDB, a value beside an operator', code: getting(MONGO, 'const rows = await items.find({ name: { $regex: `^${req.query.name}` } }).toArray();') },
    { name: 'text that is no query', code: getting(PG, "console.log(`SELECT * FROM items WHERE id = ${req.params.id}`);\n  const { rows } = await pool.query('SELECT 1');") },
    { name: 'a client that nobody knows, bound', code: getting("import oracledb from 'oracledb';\n", "const connection = await oracledb.getConnection();\n  const rows = await connection.execute('SELECT * FROM items WHERE id = :id', [req.params.id]);") },
    { name: 'something that nobody knows, with text that is no statement', code: getting("import { logger } from 'logs';\n", 'const rows = [];\n  logger.raw(`selected ${req.params.id}`);') },
    { name: 'a tag of another package', code: getting(`import { SQL } from 'sql-template-strings';\n${PG}`, 'const { rows } = await pool.query(SQL`SELECT * FROM items WHERE id = ${req.params.id}`);') },
  ],
  invalid: [
    value('pg, a template', getting(PG, "const { rows } = await pool.query(`SELECT * FROM items WHERE id = '${«req.params.id»}'`);"), { value: 'id', target: 'pool.query', language: 'SQL', bind: 'write `$1` in the text, and put the value into the list after it' }),
    value('pg, put together', getting(PG, "const { rows } = await pool.query('SELECT * FROM items WHERE name = \\'' + «req.query.name» + '\\'');")),
    value('pg, an object', getting(PG, 'const { rows } = await pool.query({ text: `SELECT * FROM items WHERE id = ${«req.params.id»}` });')),
    value('pg, an object under a name', getting(PG, 'const query = { text: `SELECT * FROM items WHERE id = ${«req.params.id»}`, values: [] };\n  const { rows } = await pool.query(query);')),
    value('MySQL', getting(MYSQL, "const [rows] = await pool.query(`SELECT * FROM items WHERE name = '${«req.query.name»}'`);")),
    value('MySQL, an object', getting(MYSQL, "const [rows] = await pool.query({ sql: `SELECT * FROM items WHERE name = '${«req.query.name»}'` });")),
    value('Prisma, unsafe', getting(PRISMA, "const rows = await prisma.$queryRawUnsafe(`SELECT * FROM items WHERE id = '${«req.params.id»}'`);")),
    value('Prisma, raw in a tag', getting(PRISMA, "const rows = await prisma.$queryRaw`SELECT * FROM items WHERE ${Prisma.raw(`name = '${«req.query.name»}'`)}`;")),
    value('Prisma, execute', getting(PRISMA, "const rows = await prisma.$executeRawUnsafe('DELETE FROM items WHERE id = ' + «req.params.id»);")),
    value('Knex, raw', getting(KNEX, "const rows = await db.raw(`SELECT * FROM items WHERE id = '${«req.params.id»}'`);")),
    value('Knex, whereRaw', getting(KNEX, "const rows = await db('items').whereRaw(`name = '${«req.query.name»}'`);")),
    named('Knex, orderByRaw', getting(KNEX, "const rows = await db('items').orderByRaw(«req.query.sort»);")),
    value('Sequelize, query', getting(SEQUELIZE, "const [rows] = await sequelize.query(`SELECT * FROM items WHERE name = '${«req.query.name»}'`);")),
    value('Sequelize, literal', getting(SEQUELIZE, "const rows = await Item.findAll({ where: literal(`name = '${«req.query.name»}'`) });")),
    named('Sequelize, literal of its class', getting(SEQUELIZE, 'const rows = await Item.findAll({ order: Sequelize.literal(«req.query.sort») });')),
    value('TypeORM, query', getting(TYPEORM, 'const rows = await source.query(`SELECT * FROM items WHERE id = ${«req.params.id»}`);')),
    value('TypeORM, where', getting(TYPEORM, "const rows = await items.createQueryBuilder('item').where(`item.name = '${«req.query.name»}'`).getMany();")),
    value('TypeORM, andWhere', getting(TYPEORM, "const rows = await items.createQueryBuilder('item').where('1 = 1').andWhere(\"item.name LIKE '%\" + «req.query.name» + \"%'\").getMany();")),
    value('TypeORM, orderBy with an alias', getting(TYPEORM, "const rows = await items.createQueryBuilder('item').orderBy(`item.${«req.query.sort»}`).getMany();")),
    named('TypeORM, orderBy', getting(TYPEORM, "const rows = await items.createQueryBuilder('item').orderBy(«req.query.sort»).getMany();")),
    value('TypeORM, a find operator', getting(TYPEORM, "const rows = await items.findBy({ name: Raw((alias) => `lower(${alias}) = '${«req.query.name»}'`) });")),
    value('Drizzle, raw', getting(DRIZZLE, "const rows = await db.execute(sql.raw(`select * from items where name = '${«req.query.name»}'`));")),
    value('Kysely, raw', getting(KYSELY, "const rows = await sql.raw(`select * from items where name = '${«req.query.name»}'`).execute(db);")),
    named('Kysely, raw in a tag', getting(KYSELY, 'const rows = await sql`select * from items order by ${sql.raw(«req.query.sort»)}`.execute(db);')),
    value('Postgres.js, unsafe', getting("import postgres from 'postgres';\nconst sql = postgres();\n", "const rows = await sql.unsafe(`select * from items where name = '${«req.query.name»}'`);")),
    value('SQL Server', getting("import sql from 'mssql';\n", "const rows = await new sql.Request().query(`SELECT * FROM items WHERE name = '${«req.query.name»}'`);")),
    value('better-sqlite3', getting("import Database from 'better-sqlite3';\nconst db = new Database('');\n", "const rows = db.prepare(`SELECT * FROM items WHERE name = '${«req.query.name»}'`).all();")),
    value('SQLite', getting("import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('');\n", 'const rows = db.all(`SELECT * FROM items WHERE id = ${«req.params.id»}`);')),
    value('MikroORM', getting("import { MikroORM } from '@mikro-orm/postgresql';\nconst orm = await MikroORM.init();\n", 'const rows = await orm.em.execute(`select * from items where id = ${«req.params.id»}`);')),
    value('pg-promise', getting("import pgPromise from 'pg-promise';\nconst db = pgPromise()('');\n", "const rows = await db.any(`SELECT * FROM items WHERE name = '${«req.query.name»}'`);")),
    value('MongoDB, $where', getting(MONGO, "const rows = await items.find({ $where: `this.name == '${«req.query.name»}'` }).toArray();"), { value: 'name', target: '$where', language: 'JavaScript', bind: 'hand it over as a parameter of the query' }),
    value('MongoDB, $where put together', getting(MONGO, "const rows = await items.find({ $where: 'this.id == ' + «req.params.id» }).toArray();")),
    value('MongoDB, $function', getting(MONGO, "const rows = await items.find({ $expr: { $function: { body: `function (n) { return n == '${«req.query.name»}'; }`, args: ['$name'], lang: 'js' } } }).toArray();")),
    value('MongoDB, mapReduce', getting(MONGO, "const rows = await items.mapReduce(`function () { emit(this.${«req.query.key»}, 1); }`, 'function (k, v) { return v.length; }');")),
    value('Mongoose, $where', getting(MONGOOSE, "const rows = await Item.find().$where(`this.name == '${«req.query.name»}'`);")),
    value('a collection that nobody knows', getting("import { items } from './nowhere';\n", "const rows = await items.find({ $where: `this.name == '${«req.query.name»}'` });")),
    marked('MongoDB, a program from the client', 'clientStatement', getting(MONGO, 'const rows = await items.find({ $where: «req.body.filter» }).toArray();')),
    marked('a statement from the client', 'clientStatement', getting(PG, 'const { rows } = await pool.query(«req.body.sql»);'), { data: { value: 'sql', target: 'pool.query', language: 'SQL', bind: 'write `$1` in the text, and put the value into the list after it' } }),
    named('a table from the client', getting(PG, 'const { rows } = await pool.query(`SELECT * FROM ${«req.params.table»}`);')),
    named('a column to sort by', getting(PG, 'const { rows } = await pool.query(`SELECT * FROM items ORDER BY ${«req.query.sort»} ASC`);')),
    value('a client that nobody knows', getting("import oracledb from 'oracledb';\n", "const connection = await oracledb.getConnection();\n  const rows = await connection.execute(`SELECT * FROM items WHERE name = '${«req.query.name»}'`);")),
  ],
});
