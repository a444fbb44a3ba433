/** What is this expression? Asked of single files. */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { inWords } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const client = `${prisma}const db = new PrismaClient();\n`;
const mongoose = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\n";
const sequelize = "import { Model, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('');\n";
const typeorm = "import { DataSource, Entity, Repository, BaseEntity } from 'typeorm';\nconst source = new DataSource({});\n@Entity() class User { name: string; greet() { return 1; } }\n";

function told(cases: readonly (readonly [title: string, code: string, value: string])[]): void {
  it.each(cases)('%s', (_title, code, value) => {
    expect(inWords(ask(code).valueAt('it'))).toBe(value);
  });
}

describe('names', () => {
  told([
    ['a client', `${client}/* it */ db;`, 'Prisma.PrismaClient'],
    ['a model of a client', `${client}/* it */ db.user;`, 'Prisma.Delegate<user>'],
    ['a method of a model', `${client}(/* it */ db.user.findMany);`, 'Prisma.Delegate: findMany'],
    ['an alias', `${client}const other = db;\nconst third = other;\n/* it */ third;`, 'Prisma.PrismaClient'],
    ['a name given later', `${prisma}let db;\ndb = new PrismaClient();\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['a name in an inner scope', `${client}function f() { const db = { x: 1 }; return /* it */ db; }`, 'object'],
    ['an inner scope\'s name outside of it', `${client}function f() { const inner = 1; }\n/* it */ inner;`, 'unknown'],
    ['a var of a block', `${prisma}if (a) { var db = new PrismaClient(); }\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['a function used before it is declared', '/* it */ f;\nfunction f() {}', 'function f'],
    ['a class', 'class A {}\n/* it */ A;', 'class A'],
    ['an enumeration', 'enum Role { Admin }\n/* it */ Role;', 'foreign'],
    ['a global of the language', '/* it */ JSON;', 'foreign'],
    ['a global nobody knows', '/* it */ something;', 'unknown'],
    ['a number that was counted up', 'let n = 0;\nn++;\n/* it */ n;', '0'],
  ]);
});

describe('imports', () => {
  told([
    ['a named import', `${prisma}/* it */ PrismaClient;`, 'Prisma.PrismaClientClass'],
    ['a renamed import', "import { PrismaClient as Client } from '@prisma/client';\n/* it */ new Client();", 'Prisma.PrismaClient'],
    ['a namespace', "import * as orm from '@prisma/client';\n/* it */ new orm.PrismaClient();", 'Prisma.PrismaClient'],
    ['a default import', "import knex from 'knex';\n/* it */ knex({});", 'Knex.Knex'],
    ['a default import of CommonJS in a namespace', "import * as mongoose from 'mongoose';\n/* it */ mongoose.model('User', {});", 'Mongoose.Model<User>'],
    ['require', "const { PrismaClient } = require('@prisma/client');\n/* it */ new PrismaClient();", 'Prisma.PrismaClient'],
    ['require, whole', "const orm = require('@prisma/client');\n/* it */ new orm.PrismaClient();", 'Prisma.PrismaClient'],
    ['require in an expression', "/* it */ new (require('@prisma/client').PrismaClient)();", 'Prisma.PrismaClient'],
    ['an import assignment', "import orm = require('@prisma/client');\n/* it */ new orm.PrismaClient();", 'Prisma.PrismaClient'],
    ['a dynamic import', "async function f() { const { PrismaClient } = await import('@prisma/client');\n/* it */ new PrismaClient(); }", 'Prisma.PrismaClient'],
    ['a package that nobody described', "import { x } from 'some-package';\n/* it */ x.findMany();", 'foreign'],
    ['a built-in module', "import fs from 'node:fs';\n/* it */ fs.promises;", 'foreign'],
    ['a file that is not there', "import { x } from './gone';\n/* it */ x.y;", 'unknown'],
    ['an alias that leads nowhere', "import { x } from '~/gone';\n/* it */ x.y;", 'unknown'],
    ['a local name that shadows require', "function f(require) { const x = require('@prisma/client');\n/* it */ x; }", 'unknown'],
  ]);
});

describe('taking apart', () => {
  told([
    ['a property', `${client}const { user } = db;\n/* it */ user;`, 'Prisma.Delegate<user>'],
    ['a renamed property', `${client}const { user: people } = db;\n/* it */ people;`, 'Prisma.Delegate<user>'],
    ['a nested property', `${client}const deps = { orm: { db } };\nconst { orm: { db: inner } } = deps;\n/* it */ inner;`, 'Prisma.PrismaClient'],
    ['a default', `${client}const { other = db } = {};\n/* it */ other;`, 'Prisma.PrismaClient'],
    ['an array position', `${client}const [first, second] = [1, db];\n/* it */ second;`, 'Prisma.PrismaClient'],
    ['the first of rows', `${client}async function f() { const [row] = await db.user.findMany();\n/* it */ row; }`, 'foreign'],
    ['an assignment pattern', `${client}let user;\n({ user } = db);\n/* it */ user;`, 'Prisma.Delegate<user>'],
    ['a spread object', `${client}const all = { ...{ db } };\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['what is spread last but does not say it', `${client}const all = { db, ...{ other: 1 } };\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['a computed key', `${client}const all = { ['db']: db };\n/* it */ all['db'];`, 'Prisma.PrismaClient'],
    ['a property given later', `${client}const all: any = {};\nall.db = db;\n/* it */ all.db;`, 'Prisma.PrismaClient'],
  ]);
});

describe('choices and casts', () => {
  told([
    ['one made or kept', `${prisma}const db = globalThis.prisma ?? new PrismaClient();\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['one made or kept, by or', `${prisma}const db = global.prisma || new PrismaClient();\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['either of two', `${prisma}const db = test ? null : new PrismaClient();\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['a cast', `${client}(/* it */ db as any);`, 'Prisma.PrismaClient'],
    ['a cast that says what nothing else does', `${prisma}const db = unseen() as PrismaClient;\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['a non-null assertion', `${prisma}let db: PrismaClient | undefined;\n/* it */ db!;`, 'Prisma.PrismaClient'],
    ['an optional chain', `${client}/* it */ db?.user;`, 'Prisma.Delegate<user>'],
    ['a sequence', `${client}(/* it */ 1, db);`, 'Prisma.PrismaClient'],
    ['an assignment', `${client}let other;\n/* it */ other = db;`, 'Prisma.PrismaClient'],
    ['a calculation', 'const day = 24 * 60 * 60;\n/* it */ day;', '86400'],
    ['a power', '/* it */ 2 ** 15;', '32768'],
    ['a shift', '/* it */ 1 << 14;', '16384'],
    ['a negative number', '/* it */ -1;', '-1'],
    ['a fixed template', 'const name = `users`;\n/* it */ name;', '"users"'],
    ['a template with something in it', '/* it */ `users${x}`;', 'foreign'],
  ]);
});

describe('functions', () => {
  told([
    ['a factory', `${prisma}function make() { return new PrismaClient(); }\n/* it */ make();`, 'Prisma.PrismaClient'],
    ['a factory of a factory', `${prisma}const make = () => () => new PrismaClient();\n/* it */ make()();`, 'Prisma.PrismaClient'],
    ['an asynchronous factory', `${prisma}async function make() { return new PrismaClient(); }\nasync function f() { const db = await make();\n/* it */ db; }`, 'Prisma.PrismaClient'],
    ['one that returns early', `${prisma}let kept;\nfunction get() { if (kept) return kept; kept = new PrismaClient(); return kept; }\n/* it */ get();`, 'Prisma.PrismaClient'],
    ['a factory of several', `${client}const make = () => ({ db, name: 'x' });\nconst { db: made } = make();\n/* it */ made;`, 'Prisma.PrismaClient'],
    ['a declared result', `${prisma}declare function get(): Promise<PrismaClient>;\nfunction get2(): PrismaClient { return unseen(); }\n/* it */ get2();`, 'Prisma.PrismaClient'],
    ['a function run at once', `${prisma}const db = (() => new PrismaClient())();\n/* it */ db;`, 'Prisma.PrismaClient'],
    ['a parameter, by its annotation', `${prisma}function f(db: PrismaClient) { /* it */ db; }`, 'Prisma.PrismaClient'],
    ['a parameter, by a property of its annotation', `${prisma}function f({ db }: { db: PrismaClient }) { /* it */ db; }`, 'Prisma.PrismaClient'],
    ['a parameter, by an interface', `${prisma}interface Deps { db: PrismaClient }\nfunction f(deps: Deps) { /* it */ deps.db; }`, 'Prisma.PrismaClient'],
    ['a parameter, by an interface that extends another', `${prisma}interface Base { db: PrismaClient }\ninterface Deps extends Base { x: 1 }\nfunction f(deps: Deps) { /* it */ deps.db; }`, 'Prisma.PrismaClient'],
    ['a parameter, by what callers hand in', `${client}function f(handed) { /* it */ handed; }\nf(db);`, 'Prisma.PrismaClient'],
    ['a parameter, by its default', `${client}function f(handed = db) { /* it */ handed; }`, 'Prisma.PrismaClient'],
    ['a parameter nobody hands in', 'export function f(handed) { /* it */ handed; }', 'unknown'],
    ['a parameter of a module function', `${client}module.exports = function (app) { /* it */ app; };`, 'unknown'],
    ['a bound function', 'function f() {}\n/* it */ f.bind(x);', 'function f'],
    ['a getter', `${client}const holder = { get db() { return db; } };\n/* it */ holder.db;`, 'Prisma.PrismaClient'],
  ]);
});

describe('classes', () => {
  told([
    ['an instance', 'class A {}\n/* it */ new A();', 'instance of A'],
    ['a field', `${prisma}class A { db = new PrismaClient(); m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a declared field', `${prisma}class A { private db!: PrismaClient; m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a private field', `${prisma}class A { #db = new PrismaClient(); m() { /* it */ this.#db; } }`, 'Prisma.PrismaClient'],
    ['a field set in the constructor', `${client}class A { constructor() { this.db = db; } m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a field set in another method', `${client}class A { open() { this.db = db; } m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a constructor parameter that is a field', `${prisma}class A { constructor(private readonly db: PrismaClient) {} m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a constructor parameter, in an arrow function', `${prisma}class A { constructor(private db: PrismaClient) {} m = () => { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a static field', `${prisma}class A { static db = new PrismaClient(); }\n/* it */ A.db;`, 'Prisma.PrismaClient'],
    ['a static method', `${client}class A { static get() { return db; } }\n/* it */ A.get();`, 'Prisma.PrismaClient'],
    ['a getter', `${client}class A { get db() { return db; } }\n/* it */ new A().db;`, 'Prisma.PrismaClient'],
    ['a method', 'class A { m() {} }\n(/* it */ new A().m);', 'function m'],
    ['an inherited field', `${prisma}class Base { db = new PrismaClient(); }\nclass A extends Base { m() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a class that extends a client', `${prisma}class Db extends PrismaClient {}\n/* it */ new Db().user;`, 'Prisma.Delegate<user>'],
    ['this of a class that extends a client', `${prisma}class Db extends PrismaClient { m() { /* it */ this.user; } }`, 'Prisma.Delegate<user>'],
    ['a decorated parameter', "import { InjectRepository } from '@nestjs/typeorm';\nclass A { constructor(@InjectRepository(User) private users) {} m() { /* it */ this.users; } }", 'TypeORM.Repository<User>'],
    ['a decorated field', "import { InjectEntityManager } from '@nestjs/typeorm';\nclass A { @InjectEntityManager() manager; m() { /* it */ this.manager; } }", 'TypeORM.EntityManager'],
    ['a generic type', "import { Repository } from 'typeorm';\nclass User {}\nclass A { constructor(private users: Repository<User>) {} m() { /* it */ this.users; } }", 'TypeORM.Repository<User>'],
    ['a constructor function', `${client}function A() { this.db = db; }\n/* it */ new A().db;`, 'Prisma.PrismaClient'],
    ['a prototype', 'function A() {}\nA.prototype.m = function m() {};\n(/* it */ new A().m);', 'function m'],
    ['an object\'s this', `${client}const holder = { db, m() { return /* it */ this.db; } };`, 'Prisma.PrismaClient'],
    ['an unknown member of an instance', 'class A {}\n/* it */ new A().x;', 'unknown'],
  ]);
});

describe('what hangs on an application', () => {
  told([
    ['the locals of an app', `import express from 'express';\n${client}const app = express();\napp.locals.store = db;\n/* it */ app.locals.store;`, 'Prisma.PrismaClient'],
    ['the locals of an app, by the request', `import express from 'express';\n${client}const app = express();\napp.locals.store = db;\napp.get('/', (req, res) => { /* it */ req.app.locals.store; });`, 'Prisma.PrismaClient'],
    ['a request', `import express from 'express';\n${client}const app = express();\napp.use((req, res, next) => { req.store = db; next(); });\napp.get('/', (q, r) => { /* it */ q.store; });`, 'Prisma.PrismaClient'],
    ['a context', `import Koa from 'koa';\n${client}const app = new Koa();\napp.context.store = db;\napp.use(async (ctx) => { /* it */ ctx.store; });`, 'Prisma.PrismaClient'],
    ['something that hangs on another kind of thing', `import express from 'express';\n${client}const app = express();\napp.locals.store = db;\napp.get('/', (req, res) => { /* it */ req.store; });`, 'unknown'],
    ['a client nobody is seen to make, by its name and method', 'export const f = (ctx) => { (/* it */ ctx.db.user.findMany)({}); };', 'Prisma.Delegate: findMany?'],
    ['the same method of a service', 'export const f = (ctx) => { (/* it */ ctx.userService.findMany)({}); };', 'unknown'],
  ]);
});

describe('models, rows and documents', () => {
  told([
    ['Mongoose: a model', `${mongoose}/* it */ User;`, 'Mongoose.Model<User>'],
    ['Mongoose: a query', `${mongoose}/* it */ User.find({}).limit(5);`, 'Mongoose.Query<User>'],
    ['Mongoose: documents', `${mongoose}async function f() { const users = await User.find({});\n/* it */ users; }`, 'Mongoose.Document<User>[]'],
    ['Mongoose: one document', `${mongoose}async function f() { const user = await User.findById(1);\n/* it */ user; }`, 'Mongoose.Document<User>'],
    ['Mongoose: one document, at the end of a chain', `${mongoose}async function f() { const user = await User.find({}).findOne();\n/* it */ user; }`, 'Mongoose.Document<User>'],
    ['Mongoose: a count', `${mongoose}async function f() { const n = await User.countDocuments({});\n/* it */ n; }`, 'foreign'],
    ['Mongoose: a new document', `${mongoose}/* it */ new User({});`, 'Mongoose.Document<User>'],
    ['Mongoose: each document of many', `${mongoose}async function f() { for (const user of await User.find({})) { /* it */ user; } }`, 'Mongoose.Document<User>'],
    ['Mongoose: a callback\'s document', `${mongoose}User.find({}).then((users) => { users.forEach((user) => { /* it */ user; }); });`, 'Mongoose.Document<User>'],
    ['Mongoose: an old callback\'s document', `${mongoose}User.findOne({}, (err, user) => { /* it */ user; });`, 'Mongoose.Document<User>'],
    ['Mongoose: this of a hook', "import { Schema } from 'mongoose';\nconst schema = new Schema({});\nschema.pre('save', function () { /* it */ this; });", 'Mongoose.Document'],
    ['Mongoose: a model of a connection', "import mongoose from 'mongoose';\nconst c = mongoose.createConnection('');\n/* it */ c.model('User', schema);", 'Mongoose.Model<User>'],
    ['Mongoose: a field of a document is data', `${mongoose}async function f() { const user = await User.findById(1);\n/* it */ user.name; }`, 'foreign'],
    ['Mongoose: found among documents', `${mongoose}async function f() { const users = await User.find({});\nconst user = users.find((each) => each.ok);\n/* it */ user; }`, 'Mongoose.Document<User>'],
    ['Sequelize: a class', `${sequelize}class User extends Model {}\n/* it */ User.findAll;`, 'Sequelize.Model: findAll'],
    ['Sequelize: a definition', `${sequelize}const User = sequelize.define('User', {});\n/* it */ User;`, 'Sequelize.Model<User>'],
    ['Sequelize: rows', `${sequelize}class User extends Model {}\nasync function f() { const users = await User.findAll();\n/* it */ users; }`, 'Sequelize.Instance<User>[]'],
    ['Sequelize: a row\'s own method', `${sequelize}class User extends Model { greet() {} }\nasync function f() { const user = await User.findOne();\n(/* it */ user.greet); }`, 'function greet'],
    ['Sequelize: a row\'s inherited method', `${sequelize}class User extends Model { greet() {} }\nasync function f() { const user = await User.findOne();\n(/* it */ user.save); }`, 'Sequelize.Instance: save'],
    ['Sequelize: models by name', `${sequelize}/* it */ sequelize.models.User;`, 'Sequelize.Model<User>'],
    ['TypeORM: a repository', `${typeorm}/* it */ source.getRepository(User);`, 'TypeORM.Repository<User>'],
    ['TypeORM: rows', `${typeorm}async function f() { const users = await source.getRepository(User).find();\n/* it */ users; }`, 'TypeORM.Entity<User>[]'],
    ['TypeORM: a builder', `${typeorm}/* it */ source.getRepository(User).createQueryBuilder('u').where('x');`, 'TypeORM.QueryBuilder<User>'],
    ['TypeORM: a manager of a transaction', `${typeorm}source.transaction(async (manager) => { /* it */ manager; });`, 'TypeORM.EntityManager'],
    ['TypeORM: a manager after an isolation level', `${typeorm}source.transaction('SERIALIZABLE', async (manager) => { /* it */ manager; });`, 'TypeORM.EntityManager'],
    ['TypeORM: an active record', `${typeorm}class Post extends BaseEntity {}\n(/* it */ Post.find);`, 'TypeORM.ActiveRecord: find'],
    ['TypeORM: a row of an active record', `${typeorm}class Post extends BaseEntity {}\n/* it */ new Post().save;`, 'TypeORM.ActiveRecordEntity: save'],
    ['Prisma: the client of a transaction', `${client}db.$transaction(async (tx) => { /* it */ tx.user; });`, 'Prisma.Delegate<user>'],
    ['Prisma: an extended client', `${prisma}const db = new PrismaClient().$extends({});\n/* it */ db.user;`, 'Prisma.Delegate<user>'],
    ['Knex: the client of a transaction', "import knex from 'knex';\nconst db = knex({});\ndb.transaction(async (trx) => { /* it */ trx('users'); });", 'Knex.QueryBuilder<users>'],
    ['Knex: a transaction without a callback', "import knex from 'knex';\nconst db = knex({});\nasync function f() { const trx = await db.transaction();\n/* it */ trx; }", 'Knex.Transaction'],
    ['pg: a client of a pool', "import { Pool } from 'pg';\nconst pool = new Pool();\nasync function f() { const c = await pool.connect();\n/* it */ c; }", 'pg.Client'],
    ['pg: the default export', "import pg from 'pg';\n/* it */ new pg.Pool();", 'pg.Pool'],
  ]);
});

describe('callbacks', () => {
  told([
    ['the element of an array', `${client}[db].forEach((each) => { /* it */ each; });`, 'unknown'],
    ['the element of a list', `${mongoose}async function f() { (await User.find({})).map((each) => { /* it */ each; }); }`, 'Mongoose.Document<User>'],
    ['the element a named callback gets', `${mongoose}async function f() { (await User.find({})).map(one); }\nfunction one(each) { /* it */ each; }`, 'Mongoose.Document<User>'],
    ['the element of a reduction', `${mongoose}async function f() { (await User.find({})).reduce((sum, each) => { /* it */ each; }, 0); }`, 'Mongoose.Document<User>'],
    ['the sum of a reduction', `${mongoose}async function f() { (await User.find({})).reduce((sum, each) => { /* it */ sum; }, 0); }`, 'unknown'],
    ['what a promise gives', `${client}unseen().then(() => db).then((given) => { /* it */ given; });`, 'Prisma.PrismaClient'],
    ['what a promise fails with', 'unseen().catch((given) => { /* it */ given; });', 'caught'],
    ['what a promise fails with, as a second callback', 'unseen().then(() => {}, (given) => { /* it */ given; });', 'caught'],
    ['what is caught', 'try { x(); } catch (given) { /* it */ given; }', 'caught'],
    ['the error of an error-first callback', "import fs from 'node:fs';\nfs.readFile('x', (err, data) => { /* it */ err; });", 'caught'],
    ['the rows of an error-first callback', "import mysql from 'mysql';\nmysql.createConnection({}).query('x', (error) => { /* it */ error; });", 'caught'],
    ['a request', "import express from 'express';\nexpress().get('/', (a, b) => { /* it */ a; });", 'Express.Request'],
    ['a response', "import express from 'express';\nexpress().get('/', (a, b) => { /* it */ b; });", 'Express.Response'],
    ['a part of a context', "import Router from '@koa/router';\nnew Router().get('/', ({ request }) => { /* it */ request; });", '@koa/router.Request'],
    ['a plugin\'s server', "import Fastify from 'fastify';\nFastify().register(async (app) => { /* it */ app; });", 'Fastify.Instance'],
    ['all of several promises', `${client}async function f() { const [a, b] = await Promise.all([1, make()]);\n/* it */ b; }\nfunction make() { return db; }`, 'Prisma.PrismaClient'],
    ['the first of several promises', `${client}async function f() { const made = await Promise.race([late(), db]);\n/* it */ made; }`, 'Prisma.PrismaClient'],
    ['the first of mapped promises', `${client}async function f() { const made = await Promise.any(ids.map(() => db));\n/* it */ made; }`, 'Prisma.PrismaClient'],
    ['what a transaction gives', `${client}async function f() { const made = await db.$transaction(async () => db);\n/* it */ made; }`, 'Prisma.PrismaClient'],
    ['what a transaction gives that can also be begun without a callback', "import knex from 'knex';\nconst db = knex({});\nasync function f() { const made = await db.transaction(async () => db);\n/* it */ made; }", 'Knex.Knex'],
    ['what is mapped', `${client}async function f() { const made = ids.map(() => db);\nfor (const each of made) { /* it */ each; } }`, 'Prisma.PrismaClient'],
  ]);
});

it('remembers an answer, and gives the same one again', () => {
  const asked = ask(`${client}/* it */ db.user;`);
  expect(asked.valueAt('it')).toBe(asked.valueAt('it'));
});

it('keeps nothing that rested on a circle', () => {
  // While the first is worked out, the second is asked for: it must not stay unknown afterwards.
  const asked = ask(`${mongoose}async function f() { const user = await /* first */ User.findById(1);\nawait /* second */ user.save(); }`);
  for (const mark of ['second', 'first', 'second']) expect(asked.valueAt(mark).kind).toBe('library');
});
