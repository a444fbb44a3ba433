/** Which calls make a round trip, where, and of what kind? */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { type Query, queriesOf } from '../../src/engine/facts/queries.js';

const client = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\n";
const knex = "import knex from 'knex';\nconst db = knex({});\n";
const mongoose = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\n";
const typeorm = "import { DataSource } from 'typeorm';\nconst source = new DataSource({});\nclass User {}\nconst users = source.getRepository(User);\n";
const drizzle = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { pgTable } from 'drizzle-orm/pg-core';\nconst db = drizzle('');\nconst users = pgTable('users', {});\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

function found(code: string): readonly Query[] {
  const asked = ask(code);
  return queriesOf(asked.analysis, asked.module);
}

/** `read User.find many`, for every query of the code. */
function inWords(code: string): string[] {
  return found(code).map(({ access, name, rows }) => `${access} ${name} ${rows}`);
}

function body(before: string, statements: string): string {
  return `${before}export async function f(a, b) { ${statements} }`;
}

describe('an eager call is a query', () => {
  it.each([
    ['awaited', body(client, 'await db.user.findMany();'), ['read user.findMany many']],
    ['returned', body(client, 'return db.user.findMany();'), ['read user.findMany many']],
    ['left alone', body(client, 'db.user.delete({});'), ['write user.delete one']],
    ['stored', body(client, 'const p = db.user.count();'), ['read user.count value']],
    ['under an alias', body(client, 'const { user } = db; await user.findFirst();'), ['read user.findFirst one']],
    ['with a callback', "import mysql from 'mysql';\nconst c = mysql.createConnection({});\nc.query('SELECT * FROM users', (error, rows) => {});", ['read users.query many']],
  ])('%s', (_title, code, expected) => {
    expect(inWords(code)).toEqual(expected);
  });
});

describe('a builder is one query, where it runs', () => {
  it.each([
    ['awaited', body(knex, "await db('users').where('id', 1).limit(5);"), ['read users.select many']],
    ['returned', body(mongoose, 'return User.find({}).limit(5);'), ['read User.find many']],
    ['returned by an arrow', `${mongoose}export const f = () => User.find({});`, ['read User.find many']],
    ['executed', `${mongoose}User.find({}).exec();`, ['read User.find many']],
    ['executed, and awaited too', body(mongoose, 'await User.find({}).exec();'), ['read User.find many']],
    ['with then', `${mongoose}User.find({}).then((users) => users);`, ['read User.find many']],
    ['with an old callback', `${mongoose}User.find({}, (err, users) => {});`, ['read User.find many']],
    ['among several', body(mongoose, 'await Promise.all([User.find({}), User.countDocuments({})]);'), ['read User.find many', 'read User.countDocuments value']],
    ['in a choice', body(mongoose, 'return a ? User.find({}) : User.findOne({});'), ['read User.find many', 'read User.findOne one']],
    ['on a client that is a member', body(knex, "await a.db('users').where('id', 1).update({ b });").replace('f(a, b)', 'f(a: { db: typeof db }, b)'), ['write users.update value']],
    ['by its name', body(knex, "const q = db('users'); q.where('id', 1); const rows = await q;"), ['read users.select many']],
    ['by its name, returned', body(knex, "let q = db('users'); if (a) q = q.where('id', 1); return q;"), ['read users.select many']],
    ['TypeORM', body(typeorm, "await users.createQueryBuilder('u').where('x').getMany();"), ['read User.createQueryBuilder many']],
    ['TypeORM, one row', body(typeorm, "await users.createQueryBuilder('u').getOne();"), ['read User.createQueryBuilder one']],
    ['Drizzle', body(drizzle, 'await db.select().from(users).limit(5);'), ['read users.select many']],
    ['yielded', `${mongoose}function* f() { yield User.find({}); }`, ['read User.find many']],
    ['handed to something that runs it', body(mongoose, 'await paginate(User.find({}));'), ['read User.find many']],
  ])('%s', (_title, code, expected) => {
    expect(inWords(code)).toEqual(expected);
  });

  it.each([
    ['made', body(knex, "const q = db('users').where('id', 1);")],
    ['made, and left', body(mongoose, 'User.find({});')],
    ['turned to text', body(knex, "return db('users').where('id', 1).toString();")],
    ['a sub-select', body(knex, "const q = db('users').whereIn('id', db('orders').select('user_id'));")],
    ['TypeORM, made', body(typeorm, "const q = users.createQueryBuilder('u').where('x');")],
    ['TypeORM, awaited but not run', body(typeorm, "const q = await users.createQueryBuilder('u').where('x');")],
    ['a fragment', "import { sql } from 'drizzle-orm';\nexport const now = sql`now()`;"],
    ['a raw fragment', "import { Prisma } from '@prisma/client';\nexport const x = Prisma.sql`x`;"],
  ])('none: %s', (_title, code) => {
    expect(inWords(code)).toEqual([]);
  });

  it.each([
    ['in a filter', body(knex, "await db('users').whereIn('id', db('orders').select('user_id'));"), ['read users.select many']],
    ['in a callback of a filter', body(knex, "await db('users').whereExists(function () { this.select('*').from('orders'); });"), ['read users.select many']],
    ['in a Drizzle filter', body(`${drizzle}import { inArray } from 'drizzle-orm';\n`, 'await db.select().from(users).where(inArray(users.id, db.select().from(orders)));'), ['read users.select many']],
  ])('a sub-select %s is none of its own', (_title, code, expected) => {
    expect(inWords(code).map((each) => each.replace(/\.\w+ /, '. '))).toEqual(expected.map((each) => each.replace(/\.\w+ /, '. ')));
  });
});

describe('reading and writing', () => {
  it.each([
    ['SELECT', 'SELECT * FROM users', 'read'],
    ['select, on several lines', '\\n  select *\\n  from users', 'read'],
    ['INSERT', 'INSERT INTO users VALUES (1)', 'write'],
    ['UPDATE', 'update users set a = 1', 'write'],
    ['DELETE', 'DELETE FROM users', 'write'],
    ['REPLACE', 'REPLACE INTO users VALUES (1)', 'write'],
    ['MERGE', 'MERGE INTO users USING x', 'write'],
    ['a common table that is read', 'WITH x AS (SELECT 1) SELECT * FROM x', 'read'],
    ['a common table that is written from', 'WITH x AS (SELECT 1) INSERT INTO users SELECT * FROM x', 'write'],
  ])('SQL: %s', (_title, sql, access) => {
    expect(found(body(pg, `await pool.query('${sql}');`)).map((query) => query.access)).toEqual([access]);
  });

  it.each([
    ['that is read', 'SELECT * FROM users JOIN orders ON true', 'users'],
    ['of a schema', 'SELECT * FROM app.users', 'users'],
    ['that is written, behind a common table', 'WITH m AS (SELECT 1 FROM runs) INSERT INTO content SELECT * FROM m', 'content'],
    ['that is updated, behind a common table', 'WITH m AS (SELECT 1 FROM runs) UPDATE content SET a = 1', 'content'],
    ['that is locked', 'SELECT a FROM users FOR UPDATE OF users', 'users'],
    ['with a conflict', 'INSERT INTO users VALUES (1) ON CONFLICT DO UPDATE SET a = 1', 'users'],
    ['whose conflicts are ignored', 'INSERT IGNORE INTO users VALUES (1)', 'users'],
    ['with quotes', 'DELETE FROM "app"."users"', 'users'],
  ])('a table %s', (_title, sql, table) => {
    expect(found(body(pg, `await pool.query('${sql}');`)).map((query) => query.name)).toEqual([`${table}.query`]);
  });

  it.each([
    'CREATE TABLE x (id int)', 'DROP TABLE x', 'ALTER TABLE x ADD y int', 'TRUNCATE x', 'BEGIN', 'COMMIT', 'ROLLBACK', 'SAVEPOINT x', 'SET search_path TO x', 'SELECT 1', 'select 1;', 'SELECT 1 AS ok', 'select 1 + 1 as result', 'SELECT now()', 'VACUUM', 'EXPLAIN SELECT * FROM users',
  ])('SQL that is no query: %s', (sql) => {
    expect(found(body(pg, `await pool.query('${sql}');`))).toEqual([]);
    expect(found(body(client, `await db.$queryRawUnsafe('${sql}');`))).toEqual([]);
  });

  it.each([
    ['in a constant', body(`${pg}const SQL = 'DELETE FROM users';\n`, 'await pool.query(SQL);'), ['write users.query value']],
    ['in an object', body(pg, "await pool.query({ text: 'UPDATE users SET a = $1', values: [1] });"), ['write users.query value']],
    ['in a template', body(client, 'await db.$executeRaw`DELETE FROM users WHERE id = ${a}`;'), ['write users.$executeRaw value']],
    ['put together', body(pg, "await pool.query('DELETE ' + 'FROM users WHERE id = ' + a);"), ['write users.query value']],
    ['that counts', body(pg, "await pool.query('SELECT count(*) FROM users');"), ['read users.query value']],
    ['that nobody can see', body(pg, 'await pool.query(a);'), ['read query many']],
  ])('SQL %s', (_title, code, expected) => {
    expect(inWords(code).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual(expected.map((each) => each.split(' ').slice(0, 2).join(' ')));
  });

  it.each([
    ['an insert', body(knex, "await db('users').insert({ a: 1 });"), 'write'],
    ['an update', body(knex, "await db('users').where('id', 1).update({ a: 1 });"), 'write'],
    ['a delete', body(knex, "await db('users').where('id', 1).del();"), 'write'],
    ['a filter', body(knex, "await db('users').where('id', 1);"), 'read'],
    ['an update of TypeORM', body(typeorm, "await source.createQueryBuilder().update(User).set({}).execute();"), 'write'],
    ['an insert of Drizzle', body(drizzle, 'await db.insert(users).values({});'), 'write'],
    ['an update of Mongoose', body(mongoose, 'await User.findByIdAndUpdate(1, {});'), 'write'],
    ['a document of Mongoose', body(mongoose, 'const user = await User.findById(1); await user.save();'), 'write'],
  ])('%s', (_title, code, access) => {
    expect(found(code).at(-1)?.access).toBe(access);
  });
});

describe('a query knows', () => {
  const text = (code: string, pick: (query: Query) => readonly { readonly start: number; readonly end: number }[]): string[] => {
    const asked = ask(code);
    return queriesOf(asked.analysis, asked.module).flatMap((query) => pick(query).map(({ start, end }) => asked.module.text.slice(start, end)));
  };

  it.each([
    ['in its options', body(client, 'await db.user.findMany({ where: { a }, take: 5 });'), ['5']],
    ['in options that have a name', body(client, 'const options = { take: 5 }; await db.user.findMany(options);'), ['5']],
    ['in options that are spread', body(client, 'const page = { take: 5 }; await db.user.findMany({ ...page });'), ['5']],
    ['in a step', body(mongoose, 'await User.find({}).limit(5);'), ['5']],
    ['in a statement of its own', body(knex, "const q = db('users'); q.limit(5); await q;"), ['5']],
    ['nowhere', body(client, 'await db.user.findMany({});'), []],
  ])('its size: %s', (_title, code, sizes) => {
    expect(text(code, (query) => query.sizes)).toEqual(sizes);
  });

  it.each([
    ['in its options', body(client, 'await db.user.findMany({ where: { a: 1 } });'), ['{ a: 1 }']],
    ['as an argument', body(mongoose, 'await User.find({ a: 1 });'), ['{ a: 1 }']],
    ['in a step', body(drizzle, 'await db.select().from(users).where(x);'), ['x']],
  ])('its filter: %s', (_title, code, filters) => {
    expect(text(code, (query) => query.filters)).toEqual(filters);
  });

  it.each([
    ['in its options', body(client, 'await db.user.create({ data: { a: 1 } });'), ['{ a: 1 }']],
    ['in both of two', body(client, 'await db.user.upsert({ where: {}, create: { a: 1 }, update: { b: 1 } });'), ['{ a: 1 }', '{ b: 1 }']],
    ['in a step', body(drizzle, 'await db.insert(users).values({ a: 1 });'), ['{ a: 1 }']],
  ])('what it writes: %s', (_title, code, data) => {
    expect(text(code, (query) => query.data)).toEqual(data);
  });

  it('that it stands for many, or is joined with others', () => {
    expect(found(body(client, 'await db.user.createMany({ data: a });'))).toMatchObject([{ bulk: true }]);
    expect(found(body(client, 'await db.user.create({ data: a });'))).toMatchObject([{ bulk: false, batched: false }]);
    expect(found(body(client, 'await db.user.findUnique({});'))).toMatchObject([{ batched: true }]);
  });

  it('that it reads row by row', () => {
    expect(found(body(mongoose, 'for await (const user of User.find({}).cursor()) a(user);'))).toMatchObject([{ streams: true }]);
  });

  it('that it asks a cache', () => {
    expect(found("import Redis from 'ioredis';\nconst redis = new Redis();\nredis.get('a');")).toMatchObject([{ cache: true }]);
    expect(found(body(client, 'await db.user.count();'))).toMatchObject([{ cache: false }]);
  });

  it('its model and its SQL', () => {
    expect(found(body(pg, "await pool.query('SELECT * FROM users WHERE id = ' + a);"))).toMatchObject([{ sql: 'SELECT * FROM users WHERE id = ?', model: undefined }]);
    expect(found(body(typeorm, 'await users.find();'))[0]?.model?.name).toBe('User');
  });

  it('whether it is certain', () => {
    expect(found(body(client, 'await db.user.findMany();'))).toMatchObject([{ certain: true }]);
    expect(found('export async function f(ctx) { await ctx.db.user.findMany({}); }')).toMatchObject([{ certain: false }]);
  });
});

describe('no query is', () => {
  it.each([
    ['a method of a service', "import { users } from './users.service';\nexport const f = () => users.findMany();"],
    ['a method of an array', 'export const f = (users) => users.find((user) => user.ok);'],
    ['a Map', 'const users = new Map();\nusers.delete(1);\nusers.get(1);'],
    ['a router', "import express from 'express';\nconst app = express();\napp.delete('/', f);\napp.get('/', f);"],
    ['opening a transaction', body(client, 'await db.$transaction(async (tx) => { a(tx); });')],
    ['opening a connection', body(client, 'await db.$connect(); await db.$disconnect();')],
    ['building a row in memory', body(typeorm, 'const user = users.create({}); users.merge(user, {});')],
    ['metadata', body(mongoose, 'await User.createIndexes(); await User.syncIndexes();')],
    ['the schema', body(knex, "await db.schema.createTable('users', a);")],
    ['a method of a row\'s own class', "import { Model } from 'sequelize';\nclass User extends Model { greet() {} }\nexport const f = async () => (await User.findOne()).greet();"],
  ])('%s', (title, code) => {
    expect(inWords(code)).toEqual(title.startsWith('a method of a row') ? ['read User.findOne one'] : []);
  });
});
