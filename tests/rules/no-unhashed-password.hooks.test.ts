/** What a model runs by itself: hooks by name, setters, constructors, plugins, extensions of the client. */
import { rule, tester } from '#kit';
import { BCRYPT, faulty, posting } from './passwords.kit.js';

const plain = (name: string, code: string) => faulty('plaintext', { name, code });
const CREATE = 'await User.create({ email: req.body.email, password: req.body.password });';
const CREATE_PLAIN = 'await User.create({ email: req.body.email, password: «req.body.password» });';
const mongoose = (lines: string, imports = '') => `import mongoose from 'mongoose';\n${BCRYPT}${imports}const schema = new mongoose.Schema({ email: String, password: String });\n${lines}\nconst User = mongoose.model('User', schema);\n`;
const PROTECT = 'async function protect() {\n  this.password = await bcrypt.hash(this.password, 12);\n}\n';
const TOUCH = 'function touch() {\n  this.touchedAt = new Date();\n}\n';
const BY_TOKEN = 'schema.statics.byToken = function (token) {\n  return this.findOne({ token });\n};';
const CHANGE = (value: string) => `const user = await User.byToken(req.body.token);\n  user.password = ${value};\n  await user.save();`;
const extended = (query: string) => `import { PrismaClient } from '@prisma/client';\n${BCRYPT}const prisma = new PrismaClient().$extends({ query: ${query} });\n`;
const HASHING = '{\n  args.data.password = await bcrypt.hash(args.data.password, 12);\n  return query(args);\n}';
const PRISMA_CREATE = 'await prisma.user.create({ data: { password: req.body.password } });';
const PRISMA_CREATE_PLAIN = 'await prisma.user.create({ data: { password: «req.body.password» } });';
const typeorm = (members: string) => `import { BeforeInsert, Column, DataSource, Entity } from 'typeorm';\n${BCRYPT}@Entity()\nclass User {\n  @Column() email: string;\n  @Column() password: string;\n${members}\n}\nconst users = new DataSource({ type: 'postgres' }).getRepository(User);\n`;
const SAVE = 'await users.save({ password: req.body.password });';
const SAVE_PLAIN = 'await users.save({ password: «req.body.password» });';
const kept = (members: string) => `import { BeforeInsert, Column, Entity, Repository } from 'typeorm';\n${BCRYPT}@Entity()\nclass User {\n  @Column() email: string;\n  @Column() password: string;\n${members}\n}\nclass Users extends Repository<User> {}\ndeclare const users: Users;\n`;
const SETTER = '{ type: String, set: (plain) => bcrypt.hashSync(plain, 12) }';
const SCHEMAS = (hook: string, type: string, others = 'String') => `import mongoose from 'mongoose';\n${BCRYPT}${PROTECT}const schema = new mongoose.Schema({ email: String, password: ${type} });\nconst other = new mongoose.Schema({ password: ${others} });\n${hook}('save', protect);\nconst User = mongoose.model('User', schema);\nconst Device = mongoose.model('Device', other);\n`;
const BEFORE_INSERT = '  @BeforeInsert()\n  async protect() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }';

tester.run('no-unhashed-password: hooks', rule('no-unhashed-password'), {
  valid: [
    { name: 'a function that has a name', code: posting(mongoose(`${PROTECT}schema.pre('save', protect);`), CREATE) },
    { name: 'for an event that a constant names', code: posting(mongoose(`${PROTECT}schema.pre(EVENT, protect);`), CREATE) },
    { name: 'for events of which one can be read', code: posting(mongoose(`${PROTECT}schema.pre([EVENT, 'save'], protect);`), CREATE) },
    { name: 'a function that gets its work done by others, one of them picked by name', code: posting(mongoose(`${PROTECT}schema.pre('save', async function () {\n  steps[0](this);\n  stepOf(this)(this);\n  await protect.call(this);\n  await protect();\n});`), CREATE) },
    { name: 'a hash by a function that another one gives', code: posting(mongoose(''), 'await User.create({ password: hashOf(req)(req.body.password) });') },
    { name: 'a hook of Sequelize that has a name', code: posting(`import { DataTypes, Sequelize } from 'sequelize';\n${BCRYPT}const hashUser = async (user) => {\n  user.password = await bcrypt.hash(user.password, 12);\n};\nconst User = new Sequelize('').define('User', { [KEY]: DataTypes.STRING, password: DataTypes.STRING }, { hooks: { beforeCreate: hashUser } });\n`, CREATE) },
    { name: 'a hook of Lucid that is registered', code: posting(`import { BaseModel, column } from '@adonisjs/lucid/orm';\n${BCRYPT}class User extends BaseModel {\n  @column() declare password: string;\n  static boot() {\n    super.boot();\n    this.before('create', async (user) => {\n      user.password = await bcrypt.hash(user.password, 12);\n    });\n  }\n}\n`, CREATE) },
    { name: 'a constructor with an overload', code: posting(typeorm('  constructor();\n  constructor(password?: string) {\n    this.password = bcrypt.hashSync(password, 12);\n  }'), SAVE) },
    { name: 'a hook among members of other kinds', code: posting(typeorm('  [KEY]() {}\n  @Log()\n  greet() {}\n  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), SAVE) },
    { name: 'a plugin that is required in place', code: posting(mongoose("schema.plugin(require('passport-local-mongoose'));"), CREATE) },
    { name: 'a plugin that is imported', code: posting(mongoose('schema.plugin(mongooseBcrypt);', "import mongooseBcrypt from 'mongoose-bcrypt';\n"), CREATE) },
    { name: 'a library for accounts beside the model', code: posting(mongoose('export const auth = betterAuth({ database: schema });', "import { betterAuth } from 'better-auth';\n"), CREATE) },
    { name: 'a row that a static of the schema finds', code: posting(mongoose(`${PROTECT}schema.pre('save', protect);\n${BY_TOKEN}`), CHANGE('req.body.password')) },
    { name: 'a hook of the entity that a class of the app keeps', code: posting(kept(BEFORE_INSERT), SAVE) },
    { name: 'a schema beside another one that hashes nothing', code: posting(SCHEMAS('schema.pre', 'String'), CREATE) },
    { name: 'a setter of a schema beside another one', code: posting(SCHEMAS('other.pre', SETTER), CREATE) },
    { name: 'a hook of a schema that two models have', code: posting(`${SCHEMAS('schema.pre', 'String')}const Admin = mongoose.model('Admin', schema);\n`, 'await Admin.create({ password: req.body.password });') },
    { name: 'a transformer of a column', code: posting(typeorm('  @Column({ transformer: { to: (plain: string) => bcrypt.hashSync(plain, 12), from: (stored: string) => stored } }) passwordHash: string;'), SAVE) },
    { name: 'a transformer of a class of the app', code: posting(`class Protects {\n  to(plain) {\n    return bcrypt.hashSync(plain, 12);\n  }\n  from(stored) {\n    return stored;\n  }\n}\n${typeorm('  @Column({ transformer: new Protects() }) passwordHash: string;')}`, SAVE) },
    { name: 'all operations of a model in Prisma', code: posting(extended(`{ user: { async $allOperations({ args, query }) ${HASHING} } }`), PRISMA_CREATE) },
    { name: 'all operations of all models in Prisma', code: posting(extended(`{ $allModels: { async $allOperations({ args, query }) ${HASHING} } }`), PRISMA_CREATE) },
  ],
  invalid: [
    plain('a row that a static of the schema finds, without a hook', posting(mongoose(BY_TOKEN), CHANGE('«req.body.password»'))),
    plain('an entity that a class of the app keeps, without a hook', posting(kept(''), SAVE_PLAIN)),
    plain('a hook of another schema of the file', posting(SCHEMAS('other.pre', 'String'), CREATE_PLAIN)),
    plain('a setter of another schema of the file', posting(SCHEMAS('other.pre', 'String', SETTER), CREATE_PLAIN)),
    plain('a transformer that hashes nothing', posting(typeorm('  @Column({ transformer: { to: (plain: string) => plain.trim(), from: (stored: string) => stored } }) token: string;'), SAVE_PLAIN)),
    plain('a transformer of another class of the file', posting(`${typeorm('')}@Entity()\nclass Device {\n  @Column({ transformer: { to: (plain: string) => bcrypt.hashSync(plain, 12), from: (stored: string) => stored } }) password: string;\n}\n`, SAVE_PLAIN)),
    plain('a function that has a name and hashes nothing', posting(mongoose(`${TOUCH}schema.pre('save', touch);`), CREATE_PLAIN)),
    plain('a function that nobody can see', posting(mongoose("schema.pre('save', hooks.protect);"), CREATE_PLAIN)),
    plain('no function at all', posting(mongoose("schema.pre('save');"), CREATE_PLAIN)),
    plain('events none of which is this one', posting(mongoose(`${PROTECT}schema.pre(['save', 'insertMany'], protect);`), 'await User.findOneAndUpdate({ email: 1 }, { password: «req.body.password» });')),
    plain('members that are no hooks', posting(typeorm('  [KEY]() {}\n  @Log()\n  greet() {\n    return bcrypt.hashSync(this.email, 12);\n  }'), SAVE_PLAIN)),
    plain('a plugin of another kind', posting(mongoose("schema.plugin(require('mongoose-autopopulate'));"), CREATE_PLAIN)),
    plain('another operation in Prisma', posting(extended(`{ user: { async update({ args, query }) ${HASHING} } }`), PRISMA_CREATE_PLAIN)),
    plain('another model in Prisma', posting(extended(`{ admin: { async $allOperations({ args, query }) ${HASHING} } }`), PRISMA_CREATE_PLAIN)),
  ],
});
