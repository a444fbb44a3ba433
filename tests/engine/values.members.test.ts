/** What is a member: of objects, classes, instances, functions and library values. */
import { describe } from 'vitest';
import { valuesAre } from './engine.kit.js';

const prisma = "import { PrismaClient } from '@prisma/client';\n";
const client = `${prisma}const db = new PrismaClient();\n`;
const mongoose = "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({});\n";
const user = "const User = mongoose.model('User', schema);\n";
const sequelize = "import { Model } from 'sequelize';\n";
const knex = "import createKnex from 'knex';\nconst db = createKnex({});\n";

describe('objects', () => {
  valuesAre([
    ['the second spread has it', `${client}const all = { ...{ other: 1 }, ...{ db } };\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['given later, to an object that a name was given', `${client}let all: any;\nall = {};\nall.db = db;\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['given later, to another object', `${client}const all: any = {};\nconst others: any = {};\nothers.db = db;\n/* it */ all.db;`, 'unknown'],
    ['given twice, the first time nobody knows what', `${client}const all: any = {};\nall.db = mystery();\nall.db = db;\n/* it */ all.db;`, 'Prisma.PrismaClient'],
    ['read off a call', `${client}/* it */ ({}).db;`.replace('/* it */ ({})', '(/* it */ {})'), 'object'],
    ['an object that nobody gave a name', 'const f = () => ({});\n/* it */ f().db;', 'unknown'],
  ]);
});

describe('classes', () => {
  valuesAre([
    ['a static getter', `${client}class A { static get db() { return db; } }\n/* it */ A.db;`, 'Prisma.PrismaClient'],
    ['a static field with a type alone', `${prisma}class A { static db: PrismaClient; }\n/* it */ A.db;`, 'Prisma.PrismaClient'],
    ['a static field with nothing', 'class A { static db; }\n/* it */ A.db;', 'unknown'],
    ['an inherited static method', 'class Base { static load() {} }\nclass A extends Base {}\n(/* it */ A.load);', 'function load'],
    ['an unknown static of a class with a base', `${client}class Base {}\nclass A extends Base {}\nA.db = db;\n/* it */ A.db;`, 'Prisma.PrismaClient'],
    ['an unknown static of a class without a name', 'const A = class {};\n/* it */ A.db;', 'unknown'],
    ['a static of a library\'s model', `${sequelize}class User extends Model {}\nasync function f() { /* it */ User.findOne(); }`, 'Sequelize.Instance<User>'],
    ['a static of a library\'s model without a name', `${sequelize}const User = class extends Model {};\nasync function f() { /* it */ User.findOne(); }`, 'Sequelize.Instance<model>'],
    ['a static of a library\'s model that is defined by a name', `${mongoose}${user}const Admin = class extends User {};\nasync function f() { /* it */ Admin.findOne(); }`, 'Mongoose.Query<User>'],
    ['a static through the app\'s own base class', `${sequelize}class Base extends Model {}\nclass User extends Base {}\nasync function f() { /* it */ User.findOne(); }`, 'Sequelize.Instance<User>'],
    ['a static through the app\'s own base class, without a name', `${sequelize}class Base extends Model {}\nconst User = class extends Base {};\nasync function f() { /* it */ User.findOne(); }`, 'Sequelize.Instance<Base>'],
  ]);
});

describe('instances', () => {
  valuesAre([
    ['their class', 'class A { m() { /* it */ this.constructor; } }', 'class A'],
    ['their constructor function', 'function A() {}\n/* it */ new A().constructor;', 'unknown'],
    ['a method without a body', 'abstract class A { abstract load(): void; run() { (/* it */ this.load); } }', 'foreign'],
    ['a method with overloads', 'class A { load(id: number): void; load(id: string): void; load(id: any) {} run() { (/* it */ this.load); } }', 'function load'],
    ['a field that a subclass gives', `${prisma}abstract class A { protected abstract db: PrismaClient; run() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a parameter that is a field, after one that is none', `${prisma}class A { constructor(name: string, private db: PrismaClient) {} run() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['a parameter that is a field, of a constructor with overloads', `${prisma}class A { constructor(db: any); constructor(private db: PrismaClient, name?: string) {} run() { /* it */ this.db; } }`, 'Prisma.PrismaClient'],
    ['what a constructor is given', `${mongoose}${user}class Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }\nnew Store(User);`, 'Mongoose.Model<User>'],
    ['what a constructor is given by its class\'s name elsewhere', { 'src/a.ts': 'export class Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }', 'src/b.ts': `${mongoose}${user}import { Store } from './a';\nnew Store(User);` }, 'Mongoose.Model<User>'],
    ['what a subclass hands to a constructor', `${mongoose}${user}class Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }\nclass Users extends Store { constructor() { super(User); } }`, 'Mongoose.Model<User>'],
    ['what a subclass without a constructor is given', `${mongoose}${user}class Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }\nclass Users extends Store {}\nnew Users(User);`, 'Mongoose.Model<User>'],
    ['what a constructor is given that another class has', `${mongoose}${user}class Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }\nclass Other { constructor(model) {} }\nnew Other(User);`, 'unknown'],
    ['what several subclasses hand to a constructor', `${mongoose}${user}const Order = mongoose.model('Order', schema);\nclass Store { constructor(model) { this.model = model; } run() { /* it */ this.model; } }\nclass Users extends Store { constructor() { super(User); } }\nclass Orders extends Store { constructor() { super(Order); } }`, 'Mongoose.Model'],
    ['a builder that a constructor is given', `${mongoose}${user}class Page { constructor(query) { this.query = query; } run() { /* it */ this.query; } }\nnew Page(User.find());`, 'Mongoose.Query<User>'],
    ['different texts that a constructor is given', `class Store { constructor(table) { this.table = table; } run() { /* it */ this.table; } }\nnew Store('users');\nnew Store('orders');`, 'foreign'],
    ['the same text twice', `class Store { constructor(table) { this.table = table; } run() { /* it */ this.table; } }\nnew Store('users');\nnew Store('users');`, '"users"'],
    ['a member of a library\'s model', `${sequelize}class User extends Model { store() { (/* it */ this.save); } }`, 'Sequelize.Instance: save'],
    ['a member of a library\'s model without a name', `${sequelize}const User = class extends Model { async store() { const it = await this.reload();\n/* it */ it; } };`, 'Sequelize.Instance<model>'],
    ['a member through the app\'s own base class', `${sequelize}class Base extends Model {}\nclass User extends Base { async store() { const it = await this.reload();\n/* it */ it; } }`, 'Sequelize.Instance<User>'],
    ['a field that an object inside sets on itself', `${client}class A { m() { return { set() { this.db = db; } }; } run() { /* it */ this.db; } }`, 'unknown'],
    ['a field that is read by a name in quotes', "class A {}\n/* it */ new A()['db'];", 'unknown'],
    ['a field that something else than the prototype has', `${client}function A() {}\nA.parts.db = db;\n/* it */ new A().db;`, 'unknown'],
    ['a field of another prototype', `${client}function A() {}\nfunction B() {}\nB.prototype.db = db;\n/* it */ new A().db;`, 'unknown'],
    ['a field of a class without a name', '/* it */ new (class {})().db;', 'unknown'],
  ]);
});

describe('functions', () => {
  valuesAre([
    ['a property that is given to it', `${client}function store() {}\nstore.db = db;\n/* it */ store.db;`, 'Prisma.PrismaClient'],
    ['a property of a function without a name', 'const store = () => 1;\n/* it */ store.db;', 'unknown'],
    ['call', 'function load() {}\n(/* it */ load.call);', 'function load'],
  ]);
});

describe('declared types', () => {
  valuesAre([
    ['a member of an enumeration', 'enum Role { Admin }\n/* it */ Role.Admin;', 'foreign'],
    ['a member without a type', 'interface Deps { db }\nfunction f(deps: Deps) { /* it */ deps.db; }', 'foreign'],
    ['a member of any type', 'interface Deps { db: any }\nfunction f(deps: Deps) { /* it */ deps.db; }', 'foreign'],
    ['a member that is not there', 'interface Deps { x: 1 }\nfunction f(deps: Deps) { /* it */ deps.db; }', 'foreign'],
    ['a member of the second base', `${prisma}interface Base { db: PrismaClient }\ninterface Deps<T> extends T, Base {}\nfunction f(deps: Deps) { /* it */ deps.db; }`, 'Prisma.PrismaClient'],
    ['a member of a type written in place', `${prisma}function f(deps: { db: PrismaClient }) { /* it */ deps.db; }`, 'Prisma.PrismaClient'],
    ['a method', 'interface Deps { load(): void }\nfunction f(deps: Deps) { (/* it */ deps.load); }', 'foreign'],
  ]);
});

describe('library values', () => {
  valuesAre([
    ['the number of rows', `${mongoose}${user}async function f() { const users = await User.find();\n/* it */ users.length; }`, 'foreign'],
    ['a method of rows', `${mongoose}${user}async function f() { const users = await User.find();\n(/* it */ users.map); }`, 'unknown'],
    ['a plain copy of a document', `${mongoose}${user}async function f() { const it = await User.findOne();\n(/* it */ it.toObject); }`, 'foreign'],
    ['a step that only joins', `${knex}/* it */ db('users').where('a', 1).or.where('b', 2);`, 'Knex.QueryBuilder<users>'],
    ['a part that nobody described', `${knex}/* it */ db.migrate;`, 'unknown'],
    ['a bound function', "import bcrypt from 'bcrypt';\nconst hash = bcrypt.hash.bind(bcrypt);\n(/* it */ hash);", 'bcrypt.Bcrypt: hash'],
    ['a client of a module by default', "const orm = require('@prisma/client');\n/* it */ new orm.default.PrismaClient();", 'Prisma.PrismaClient'],
    ['a named error', "import createError from 'http-errors';\n/* it */ new createError.NotFound();", 'http-errors.HttpError'],
    ['a part of a function that is not there', "import createError from 'http-errors';\n/* it */ createError.somewhere;", 'unknown'],
    ['a part of a function that has none', "import { HTTPException } from 'hono/http-exception';\n/* it */ HTTPException.somewhere;", 'foreign'],
    ['a part of a client\'s function that nobody described', "import createKnex from 'knex';\n/* it */ createKnex.fn;", 'unknown'],
  ]);
});

describe('what an app gives to a model', () => {
  const touch = 'schema.methods.touch = function touch() {};\n';
  const ask = 'async function f() { const it = await User.findOne();\n(/* it */ it.touch); }';
  valuesAre([
    ['a method of its schema', `${mongoose}${touch}${user}${ask}`, 'function touch'],
    ['a property of something else', `${mongoose}${user}const other = {};\nother.touch = function touch() {};\n${ask}`, 'foreign'],
    ['a method of a plugin of its schema', { 'src/a.js': `${mongoose}import { touching } from './b';\nschema.plugin(touching);\n${user}${ask}`, 'src/b.js': `export function touching(schema) { ${touch} }` }, 'function touch'],
    ['plugins that are spread', `${mongoose}schema.plugin(...plugins);\n${user}${ask}`, 'foreign'],
    ['a plugin that nobody knows', `${mongoose}schema.plugin(touching);\n${user}${ask}`, 'foreign'],
    ['a plugin of something else', { 'src/a.js': `${mongoose}import { touching } from './b';\nserver.plugin(touching);\n${user}${ask}`, 'src/b.js': `export function touching(schema) { ${touch} }` }, 'foreign'],
  ]);
});
