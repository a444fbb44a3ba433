/** Where a builder is run or left, where options and SQL are looked for, and how a query is called. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { overridingCallsOf, type Query, queriesOf } from '../../src/engine/facts/queries.js';

const client = "import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient();\n";
const knex = "import knex from 'knex';\nconst db = knex({});\n";
const mongoose = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const sequelize = "import { Model } from 'sequelize';\n";

function inWords(code: string): string[] {
  const asked = ask(code);
  return queriesOf(asked.analysis, asked.module).map(({ access, name, rows }) => `${access} ${name} ${rows}`);
}

function texts(code: string, pick: (query: Query) => readonly { readonly start: number; readonly end: number }[]): string[] {
  const asked = ask(code);
  return queriesOf(asked.analysis, asked.module).flatMap((query) => pick(query).map(({ start, end }) => asked.module.text.slice(start, end)));
}

function body(before: string, statements: string): string {
  return `${before}export async function f(a, b) { ${statements} }`;
}

describe('a builder is run', () => {
  it.each<[title: string, code: string, expected: string[]]>([
    ['as a fallback', body(mongoose, 'return a.cached || User.find({});'), ['read User.find many']],
    ['under a name in an object of promises', body(`import Bluebird from 'bluebird';\n${mongoose}`, 'return Bluebird.props({ users: User.find({}), total: User.countDocuments({}) });'), ['read User.find many', 'read User.countDocuments value']],
    ['in a list of a map that is gathered later', body(mongoose, 'const found = a.map((id) => User.findById(id)); return Promise.all(found);'), ['read User.findById one']],
    ['with a catch that its library does not have', body("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { sql } from 'drizzle-orm';\nconst db = drizzle('');\n", 'db.execute(sql`DELETE FROM users`).catch(b);'), ['write users.execute many']],
    ['by its name, after a property of it was read', body(mongoose, 'const q = User.find({}); b(q.op); await q.limit(5);'), ['read User.find many']],
    ['by its name, after a step that is picked by name', body(knex, "const q = db('users'); q[a]('id', 1); await q;"), ['read users.select many']],
    ['by a function that is handed it', "import { SelectQueryBuilder } from 'typeorm';\nexport const rows = (builder: SelectQueryBuilder<User>) => builder.andWhere('u.ok').getMany();\nclass User {}", ['read andWhere many']],
    ['in a row’s method that takes the place of its library’s', "import { Model } from 'sequelize';\nclass User extends Model { save() { this.touched = 1; return super.save(); } }", ['write User.save one']],
    ['in a pipeline of a cache', "import Redis from 'ioredis';\nconst redis = new Redis();\nexport const f = () => redis.pipeline().set('a', 1).exec();", ['write pipeline value']],
  ])('%s', (_title, code, expected) => {
    expect(inWords(code)).toEqual(expected);
  });

  it.each<[title: string, code: string]>([
    ['is tested where it should have been awaited', body(mongoose, 'return User.findOne({ email: a }) ? 1 : 2;')],
    ['stands in an object that is returned', body(mongoose, 'return { users: User.find({}) };')],
    ['is handed to another of its library under a name', body(knex, "return db.raw('?', { sub: db('orders').select('id') }).toString();")],
    ['has an unknown method called on it', body(mongoose, 'User.find({}).paranoid(a);')],
    ['has a method called that is picked by name', body(mongoose, 'User.find({})[a](b);')],
  ])('and not where it %s', (_title, code) => {
    expect(inWords(code)).toEqual([]);
  });
});

describe('sizes are found', () => {
  it.each<[title: string, code: string, sizes: string[]]>([
    ['in either of two options', body(client, 'const page = a ? { take: 5 } : { take: 10 }; await db.user.findMany(page);'), ['5', '10']],
    ['in options or their default', body(client, 'const page = a || { take: 5 }; await db.user.findMany(page);'), ['5']],
    ['in options that are spread where something holds', body(client, 'await db.user.findMany({ where: {}, ...(a && { take: 5 }) });'), ['5']],
    ['under a key in quotes', body(client, "const page = { 'take': 5 }; await db.user.findMany(page);"), ['5']],
    ['in options that are given it later', body(client, 'const page = {}; page.take = 5; await db.user.findMany(page);'), ['5']],
    ['behind two names', body(client, 'const p1 = { take: 5 }; const p2 = { ...p1 }; await db.user.findMany(p2);'), ['5']],
  ])('%s', (_title, code, sizes) => {
    expect(texts(code, (query) => query.sizes)).toEqual(sizes);
  });

  it.each<[title: string, code: string]>([
    ['under a key that is worked out', body(client, 'const page = { [a]: 5 }; await db.user.findMany(page);')],
    ['under a key with a value put into it', body(client, 'const page = { [`${a}take`]: 5 }; await db.user.findMany(page);')],
    ['in options that are declared nowhere', body(client, 'await db.user.findMany(PAGE);')],
    ['in options that are taken out of others', body(client, 'const { page } = a; await db.user.findMany(page);')],
    ['behind very many names', body(client, 'const p1 = { take: 5 }; const p2 = { ...p1 }; const p3 = { ...p2 }; const p4 = { ...p3 }; const p5 = { ...p4 }; await db.user.findMany(p5);')],
  ])('and none %s', (_title, code) => {
    expect(texts(code, (query) => query.sizes)).toEqual([]);
  });
});

describe('SQL is found', () => {
  it.each<[title: string, code: string, expected: string[]]>([
    ['under `sql`', body("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "await pool.query({ sql: 'DELETE FROM users WHERE id = ?', values: [a] });"), ['write users.query many']],
    ['in a table of statements', body(`${pg}const SQL = { prune: 'DELETE FROM users' };\n`, 'await pool.query(SQL.prune);'), ['write users.query many']],
    ['not in an object that holds none', body(pg, 'await pool.query({ name: a, values: [b] });'), ['read query many']],
    ['not in a table of something else', body(`${pg}const SQL = { prune: 1 };\n`, 'await pool.query(SQL.prune);'), ['read query many']],
    ['not in what is taken out of something', body(pg, 'const { text } = a; await pool.query(text);'), ['read query many']],
    ['in a function of the library itself', body("import { query } from 'mssql';\n", "await query('SELECT * FROM users');"), ['read users.select many']],
  ])('%s', (_title, code, expected) => {
    expect(inWords(code)).toEqual(expected);
  });
});

describe('a method in the place of its library’s', () => {
  const overriding = (code: string) => {
    const asked = ask(code);
    return overridingCallsOf(asked.analysis, asked.module).map(({ name }) => name);
  };

  it.each<[title: string, code: string, names: string[]]>([
    ['of a model', `${sequelize}class User extends Model { static findAll(options) { return super.findAll(options); } }\nUser.findAll({});`, ['User.findAll']],
    ['of a row', `${sequelize}class User extends Model { save() { return super.save(); } }\nnew User().save();`, ['User.save']],
    ['of a model without a name of its own', `${sequelize}const User = class extends Model { static findAll(options) { return super.findAll(options); } };\nUser.findAll({});`, ['model.findAll']],
    ['not where the library makes no query by that name', `${sequelize}class User extends Model { static associate() {} }\nUser.associate();`, []],
    ['not of a class that extends no model', "import { EventEmitter } from 'node:events';\nclass Jobs extends EventEmitter { static findAll() {} }\nJobs.findAll();", []],
    ['not of a class that extends an unknown one', "import { Base } from './gone';\nclass Jobs extends Base { static findAll() {} }\nJobs.findAll();", []],
    ['not of a class that extends the client', `${client}class Db extends PrismaClient { $connect() { return super.$connect(); } }\nnew Db().$connect();`, []],
  ])('%s', (_title, code, names) => {
    expect(overriding(code)).toEqual(names);
  });
});
