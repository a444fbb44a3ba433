/** Values on less trodden ways: containers, inherited statics, models that a folder gathers, types that other files hand on. */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const client = `${prisma}const db = new PrismaClient();\n`;
const mongoose = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));\n";
const container = "import { Container } from 'typedi';\nclass Users { list() {} }\n";
const sequelize = "import { Model } from 'sequelize';\n";

describe('what a container gives', () => {
  valuesAre([
    ['an instance of the class', `${container}/* it */ Container.get(Users);`, 'instance of Users'],
    ['an instance of the declared type, by a token', `${container}/* it */ Container.get<Users>(TOKEN);`, 'instance of Users'],
    ["an instance of a library's class", `${container}import { DataSource } from 'typeorm';\n/* it */ Container.get(DataSource);`, 'TypeORM.DataSource'],
    ["nothing that is known, by a library's function", `${container}import { createConnection } from 'typeorm';\n/* it */ Container.get(createConnection);`, 'unknown'],
    ['nothing that is known, by a token alone', `${container}/* it */ Container.get('users');`, 'unknown'],
    ['nothing that is known, by arguments that are spread', `${container}/* it */ Container.get(...tokens);`, 'unknown'],
    ['nothing that is known, of nothing', `${container}/* it */ Container.get();`, 'unknown'],
  ]);
});

describe('rows that an inherited static gives', () => {
  valuesAre([
    ['are what new makes of the class', `${sequelize}class User extends Model { static make() { return new this(); } }\n/* it */ User.make();`, 'instance of User'],
    ['are those of the class between', `${sequelize}class Base extends Model { static async first(): Promise<Base> { return this.findOne(); } }\nclass User extends Base {}\n/* it */ User.first();`, 'Sequelize.Instance<User>'],
    ['are those of the base itself', `${sequelize}class Base extends Model { static async first() { return Base.findOne(); } }\n/* it */ Base.first();`, 'Sequelize.Instance<Base>'],
    ['keep the name of the base on a class without a name', `${sequelize}class Base extends Model { static async first() { return Base.findOne(); } }\nconst User = class extends Base {};\n/* it */ User.first();`, 'Sequelize.Instance<Base>'],
    ['are those of the function, on what extends something else', `${sequelize}class Base extends Model { static async first() { return Base.findOne(); } }\nclass Other { static first = Base.first; }\n/* it */ Other.first();`, 'Sequelize.Instance<Base>'],
    ['stay what they are where classes extend each other', `${sequelize}class User extends Model {}\nclass A extends B { static first() { return User.findOne(); } }\nclass B extends A {}\n/* it */ A.first();`, 'Sequelize.Instance<User>'],
  ]);
});

describe('collections', () => {
  const rows = `${mongoose}const rows = await User.find();\n`;
  valuesAre([
    ['rows of an object', `${rows}/* it */ Object.values(rows);`, 'Mongoose.Document<User>[]'],
    ['values of what is none', '/* it */ Object.values(4);', 'unknown'],
    ['groups by Map', `${rows}/* it */ Map.groupBy(rows, (row) => row.team);`, 'list of entry'],
    ['groups of a function', `${rows}/* it */ groupBy(rows, 'team');`, 'list of Mongoose.Document<User>[]'],
    ['groups of what is no collection', '/* it */ groupBy(4);', 'unknown'],
    ['a sorted list', `${rows}/* it */ sortBy(rows);`, 'Mongoose.Document<User>[]'],
    ['the values of entries', `${rows}const groups = Object.entries(rows);\n/* it */ groups.values();`, 'Mongoose.Document<User>[]'],
    ['an element of a map', `${rows}const byId = new Map(rows.map((row) => [row.id, row]));\n/* it */ byId.get(1);`, 'unknown'],
    ['entries of entries', `${rows}const all = Object.entries(rows);\n/* it */ all.entries();`, 'list of entry'],
    ['entries of what is no list', '/* it */ name.entries();', 'unknown'],
    ['what a call with no name sorts', `${rows}/* it */ sorters[0](rows);`, 'unknown'],
  ]);
});

describe('models', () => {
  valuesAre([
    ['by a template that ends in a name', "import knex from 'knex';\nconst db = knex({});\n/* it */ db(`${TABLE}`);", 'Knex.QueryBuilder<TABLE>'],
    ['a call of a library that makes nothing', "import mongoose from 'mongoose';\n/* it */ new mongoose.mongo();", 'unknown'],
  ]);
});

describe('imports', () => {
  valuesAre([
    ['of a file that is too much for the parser', { 'src/a.ts': "import { list } from './b';\n/* it */ list;", 'src/b.ts': 'export const list = ((;' }, 'unknown'],
    ['of a module that only makes a number', { 'src/a.js': "import * as limits from './b';\n/* it */ limits;", 'src/b.js': 'module.exports = 4;' }, 'module b.js'],
    ['of a module that is a class', { 'src/a.js': "import * as Store from './b';\n/* it */ Store;", 'src/b.js': 'class Store {}\nmodule.exports = Store;' }, 'class Store'],
    ['a name that the file exports and does not have', { 'src/a.ts': "import { gone } from './b';\n/* it */ gone;", 'src/b.ts': 'export { gone };' }, 'unknown'],
    ['a default that is not there', { 'src/a.ts': "import list from './b';\n/* it */ list;", 'src/b.ts': 'use();' }, 'unknown'],
    ['a property that a whole does not have', { 'src/a.js': "const { list } = require('./b');\n/* it */ list;", 'src/b.js': 'module.exports = { other: 1 };' }, 'unknown'],
    ['an error that is taken apart', 'try { run(); } catch ({ message }) { /* it */ message; }', 'unknown'],
    ['a property of a name that is not declared', 'Thing.size = 4;\n/* it */ Thing.size;', 'unknown'],
    ['a property that another variable has', 'const a = {}; const b = {};\nb.size = 4;\na.size === 1;\n/* it */ a.size;', 'unknown'],
  ]);
});

const gather = (before = '') => ({ 'src/a.js': "const { User } = require('./models');\n/* it */ User;", 'src/models/index.js': `${before}const fs = require('fs');\nconst db = {};\nfs.readdirSync(__dirname).forEach((file) => { const model = require(path.join(__dirname, file))(sequelize); db[model.name] = model; });\nmodule.exports = db;` });
describe('models that a module gathers from its folder', () => {
  valuesAre([
    ['a class', { ...gather(), 'src/models/team.js': "module.exports = class Team {};", 'src/models/user.js': 'module.exports = class User {};' }, 'class User'],
    ['what a function makes', { ...gather(), 'src/models/user.js': "const { DataTypes } = require('sequelize');\nmodule.exports = (sequelize) => { class User {}\n  return User; };" }, 'class User'],
    ['a default export', { ...gather(), 'src/models/other.js': 'export const size = 4;', 'src/models/user.js': 'export default class User {}' }, 'class User'],
    ['a model of a library', { ...gather(), 'src/models/user.js': `${mongoose.replace("import mongoose from 'mongoose'", "const mongoose = require('mongoose')")}module.exports = User;` }, 'Mongoose.Model<User>'],
    ['none of that name', { ...gather(), 'src/models/team.js': 'module.exports = class Team {};' }, 'unknown'],
  ]);
});

describe('types', () => {
  valuesAre([
    ['what a function of the app gives', `${client}function connect() { return db; }\nconst it: ReturnType<typeof connect> = make();\n/* it */ it;`, 'Prisma.PrismaClient'],
    ['what a function of a library gives', "import knex from 'knex';\nconst it: ReturnType<typeof knex> = make();\n/* it */ it;", 'Knex.Knex'],
    ['what something that nobody can call gives', `${client}const it: ReturnType<typeof db> = make();\n/* it */ it;`, 'unknown'],
    ['what an object gives', 'const limits = {};\nconst it: ReturnType<typeof limits> = make();\n/* it */ it;', 'unknown'],
    ['a type of what has no name', 'class A extends make()<B> {}\nconst it: A = x();\n/* it */ it;', 'instance of A'],
    ['a type by the type of a name of a name', `${client}const it: typeof db.user = make();\n/* it */ it;`, 'unknown'],
    ['an interface that extends one of a cache', "import { Redis } from 'ioredis';\ninterface Store extends Redis { size: number }\nconst it: Store = make();\n/* it */ it;", 'ioredis.Redis'],
    ['a type that a file imports and exports', { 'src/a.ts': "import type { Db } from './b';\nconst it: Db = make();\n/* it */ it;", 'src/b.ts': "import type { Db } from './c';\nexport { Db };", 'src/c.ts': `${prisma}export type Db = PrismaClient;` }, 'Prisma.PrismaClient'],
    ['a type of a barrel that does not have it', { 'src/a.ts': "import type { Db } from './b';\nconst it: Db = make();\n/* it */ it;", 'src/b.ts': "export * from './c';\nexport * from './gone';\nexport * from './d';", 'src/c.ts': 'export type Other = string;', 'src/d.ts': `${prisma}export type Db = PrismaClient;` }, 'Prisma.PrismaClient'],
    ['a type of barrels that lead to each other', { 'src/a.ts': "import type { Db } from './b';\nconst it: Db = make();\n/* it */ it;", 'src/b.ts': "export * from './c';", 'src/c.ts': "export * from './b';" }, 'unknown'],
    ['a type that is an element of a namespace', "import * as types from './b';\nconst it: types.Deep.Db = make();\n/* it */ it;", 'unknown'],
  ]);
});

describe('parameters', () => {
  valuesAre([
    ['the error of a callback of a query', "import mysql from 'mysql';\nconst db = mysql.createConnection({});\ndb.query('SELECT 1', (err, rows) => { /* it */ err; });", 'caught'],
    ['the rows of a callback of a query', "import mysql from 'mysql';\nconst db = mysql.createConnection({});\ndb.query('SELECT * FROM users', (err, rows) => { /* it */ rows; });", 'foreign'],
    ['the columns of a callback of a query', "import mysql from 'mysql';\nconst db = mysql.createConnection({});\ndb.query('SELECT 1', (err, rows, fields) => { /* it */ fields; });", 'unknown'],
    ['a second function of a query', "import mysql from 'mysql';\nconst db = mysql.createConnection({});\ndb.query((one) => { /* it */ one; }, done);", 'unknown'],
    ['what a function hands to a callback that it takes', `${client}function run(work) { work(db); }\nrun((tx) => { /* it */ tx; });`, 'Prisma.PrismaClient'],
    ['what it hands, spread', `${client}function run(work) { work(...all); }\nrun((tx) => { /* it */ tx; });`, 'unknown'],
    ['what the function that it hands the callback on to gives', `${client}function inner(work) { work(db); }\nfunction run(work) { inner(work); }\nrun((tx) => { /* it */ tx; });`, 'Prisma.PrismaClient'],
    ['what a library gives a callback that is handed on', `${mongoose}function run(work) { User.find().then(work); }\nrun((rows) => { /* it */ rows; });`, 'Mongoose.Document<User>[]'],
    ['rows of a hook', `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('');\nconst User = sequelize.define('User', {});\nUser.beforeBulkCreate((rows) => { /* it */ rows; });`, 'Sequelize.Instance<User>[]'],
    ['the row of a hook', `import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('');\nconst User = sequelize.define('User', {});\nUser.beforeCreate((row) => { /* it */ row; });`, 'Sequelize.Instance<User>'],
    ['what is handed on as one of several that are spread', `function run(work) { use(...work); }\nrun((tx) => { /* it */ tx; });`, 'unknown'],
    ['what the parts of a callback hand over', `function run(work) { work[0](4); }\nrun((tx) => { /* it */ tx; });`, 'unknown'],
    ['what a call whose name nobody can read hands over', `const rows = [1];\nrows[name]((one) => { /* it */ one; });`, 'unknown'],
    ['an error, of a call whose name nobody can read', `stores[name](4, (err) => { /* it */ err; });`, 'caught'],
    ['a callback that is taken apart', `function run({ work }) { work(4); }\nrun((tx) => { /* it */ tx; });`, 'unknown'],
    ['a callback that is only kept', `function run(work) { const kept = [work]; }\nrun((tx) => { /* it */ tx; });`, 'unknown'],
    ['a callback whose type says what it gets', `${prisma}function run(work: (db: PrismaClient) => void) { later.push(work); }\nrun((tx) => { /* it */ tx; });`, 'Prisma.PrismaClient'],
    ['an element of rows, for a function with a name', `${mongoose}const rows = await User.find();\nfunction each(row) { /* it */ row; }\nrows.forEach(each);`, 'Mongoose.Document<User>'],
    ['a position, for a function with a name', `${mongoose}const rows = await User.find();\nfunction each(row, at) { /* it */ at; }\nrows.forEach(each);`, 'unknown'],
    ['what a call with no name hands over', '/* it2 */ handlers[0]((one) => { /* it */ one; });', 'unknown'],
    ['a model that a decorator names by a text', "import { InjectModel } from '@nestjs/mongoose';\nclass A { constructor(@InjectModel('User') users) { /* it */ users; } }", 'Mongoose.Model<User>'],
    ['a model that a decorator names by its class', "import { InjectModel } from '@nestjs/mongoose';\nclass A { constructor(@InjectModel(User.name) users) { /* it */ users; } }", 'Mongoose.Model<User>'],
    ['a model that a decorator names by a number', "import { InjectModel } from '@nestjs/mongoose';\nclass A { constructor(@InjectModel(4) users) { /* it */ users; } }", 'Mongoose.Model'],
    ['a model of a decorator that is not called', "import { InjectModel } from '@nestjs/mongoose';\nclass A { constructor(@InjectModel users) { /* it */ users; } }", 'Mongoose.Model'],
    ['a parameter whose decorator says nothing of a type', "import { Inject, Body } from '@nestjs/common';\nclass A { constructor(@Body() it) { /* it */ it; } }", 'unknown'],
    ['what a rejected promise hands to a function that a function makes', 'function fail(res) { return (error) => { /* it */ error; }; }\nload().catch(fail(res));', 'caught'],
    ['the same, made by an arrow function', 'const fail = (res) => (error) => { /* it */ error; };\nload().catch(fail(res));', 'caught'],
    ['what anybody else hands to it', 'const fail = (res) => (error) => { /* it */ error; };\nload().use(fail(res));', 'unknown'],
  ]);
});
