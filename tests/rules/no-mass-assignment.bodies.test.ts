import { rule, tester } from '#kit';
import { getting, marked } from './marked.kit.js';

const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String, role: String }));\n";
const ZOD = "import { z } from 'zod';\nconst schema = z.object({ name: z.string() });\n";
const LODASH = "import _ from 'lodash';\n";
const whole = (name: string, code: string, data?: Readonly<Record<string, string>>) => marked(name, 'wholeBody', code, data && { data });
const fine = (name: string, code: string) => ({ name, code });
const writing = (statements: string, preamble = '') => getting(MONGOOSE + preamble, statements);
const saved = (statements: string, preamble?: string) => writing(`${statements}\n  const rows = await User.create(data);`, preamble);

tester.run('no-mass-assignment: what takes fields out', rule('no-mass-assignment'), {
  valid: [
    fine('a schema before a spread', saved('const data = { ...schema.parse(req.body) };', ZOD)),
    fine('a schema in a result', saved('const { data } = schema.safeParse(req.body);', ZOD)),
    fine('a schema that nobody can see', saved('const data = hidden.parse(req.body);', "import { hidden } from './hidden';\n")),
    fine('Valibot', saved('const data = v.parse(v.object({ name: v.string() }), req.body);', "import * as v from 'valibot';\n")),
    fine('omit of a role', saved("const data = _.omit(req.body, 'role');", LODASH)),
    fine('pick by path', saved("const data = pick(req.body, ['name']);", "import pick from 'lodash/pick';\n")),
    fine('entries that a test lets through', saved("const data = Object.fromEntries(Object.entries(req.body).filter(([key]) => ['name'].includes(key)));")),
    fine('keys of a list', saved("const data = {};\n  ['name'].forEach((key) => { data[key] = req.body[key]; });")),
    fine('a key of another file', saved('const data = {};\n  data[key] = req.body[key];\n  data[key()] = req.body[key()];', "import { key } from './key';\n")),
    fine('keys that a function hands in', saved('const data = {};\n  each((key) => { data[key] = req.body[key]; });', "import { each } from './each';\n")),
    fine('own keys that are on a list', saved("const data = {};\n  Object.keys(req.body).forEach((key) => { if (['name'].includes(key)) data[key] = req.body[key]; });")),
    fine('own keys but for one', saved("const data = {};\n  for (const key in req.body) if (key !== 'role') data[key] = req.body[key];")),
    fine('a role set after the spread', saved("const data = { ...req.body, role: 'user' };")),
    fine('a role deleted before', saved('const data = req.body;\n  delete data.role;')),
    fine('a role deleted from the body', writing('delete req.body.role;\n  const rows = await User.create(req.body);')),
    fine('a check of all keys', writing("if (!Object.keys(req.body).every((key) => ['name'].includes(key))) return res.sendStatus(400);\n  const rows = await User.create(req.body);")),
    fine('a check of all keys, by name', writing("const known = Object.keys(req.body).every((key) => ['name'].includes(key));\n  if (!known) return res.sendStatus(400);\n  const rows = await User.create(req.body);")),
    fine('the body replaced', writing("req.body = _.pick(req.body, ['name']);\n  const rows = await User.create(req.body);", LODASH)),
    fine('a check by a function of the app', writing('validateUser(req.body);\n  const rows = await User.create(req.body);', "import { validateUser } from './validate';\n")),
    fine('a schema asked beside it', writing('schema.parse(req.body);\n  const rows = await User.create(req.body);', ZOD)),
    fine('a cache', writing("const rows = await redis.hset('user', req.body);", "import Redis from 'ioredis';\nconst redis = new Redis();\n")),
    fine('one field of each element', writing('const rows = await User.insertMany(req.body.items.map((item) => ({ name: item.name })));')),
    fine('a list that nothing is made of', writing('const rows = await User.insertMany(req.body.items.map());')),
    fine('the query string', writing('const rows = await User.create(req.query);')),
  ],
  invalid: [
    whole('a schema that keeps the rest, before a spread', writing('const rows = await User.create({ ...«schema.passthrough().parse(req.body)» });', ZOD)),
    whole('Valibot that keeps the rest', writing('const rows = await User.create(«v.parse(v.looseObject({ name: v.string() }), req.body)»);', "import * as v from 'valibot';\n")),
    whole('omit of something else', writing("const rows = await User.create(«_.omit(req.body, 'id')»);", LODASH)),
    whole('all entries', writing('const rows = await User.create(«Object.fromEntries(Object.entries(req.body))»);')),
    whole('own keys', writing('const data = {};\n  for (const key in req.body) data[key] = req.body[key];\n  const rows = await User.create(«data»);')),
    whole('own keys, by a callback', writing('const data = {};\n  Object.keys(req.body).forEach((key) => { data[key] = req.body[key]; });\n  const rows = await User.create(«data»);')),
    whole('own keys that it has', writing('const data = {};\n  for (const key in req.body) if (req.body.hasOwnProperty(key)) data[key] = req.body[key];\n  const rows = await User.create(«data»);')),
    whole('own keys that are there', writing('const data = {};\n  for (const key in req.body) if (req.body[key]) data[key] = req.body[key];\n  const rows = await User.create(«data»);')),
    whole('a name set after the spread', writing("const rows = await User.create({ ...«req.body», name: 'user' });")),
    whole('what the code calls something set after the spread', writing('const rows = await User.create({ ...«req.body», [key]: 1, ...more });', "import { key, more } from './key';\n")),
    whole('a role set before the spread', writing("const rows = await User.create({ role: 'user', ...«req.body» });")),
    whole('a name deleted before', writing('delete req.body.name;\n  const rows = await User.create(«req.body»);')),
    whole('a role deleted after', writing('const rows = await User.create(«req.body»);\n  delete req.body.role;')),
    whole('a check of something else', writing('if (!req.body.name) return res.sendStatus(400);\n  const rows = await User.create(«req.body»);')),
    whole('a check by a name of something else', writing('const known = req.body.name !== undefined;\n  if (!known) return res.sendStatus(400);\n  const rows = await User.create(«req.body»);')),
    whole('a check by a parameter', writing('const rows = await (async (known) => { if (known) return User.create(«req.body»); })(true);')),
    whole('the body replaced after', writing("const rows = await User.create(«req.body»);\n  req.body = _.pick(req.body, ['name']);", LODASH)),
    whole('something else done with it', writing('print(req.body);\n  const rows = await User.create(«req.body»);', "import { print } from './print';\n")),
    whole('what a call gives done with it', writing('make()(req.body);\n  const rows = await User.create(«req.body»);', "import { make } from './make';\n")),
    whole('a variable of the file', getting(`${MONGOOSE}let data = {};\n`, 'data = req.body;\n  const rows = await User.create(«data»);')),
    whole('a schema that keeps the rest asked beside it', writing('schema.passthrough().parse(req.body);\n  const rows = await User.create(«req.body»);', ZOD)),
    whole('elements of the body', writing('const rows = await User.insertMany(req.body.items.map((item) => «item»));')),
    whole('a list of bodies', writing('const rows = await User.insertMany([...more, , «req.body»]);', "import { more } from './more';\n")),
    whole('$setOnInsert', writing('const rows = await User.updateOne({ _id: 1 }, { $setOnInsert: «req.body» }, { upsert: true });')),
  ],
});

tester.run('no-mass-assignment: copies', rule('no-mass-assignment'), {
  valid: [
    fine('into what is not saved', writing('const rows = {};\n  Object.assign(rows, req.body);')),
    fine('into what was saved before', writing('const data = {};\n  const rows = await User.create(data);\n  Object.assign(data, req.body);')),
    fine('of named fields into a row', writing('const rows = await User.findById(1);\n  Object.assign(rows, { name: req.body.name });\n  await rows.save();')),
    fine('into a list that nobody can see', writing('const rows = Object.assign(...more, req.body);', "import { more } from './more';\n")),
    fine('into nothing', writing('const rows = Object.assign();\n  print(req.body);', "import { print } from './print';\n")),
    fine('into what a call gives', writing('const rows = Object.assign(make(), req.body);', "import { make } from './make';\n")),
    fine('of what nobody can see', writing('const rows = await User.findById(1);\n  Object.assign(rows, ...req.body.list);')),
    fine('into a model', writing('const rows = Object.assign(User, req.body);')),
    fine('into an instance that is no entity', writing('const rows = new Form();\n  Object.assign(rows, req.body);', 'class Form {}\n')),
  ],
  invalid: [
    whole('into a row that is kept in an object', writing('const kept = { user: await User.findById(1) };\n  Object.assign(kept.user, «req.body»);\n  const rows = await kept.user.save();')),
    whole('into a row', writing('const rows = await User.findById(1);\n  Object.assign(rows, «req.body»);\n  await rows.save();'), { body: 'req.body', target: 'Object.assign(rows, …)' }),
    whole('by lodash', writing('const rows = await User.findById(1);\n  _.merge(rows, «req.body»);\n  await rows.save();', LODASH)),
    whole('into what is saved after it', writing('const data = {};\n  Object.assign(data, «req.body»);\n  const rows = await User.create(data);')),
    whole('into a new entity', getting("import { Column, Entity } from 'typeorm';\n@Entity()\nclass User {\n  @Column() role: string;\n}\n", 'const rows = new User();\n  Object.assign(rows, «req.body»);')),
  ],
});

const db = (preamble: string, bad: string) => whole(preamble.split("'")[1] ?? '', getting(preamble, bad));
const named = (preamble: string, bad: string) => fine(`named fields: ${preamble.split("'")[1] ?? ''}`, getting(preamble, bad.replace(/«[^»]*»/, '{ name: req.body.name }')));
const DATABASES: readonly (readonly [string, string])[] = [
  ["import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n", 'const rows = await prisma.user.upsert({ where: { id: 1 }, create: {}, update: «req.body» });'],
  ["import { DataTypes, Model } from 'sequelize';\nclass User extends Model {}\nUser.init({ role: DataTypes.STRING }, {});\n", 'const rows = await User.build(«req.body»).save();'],
  ["import { Column, Entity, getRepository } from 'typeorm';\n@Entity()\nclass User {\n  @Column() role: string;\n}\n", 'const rows = await getRepository(User).save(«req.body»);'],
  ["import { Entity, MikroORM, Property } from '@mikro-orm/core';\n@Entity()\nclass User {\n  @Property() role: string;\n}\nconst orm = await MikroORM.init();\n", 'const rows = orm.em.create(User, «req.body»);'],
  ["import { Model } from 'objection';\nclass User extends Model {}\n", 'const rows = await User.query().insert(«req.body»);'],
  ["import { BaseModel } from '@adonisjs/lucid/orm';\nclass User extends BaseModel {}\n", 'const rows = await User.create(«req.body»);'],
  ["import knex from 'knex';\nconst db = knex({ client: 'pg' });\n", "const rows = await db('users').where({ id: 1 }).update(«req.body»);"],
  ["import { drizzle } from 'drizzle-orm/node-postgres';\nimport { pgTable, text } from 'drizzle-orm/pg-core';\nconst users = pgTable('users', { role: text() });\nconst db = drizzle('url');\n", 'const rows = await db.insert(users).values(«req.body»);'],
  ["import { MongoClient } from 'mongodb';\nconst users = new MongoClient('url').db().collection('users');\n", 'const rows = await users.insertOne(«req.body»);'],
];
tester.run('no-mass-assignment: databases', rule('no-mass-assignment'), {
  valid: DATABASES.map(([preamble, bad]) => named(preamble, bad)),
  invalid: DATABASES.map(([preamble, bad]) => db(preamble, bad)),
});
