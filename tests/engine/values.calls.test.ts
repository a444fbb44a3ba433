/** What does a call give? */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const client = `${prisma}const db = new PrismaClient();\n`;
const mongoose = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const knex = "import createKnex from 'knex';\nconst db = createKnex({});\n";

describe('the app\'s functions and classes', () => {
  valuesAre([
    ['a class that is called', 'class A {}\n/* it */ A();', 'unknown'],
    ['a function that returns nothing', 'function f() {}\n/* it */ f();', 'unknown'],
    ['a declared result of an arrow function', `${prisma}const get = (): PrismaClient => unseen();\n/* it */ get();`, 'Prisma.PrismaClient'],
    ['a declared result of a method without a body', `${prisma}declare class Db { static open(): PrismaClient; }\n/* it */ Db.open();`, 'Prisma.PrismaClient'],
    ['a result that the call asks for', `${prisma}function get<T>(name: string): T { return unseen(name) as T; }\n/* it */ get<PrismaClient>('db');`, 'Prisma.PrismaClient'],
    ['a promised result that the call asks for, the second of two', `${prisma}async function get<K, T>(key: K): Promise<T> { return unseen(key) as T; }\n/* it */ get<string, PrismaClient>('db');`, 'Prisma.PrismaClient'],
    ['what a call asks for that gives something else', `${prisma}function log<T>(value: T): void { unseen(value); }\n/* it */ log<PrismaClient>(db);`, 'foreign'],
    ['a result that the call leaves open', `${prisma}function get<T>(name: string): T { return unseen(name) as T; }\n/* it */ get('db');`, 'unknown'],
    ['a constructor function', 'function A() {}\n/* it */ new A();', 'instance of A'],
  ]);
});

describe('a module that is called as a whole', () => {
  valuesAre([
    ['its default function', { 'src/a.js': "const make = require('./make');\n/* it */ make();", 'src/make.js': `${client}export default function make() { return db; }` }, 'Prisma.PrismaClient'],
    ['its default function, as a constructor', { 'src/a.js': "const Make = require('./make');\n/* it */ new Make();", 'src/make.js': 'export default function Make() { this.a = 1; }' }, 'instance of Make'],
    ['its default class', { 'src/a.js': "const Store = require('./store');\n/* it */ new Store();", 'src/store.js': 'export default class Store {}' }, 'instance of Store'],
    ['neither', { 'src/a.js': "const limits = require('./limits');\n/* it */ limits();", 'src/limits.js': 'export const page = 10;' }, 'unknown'],
  ]);
});

describe('values of a library', () => {
  valuesAre([
    ['a client that is called', `${client}/* it */ db();`, 'unknown'],
    ['a new document of a model', `${mongoose}/* it */ new User({});`, 'Mongoose.Document<User>'],
    ['a new instance of a model that a name holds', "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('');\nconst User = sequelize.define('User', {});\n/* it */ new User();", 'Sequelize.Instance<User>'],
    ['something new of a client', `${client}/* it */ new db();`, 'Prisma.PrismaClient'],
    ['what nobody described', `${knex}/* it */ db.ref('users.id');`, 'unknown'],
    ['an error of a framework', "import { HTTPException } from 'hono/http-exception';\n/* it */ new HTTPException(404);", 'foreign'],
    ['a named error, made by its status', "import createError from 'http-errors';\n/* it */ createError(404);", 'http-errors.HttpError'],
    ['a query that is run by a callback', `${knex}/* it */ db('users').asCallback(log);`, 'foreign'],
    ['a chain of steps that is run', `${mongoose}/* it */ User.find().exec();`, 'Mongoose.Document<User>[]'],
    ['many clients', "import { createConnections } from 'typeorm';\nasync function f() { /* it */ createConnections(); }", 'TypeORM.DataSource[]'],
    ['a query that belongs to no client', "import { query } from 'mssql';\n/* it */ query('SELECT 1');", 'foreign'],
    ['a wrapper with nothing in it', "import { createMiddleware } from 'hono/factory';\n/* it */ createMiddleware();", 'foreign'],
    ['a wrapper with a function in it', "import { createMiddleware } from 'hono/factory';\n/* it */ createMiddleware(function check() {});", 'function check'],
    ['what is parsed', "import { z } from 'zod';\n/* it */ z.string().parse(x);", 'foreign'],
  ]);
});

describe('repositories of the app\'s own', () => {
  const user = (decorator: string, member = ''): string => `import { Entity, EntityRepositoryType, MikroORM, EntityRepository } from '@mikro-orm/postgresql';\nclass Users extends EntityRepository<User> {}\n@Entity(${decorator})\nclass User { ${member} }\nconst orm = await MikroORM.init({});\n`;
  valuesAre([
    ['one that the decorator of an entity names', `${user('{ repository: () => Users }')}/* it */ orm.em.getRepository(User);`, 'instance of Users'],
    ['one by the type of a symbol', `${user('', '[EntityRepositoryType]?: Users;')}/* it */ orm.em.getRepository(User);`, 'instance of Users'],
    ['none, where the decorator has other options', `${user("{ tableName: 'users' }")}/* it */ orm.em.getRepository(User);`, 'MikroORM.EntityRepository<User>'],
    ['one that cannot be seen', `${user('{ repository: () => unseen }')}/* it */ orm.em.getRepository(User);`, 'MikroORM.EntityRepository<User>'],
    ['a function that a repository is extended by', "import { DataSource } from 'typeorm';\nclass User {}\nconst db = new DataSource({});\nconst users = db.getRepository(User).extend({ byName(name) { return this.findOneBy({ name }); } });\n/* it */ users.byName;", 'function byName'],
    ['`this` in such a function', "import { DataSource } from 'typeorm';\nclass User {}\nconst db = new DataSource({});\nconst users = db.getRepository(User).extend({ byName(name) { return /* it */ this; } });", 'TypeORM.Repository<User>'],
    ['what else an extended repository has', "import { DataSource } from 'typeorm';\nclass User {}\nconst db = new DataSource({});\nconst users = db.getRepository(User).extend({ byName(name) {} });\n/* it */ users.findOneBy({});", 'TypeORM.Entity<User>'],
    ['of a class that a mixin of a package was given', "import { Model } from 'objection';\nimport soft from 'left-pad';\nclass Base extends Model { static all() {} }\nclass User extends soft(Base) {}\n/* it */ User.all;", 'function all'],
    ['of a class of a library that a mixin of a package was given', "import { Model } from 'objection';\nimport soft from 'left-pad';\nclass User extends soft(soft(Model)) {}\n/* it */ User.query();", 'Objection.QueryBuilder<User>'],
    ['of a class that some other function was given', "import soft from 'left-pad';\nclass Base { static all() {} }\nconst User = soft(Base);\n/* it */ User.all;", 'unknown'],
    ['a class of TypeORM, asked for by itself', "import { EntityRepository, Repository, getCustomRepository } from 'typeorm';\n@EntityRepository(User)\nclass Users extends Repository<User> {}\n/* it */ getCustomRepository(Users);", 'instance of Users'],
    ['a class of TypeORM, asked of a connection', "import { Repository, getConnection } from 'typeorm';\nclass Users extends Repository<User> {}\n/* it */ getConnection().getCustomRepository(Users);", 'instance of Users'],
  ]);
});

describe('the model that a call is about', () => {
  valuesAre([
    ['by a name in a constant', `${knex}const USERS = 'users';\n/* it */ db(USERS);`, 'Knex.QueryBuilder<users>'],
    ['by a number', `${knex}const USERS = 5;\n/* it */ db(USERS);`, 'Knex.QueryBuilder<USERS>'],
    ['by something that has no name', `${knex}/* it */ db(tables()[0]());`, 'Knex.QueryBuilder'],
    ['by nothing', `${knex}/* it */ db();`, 'Knex.QueryBuilder'],
  ]);
});

describe('arrays and promises', () => {
  valuesAre([
    ['a promise of a client', `${client}async function f() { const it = await Promise.resolve(db);\n/* it */ it; }`, 'Prisma.PrismaClient'],
    ['clients that are waited for', `${client}async function f() { const [it] = await Promise.all([db]);\n/* it */ it; }`, 'Prisma.PrismaClient'],
    ['a frozen object', `${client}const all = Object.freeze({ db });\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['a copy of a list', `${mongoose}async function f() { const users = Array.from(await User.find());\n/* it */ users; }`, 'Mongoose.Document<User>[]'],
    ['a list of nothing', '/* it */ Array.from({ length: 3 });', 'foreign'],
    ['one of a list', `${mongoose}async function f() { const users = await User.find();\n/* it */ users.pop(); }`, 'Mongoose.Document<User>'],
    ['one of what nobody knows', '/* it */ things.pop();', 'unknown'],
    ['a part of a list', `${mongoose}async function f() { const users = await User.find();\n/* it */ users.slice(0, 2); }`, 'Mongoose.Document<User>[]'],
    ['a part of what nobody knows', '/* it */ things.slice(0, 2);', 'unknown'],
    ['a list that is mapped', `${client}/* it */ names.map(() => db);`, 'Prisma.PrismaClient[]'],
    ['a list that is mapped by nothing', '/* it */ names.map();', 'unknown'],
    ['a list that is mapped by what nobody knows', '/* it */ names.map(shape);', 'unknown'],
    ['a map of an object of the app', 'const store = { size: 1 };\n/* it */ store.map(() => 1);', 'unknown'],
    ['what then gives', `${client}/* it */ work().then(() => db);`, 'Prisma.PrismaClient'],
    ['what then passes on', `${pg}const open = async () => pool;\n/* it */ open().then();`, 'pg.Pool'],
    ['what then passes on through an unknown function', `${pg}const open = async () => pool;\n/* it */ open().then(log);`, 'pg.Pool'],
    ['a promise with a rescue', `${pg}const open = async () => pool;\n/* it */ open().catch(log);`, 'pg.Pool'],
    ['a promise with an end', `${pg}const open = async () => pool;\n/* it */ open().finally(log);`, 'pg.Pool'],
    ['a bound function of an object that is not known', 'const f = box.open.bind(box);\n/* it */ f;', 'unknown'],
    ['another method of plain data', "import x from 'some-package';\n/* it */ x.a().b();", 'foreign'],
  ]);
});

describe('functions that nobody knows', () => {
  valuesAre([
    ['a wrapper around a function', 'function load() {}\n/* it */ memoize(load);', 'function load'],
    ['a wrapper around two', 'function a() {}\nfunction b() {}\n/* it */ compose(a, b);', 'unknown'],
    ['a timer', 'function tick() {}\n/* it */ setInterval(tick, 100);', 'unknown'],
    ['a test', "function check() {}\n/* it */ it('works', check);", 'unknown'],
    ['a constructor', 'function work() {}\n/* it */ new Job(work);', 'unknown'],
    ['one that puts a list in order', `${mongoose}async function f() { const users = await User.find();\n/* it */ sortByName(users); }`, 'Mongoose.Document<User>[]'],
    ['one that puts an unknown list in order', '/* it */ sortByName(things);', 'unknown'],
    ['one of a list, picked by a calculation', '/* it */ handlers[key](things);', 'unknown'],
  ]);

  describe('where settings name a wrapper around handlers', () => {
    valuesAre([
      ['the handler', 'function list() {}\n/* it */ safely(list);', 'function list'],
      ['no handler', '/* it */ safely(5);', 'unknown'],
    ], { names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: [], asyncHandlers: ['safely'], responseMethods: [] } });
  });
});
