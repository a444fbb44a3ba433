import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { BCRYPT, CRYPTO, EXPRESS, faulty, posting, PRISMA } from './passwords.kit.js';

const plain = (name: string, code: string) => faulty('plaintext', { name, code });

/** A Mongoose model with some lines about its schema. */
const mongoose = (lines: string) => `import mongoose from 'mongoose';\n${BCRYPT}const schema = new mongoose.Schema({ email: String, password: String });\n${lines}\nconst User = mongoose.model('User', schema);\n`;
const PRE_SAVE = "schema.pre('save', async function () {\n  this.password = await bcrypt.hash(this.password, 12);\n});";
/** A Sequelize model with some lines after its definition, and an options object. */
const sequelize = (field: string, options: string, lines = '') => `import { DataTypes, Sequelize } from 'sequelize';\n${BCRYPT}const User = new Sequelize('sqlite::memory:').define('User', { email: DataTypes.STRING, password: ${field} }${options});\n${lines}\n`;
const HOOK = '{\n  user.password = await bcrypt.hash(user.password, 12);\n}';
/** A TypeORM entity with some members, and its repository. */
const typeorm = (members: string) => `import { BeforeInsert, BeforeUpdate, Column, DataSource, Entity } from 'typeorm';\n${BCRYPT}@Entity()\nclass User {\n  @Column() email: string;\n  @Column() password: string;\n${members}\n}\nconst users = new DataSource({ type: 'postgres' }).getRepository(User);\n`;
const objection = (members: string) => `import { Model } from 'objection';\n${BCRYPT}class User extends Model {\n  password: string;\n${members}\n}\n`;

tester.run('no-unhashed-password: models that hash by themselves', rule('no-unhashed-password'), {
  valid: [
    { name: "Mongoose pre('save') on create", code: posting(mongoose(PRE_SAVE), 'await User.create({ email: req.body.email, password: req.body.password });') },
    { name: "Mongoose pre('save') on save", code: posting(mongoose(PRE_SAVE), 'const user = new User({ password: req.body.password });\n  await user.save();') },
    { name: "Mongoose pre('save') on an assignment and save", code: posting(mongoose(PRE_SAVE), 'const user = await User.findById(1);\n  user.password = req.body.password;\n  await user.save();') },
    { name: "Mongoose pre('save') on a whole body", code: posting(mongoose(PRE_SAVE), 'await User.create(req.body);') },
    { name: "Mongoose pre('save') that calls a helper", code: posting(mongoose(`const protect = async (user) => {\n  user.password = await bcrypt.hash(user.password, 12);\n};\nschema.pre('save', function () {\n  return protect(this);\n});`), 'await User.create({ password: req.body.password });') },
    { name: "Mongoose pre('save') with a callback", code: posting(mongoose("schema.pre('save', function (next) {\n  bcrypt.hash(this.password, 12, (err, hash) => {\n    this.password = hash;\n    next(err);\n  });\n});"), 'await User.create({ password: req.body.password });') },
    { name: "Mongoose pre(['save', 'findOneAndUpdate'])", code: posting(mongoose("schema.pre(['save', 'findOneAndUpdate'], async function () {\n  this.set({ password: await bcrypt.hash(this.get('password'), 12) });\n});"), 'await User.findOneAndUpdate({ email: req.body.email }, { password: req.body.password });') },
    { name: "Mongoose pre('findOneAndUpdate') on findByIdAndUpdate", code: posting(mongoose("schema.pre('findOneAndUpdate', async function () {\n  this._update.password = await bcrypt.hash(this._update.password, 12);\n});"), 'await User.findByIdAndUpdate(1, { password: req.body.password });') },
    { name: "a setter of a Mongoose schema's field", code: posting("import mongoose from 'mongoose';\n" + BCRYPT + "const schema = new mongoose.Schema({ password: { type: String, set: (value) => bcrypt.hashSync(value, 12) } });\nconst User = mongoose.model('User', schema);\n", 'await User.findByIdAndUpdate(1, { password: req.body.password });') },
    { name: 'passport-local-mongoose', code: posting(mongoose('schema.plugin(passportLocalMongoose);').replace("import mongoose from 'mongoose';", "import mongoose from 'mongoose';\nimport passportLocalMongoose from 'passport-local-mongoose';"), 'await User.create({ password: req.body.password });') },
    { name: 'Sequelize hooks among the options', code: posting(sequelize('DataTypes.STRING', `, { hooks: { beforeCreate: async (user) => ${HOOK} } }`), 'await User.create({ password: req.body.password });') },
    { name: 'a Sequelize hook by name', code: posting(sequelize('DataTypes.STRING', '', `User.beforeCreate(async (user) => ${HOOK});`), 'await User.create({ password: req.body.password });') },
    { name: 'a Sequelize hook by addHook', code: posting(sequelize('DataTypes.STRING', '', `User.addHook('beforeSave', async (user) => ${HOOK});`), 'await User.create({ password: req.body.password });') },
    { name: "a Sequelize hook on a row's update", code: posting(sequelize('DataTypes.STRING', '', `User.beforeUpdate(async (user) => ${HOOK});`), 'const user = await User.findByPk(1);\n  await user.update({ password: req.body.password });') },
    { name: "a Sequelize hook of each row on a model's update", code: posting(sequelize('DataTypes.STRING', '', `User.beforeUpdate(async (user) => ${HOOK});`), 'await User.update({ password: req.body.password }, { where: { id: 1 }, individualHooks: true });') },
    { name: "a Sequelize hook of many rows on a model's update", code: posting(sequelize('DataTypes.STRING', '', `User.beforeBulkUpdate(async ({ attributes: user }) => ${HOOK});`), 'await User.update({ password: req.body.password }, { where: { id: 1 } });') },
    { name: "a setter of a Sequelize field, on a model's update", code: posting(sequelize("{ type: DataTypes.STRING, set(value) { this.setDataValue('password', bcrypt.hashSync(value, 12)); } }", ''), 'await User.update({ password: req.body.password }, { where: { id: 1 } });') },
    { name: 'a hook of sequelize-typescript', code: posting(`import { BeforeCreate, Column, Model, Table } from 'sequelize-typescript';\n${BCRYPT}@Table\nclass User extends Model {\n  @Column password: string;\n  @BeforeCreate\n  static async hash(user: User) ${HOOK}\n}\n`, 'await User.create({ password: req.body.password });') },
    { name: 'TypeORM @BeforeInsert on save', code: posting(typeorm('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await users.save({ password: req.body.password });') },
    { name: 'TypeORM @BeforeInsert on create and save', code: posting(typeorm('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'const user = users.create({ password: req.body.password });\n  await users.save(user);') },
    { name: 'TypeORM @BeforeInsert with @BeforeUpdate on an assignment', code: posting(typeorm('  @BeforeInsert()\n  @BeforeUpdate()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'const user = new User();\n  user.password = req.body.password;\n  await users.save(user);') },
    { name: "an entity's constructor", code: posting(typeorm('  constructor(email: string, password: string) {\n    this.email = email;\n    this.password = bcrypt.hashSync(password, 12);\n  }'), 'await users.save(new User(req.body.email, req.body.password));') },
    { name: 'Objection $beforeInsert', code: posting(objection('  async $beforeInsert() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await User.query().insert({ password: req.body.password });') },
    { name: 'a mixin of Objection that hashes', code: `const { Model } = require('objection');\nconst Password = require('objection-password')({ allowEmptyPassword: true });\n${EXPRESS}class User extends Password(Model) {}\napp.post('/users', async (req, res) => {\n  await User.query().insert({ password: req.body.password });\n  res.sendStatus(201);\n});\n` },
    { name: 'a Lucid hook', code: `import { BaseModel, beforeSave, column } from '@adonisjs/lucid/orm';\nimport hash from '@adonisjs/core/services/hash';\n${EXPRESS}class User extends BaseModel {\n  @column() declare password: string;\n  @beforeSave()\n  static async hashPassword(user: User) {\n    user.password = await hash.make(user.password);\n  }\n}\napp.post('/users', async (req, res) => {\n  res.json(await User.create({ password: req.body.password }));\n});\n` },
    { name: 'a Prisma extension', code: posting(`import { PrismaClient } from '@prisma/client';\n${BCRYPT}const prisma = new PrismaClient().$extends({\n  query: {\n    user: {\n      async create({ args, query }) {\n        args.data.password = await bcrypt.hash(args.data.password, 12);\n        return query(args);\n      },\n    },\n  },\n});\n`, 'await prisma.user.create({ data: { password: req.body.password } });') },
    { name: 'Better Auth', code: posting("import { betterAuth } from 'better-auth';\nconst auth = betterAuth({ emailAndPassword: { enabled: true } });\n", 'await auth.api.signUpEmail({ body: { email: req.body.email, password: req.body.password } });') },
    { name: 'Supabase auth', code: posting("import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(url, key);\n", 'await supabase.auth.signUp({ email: req.body.email, password: req.body.password });') },
    { name: 'Firebase auth', code: posting("import admin from 'firebase-admin';\n", 'await admin.auth().createUser({ email: req.body.email, password: req.body.password });') },
  ],
  invalid: [
    plain('Mongoose without a hook', posting(mongoose(''), 'await User.create({ password: «req.body.password» });')),
    plain("Mongoose pre('save') does not run on findOneAndUpdate", posting(mongoose(PRE_SAVE), 'await User.findOneAndUpdate({ email: req.body.email }, { password: «req.body.password» });')),
    plain("Mongoose pre('save') does not run on updateOne", posting(mongoose(PRE_SAVE), 'await User.updateOne({ email: req.body.email }, { $set: { password: «req.body.password» } });')),
    plain("Mongoose pre('findOneAndUpdate') does not run on create", posting(mongoose("schema.pre('findOneAndUpdate', async function () {\n  this._update.password = await bcrypt.hash(this._update.password, 12);\n});"), 'await User.create({ password: «req.body.password» });')),
    plain("Mongoose pre('save') that does something else", posting(mongoose("schema.pre('save', function () {\n  this.updatedAt = new Date();\n});"), 'await User.create({ password: «req.body.password» });')),
    plain('Sequelize without a hook', posting(sequelize('DataTypes.STRING', ''), 'await User.create({ password: «req.body.password» });')),
    plain("a Sequelize hook of rows, which a model's update does not run", posting(sequelize('DataTypes.STRING', '', `User.beforeUpdate(async (user) => ${HOOK});`), 'await User.update({ password: «req.body.password» }, { where: { id: 1 } });')),
    plain('a Sequelize hook of another event', posting(sequelize('DataTypes.STRING', `, { hooks: { beforeCreate: async (user) => ${HOOK} } }`), 'await User.upsert({ id: 1, password: «req.body.password» });')),
    plain('a Sequelize hook that trims', posting(sequelize('DataTypes.STRING', ', { hooks: { beforeCreate: (user) => {\n  user.email = user.email.trim();\n} } }'), 'await User.create({ password: «req.body.password» });')),
    plain('TypeORM @BeforeInsert does not run on update', posting(typeorm('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await users.update(1, { password: «req.body.password» });')),
    plain('TypeORM @BeforeInsert does not run on insert', posting(typeorm('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await users.insert({ password: «req.body.password» });')),
    plain('TypeORM @BeforeInsert that makes an id', posting(typeorm('  @BeforeInsert()\n  identify() {\n    this.email = this.email.trim();\n  }'), 'await users.save({ password: «req.body.password» });')),
    plain('Objection $beforeInsert does not run on patch', posting(objection('  async $beforeInsert() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await User.query().patch({ password: «req.body.password» });')),
    plain("a statement of Knex that a model of Objection begins, where no hook runs", posting(objection('  async $beforeUpdate() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), "await User.knex()('users').where({ id: 1 }).update({ password: «req.body.password» });")),
    plain('a statement of Lucid, where no hook of rows runs', `import { BaseModel, beforeSave, column } from '@adonisjs/lucid/orm';\nimport hash from '@adonisjs/core/services/hash';\nimport { withAuthFinder } from '@adonisjs/auth/mixins/lucid';\nimport { compose } from '@adonisjs/core/helpers';\nimport express from 'express';\nconst app = express();\nconst AuthFinder = withAuthFinder(() => hash.use('scrypt'), { uids: ['email'], passwordColumnName: 'password' });\nclass User extends compose(BaseModel, AuthFinder) {\n  @column() declare password: string;\n}\napp.post('/users', async (req, res) => {\n  await User.query().where('email', req.body.email).update({ password: «req.body.password» });\n  res.sendStatus(204);\n});\n`),
    plain('a mixin of Objection that does something else', posting("import { Model } from 'objection';\nimport soft from 'objection-soft-delete';\nclass User extends soft()(Model) {}\n", 'await User.query().insert({ password: «req.body.password» });')),
    plain('Objection without a hook', posting(objection(''), 'await User.query().insert({ password: «req.body.password» });')),
    plain('a method that hashes and that nobody calls', posting(typeorm('  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'await users.save({ password: «req.body.password» });')),
    plain('a Prisma extension for another model', posting(`import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient().$extends({ query: { post: { create({ args, query }) {\n  return query(args);\n} } } });\n`, 'await prisma.user.create({ data: { password: «req.body.password» } });')),
  ],
});

tester.run('no-unhashed-password: the value decides, never the name', rule('no-unhashed-password'), {
  valid: [
    { name: 'hashed in place', code: posting(PRISMA + BCRYPT, 'let { password } = req.body;\n  password = await bcrypt.hash(password, 12);\n  await prisma.user.create({ data: { password } });') },
    { name: 'a field of the body hashed in place', code: posting(PRISMA + BCRYPT, 'req.body.password = await bcrypt.hash(req.body.password, 12);\n  await prisma.user.create({ data: { password: req.body.password } });') },
    { name: 'a field of an object hashed in place', code: posting(PRISMA + BCRYPT, 'const data = { ...req.body };\n  data.password = await bcrypt.hash(data.password, 12);\n  await prisma.user.create({ data });') },
    { name: 'a function whose body hashes, by a plain name', code: posting(`${PRISMA + BCRYPT}const transform = (text) => bcrypt.hash(text, 12);\n`, 'await prisma.user.create({ data: { password: await transform(req.body.password) } });') },
    { name: 'createHash() that is bcrypt', code: posting(`${PRISMA + BCRYPT}const createHash = (text) => bcrypt.hash(text, 12);\n`, 'await prisma.user.create({ data: { password: await createHash(req.body.password) } });') },
    { name: 'md5() that is scrypt', code: posting(`${PRISMA + CRYPTO}const md5 = (text) => crypto.scryptSync(text, salt, 64).toString('hex');\n`, 'await prisma.user.create({ data: { password: md5(req.body.password) } });') },
    { name: 'a method whose body hashes', code: posting(`${PRISMA + BCRYPT}class Passwords {\n  protect(text) {\n    return bcrypt.hash(text, 12);\n  }\n}\nconst passwords = new Passwords();\n`, 'await prisma.user.create({ data: { password: await passwords.protect(req.body.password) } });') },
    { name: 'a function whose body hashes through another', code: posting(`${PRISMA + BCRYPT}const salted = async (text) => bcrypt.hash(text, await bcrypt.genSalt(12));\nasync function prepare(text) {\n  return salted(text);\n}\n`, 'await prisma.user.create({ data: { password: await prepare(req.body.password) } });') },
    { name: 'a hash function that cannot be followed', code: posting(`${PRISMA}import { hashPassword } from '@acme/security';\n`, 'await prisma.user.create({ data: { password: await hashPassword(req.body.password) } });') },
    { name: 'a promisified scrypt', code: posting(`${PRISMA + CRYPTO}import { promisify } from 'node:util';\nconst scrypt = promisify(crypto.scrypt);\n`, "const key = await scrypt(req.body.password, salt, 64);\n  await prisma.user.create({ data: { password: key.toString('hex') } });") },
  ],
  invalid: [
    plain('another variable hashed', posting(PRISMA + BCRYPT, 'const { password } = req.body;\n  const unused = await bcrypt.hash(password, 12);\n  await prisma.user.create({ data: { «password» } });')),
    plain('a variable whose name promises a hash', posting(PRISMA, 'const { password: passwordHash } = req.body;\n  await prisma.user.create({ data: { «passwordHash» } });')),
    plain('a function whose name promises a hash', posting(`${PRISMA}const hashPassword = (text) => text.trim();\n`, 'await prisma.user.create({ data: { password: «hashPassword(req.body.password)» } });')),
    plain('encrypt() that encodes', posting(`${PRISMA}function encrypt(text) {\n  return Buffer.from(text).toString('base64');\n}\n`, 'await prisma.user.create({ data: { password: «encrypt(req.body.password)» } });')),
    faulty('fastHash', { name: 'hash() that is MD5', code: posting(`${PRISMA + CRYPTO}const hash = (text) => crypto.createHash('md5').update(text).digest('hex');\n`, 'await prisma.user.create({ data: { password: hash(«req.body.password») } });') }),
  ],
});

tester.run('no-unhashed-password: passwords of something that is no user', rule('no-unhashed-password'), {
  valid: [
    { name: 'of an SMTP account', code: posting(PRISMA, 'await prisma.settings.update({ where: { id: 1 }, data: { smtpPassword: req.body.smtpPassword } });') },
    { name: 'of an SMTP account, by its model', code: posting(PRISMA, 'await prisma.smtpSettings.create({ data: { host: req.body.host, password: req.body.password } });') },
    { name: 'of a database', code: posting(PRISMA, 'await prisma.databaseConnection.create({ data: { host: req.body.host, password: req.body.password } });') },
    { name: 'of a database, by its column', code: posting(PRISMA, 'await prisma.server.create({ data: { dbPassword: req.body.dbPassword } });') },
    { name: 'of a shared room', code: posting(PRISMA, 'await prisma.room.create({ data: { roomPassword: req.body.roomPassword } });') },
    { name: 'a passphrase', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { passphrase: req.body.passphrase } });') },
    { name: 'other words that begin so', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { passport: req.body.passport, passwordHint: req.body.passwordHint, passwordChangedAt: req.body.passwordChangedAt } });') },
    { name: 'an API key', code: posting(PRISMA, 'await prisma.client.create({ data: { apiKey: req.body.apiKey, secret: req.body.secret } });') },
    { name: 'a reset token', code: posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { resetPasswordToken: req.body.token } });') },
  ],
  invalid: [plain('of a user', posting(PRISMA, 'await prisma.user.update({ where: { id: 1 }, data: { passwordHint: req.body.passwordHint, password: «req.body.password» } });'))],
});

describe('no-unhashed-password: models and hashers of other files', () => {
  const verdict = (files: Readonly<Record<string, string>>) => {
    const { found, expected } = judge(files, { rules: { 'no-unhashed-password': {} } });
    expect(found).toEqual(expected);
    return expected.length;
  };
  const ROUTER = "import { Router } from 'express';\nexport const router = Router();\n";
  const routes = (imports: string, statement: string) => `${ROUTER}${imports}\nrouter.post('/users', async (req, res) => {\n  ${statement}\n  res.sendStatus(201);\n});\n`;
  const mark = ' // expect: no-unhashed-password/plaintext';
  const model = (lines: string) => `${mongoose(lines)}export default User;\n`;

  it('see the hook of an imported Mongoose model', () => {
    const using = (statement: string) => routes("import User from './user.model';", statement);
    expect(verdict({ 'src/user.model.ts': model(PRE_SAVE), 'src/routes.ts': using('await User.create({ password: req.body.password });') })).toBe(0);
    expect(verdict({ 'src/user.model.ts': model(PRE_SAVE), 'src/routes.ts': using(`await User.findByIdAndUpdate(1, { password: req.body.password });${mark}`) })).toBe(1);
    expect(verdict({ 'src/user.model.ts': model(''), 'src/routes.ts': using(`await User.create({ password: req.body.password });${mark}`) })).toBe(1);
  });

  it('see the hook of an imported Mongoose model on documents', () => {
    const using = (after: string) => routes("import User from './user.model';", `const user = await User.findById(1);\n  user.password = req.body.password;${after}\n  await user.save();`);
    expect(verdict({ 'src/user.model.ts': model(PRE_SAVE), 'src/routes.ts': using('') })).toBe(0);
    expect(verdict({ 'src/user.model.ts': model(''), 'src/routes.ts': using(mark) })).toBe(1);
  });

  it('see the hook of an imported TypeORM entity', () => {
    const entity = (members: string) => `import { BeforeInsert, Column, Entity } from 'typeorm';\n${BCRYPT}@Entity()\nexport class User {\n  @Column() password: string;\n${members}\n}\n`;
    const using = (after: string) => routes("import { DataSource } from 'typeorm';\nimport { User } from './user.entity';\nconst users = new DataSource({ type: 'postgres' }).getRepository(User);", `await users.save({ password: req.body.password });${after}`);
    expect(verdict({ 'src/user.entity.ts': entity('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'src/routes.ts': using('') })).toBe(0);
    expect(verdict({ 'src/user.entity.ts': entity(''), 'src/routes.ts': using(mark) })).toBe(1);
  });

  it('see the entity of an injected repository', () => {
    const entity = (members: string) => `import { BeforeInsert, Column, Entity } from 'typeorm';\n${BCRYPT}@Entity()\nexport class User {\n  @Column() password: string;\n${members}\n}\n`;
    const service = (after: string) => `import { Injectable } from '@nestjs/common';\nimport { InjectRepository } from '@nestjs/typeorm';\nimport { Repository } from 'typeorm';\nimport { User } from './user.entity';\n@Injectable()\nexport class UsersService {\n  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}\n  register(email: string, password: string) {\n    return this.users.save({ email, password });${after}\n  }\n}\n`;
    const controller = "import { Body, Controller, Post } from '@nestjs/common';\nimport { UsersService } from './users.service';\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly users: UsersService) {}\n  @Post()\n  register(@Body() body: { email: string; password: string }) {\n    return this.users.register(body.email, body.password);\n  }\n}\n";
    expect(verdict({ 'src/user.entity.ts': entity('  @BeforeInsert()\n  async hash() {\n    this.password = await bcrypt.hash(this.password, 12);\n  }'), 'src/users.service.ts': service(''), 'src/users.controller.ts': controller })).toBe(0);
    expect(verdict({ 'src/user.entity.ts': entity(''), 'src/users.service.ts': service(mark), 'src/users.controller.ts': controller })).toBe(1);
  });

  it('see what an imported function does', () => {
    const using = (after: string) => routes(`${PRISMA}import { protect } from './protect';`, `await prisma.user.create({ data: { password: await protect(req.body.password) } });${after}`);
    expect(verdict({ 'src/protect.ts': `${BCRYPT}export const protect = (text: string) => bcrypt.hash(text, 12);\n`, 'src/routes.ts': using('') })).toBe(0);
    expect(verdict({ 'src/protect.ts': 'export const protect = (text: string) => text.normalize();\n', 'src/routes.ts': using(mark) })).toBe(1);
  });

  it('take the parameter of a service for what its callers hand in', () => {
    const service = (after: string) => `${PRISMA}export function register(email: string, password: string) {\n  return prisma.user.create({ data: { email, password } });${after}\n}\n`;
    const using = (value: string) => routes(`${BCRYPT}import { register } from './service';`, `await register(req.body.email, ${value});`);
    expect(verdict({ 'src/service.ts': service(''), 'src/routes.ts': using('await bcrypt.hash(req.body.password, 12)') })).toBe(0);
    expect(verdict({ 'src/service.ts': service(mark), 'src/routes.ts': using('req.body.password') })).toBe(1);
  });

  it('see a middleware that hashes the body in place', () => {
    const using = (middleware: string, after: string) => `${ROUTER}${PRISMA}import { ${middleware} } from './middleware';\nrouter.post('/users', ${middleware}, async (req, res) => {\n  await prisma.user.create({ data: { password: req.body.password } });${after}\n  res.sendStatus(201);\n});\n`;
    const rest = { 'src/middleware.ts': `${BCRYPT}export async function protect(req, res, next) {\n  req.body.password = await bcrypt.hash(req.body.password, 12);\n  next();\n}\nexport function log(req, res, next) {\n  next();\n}\n` };
    expect(verdict({ 'src/routes.ts': using('protect', ''), ...rest })).toBe(0);
    expect(verdict({ 'src/routes.ts': using('log', mark), ...rest })).toBe(1);
  });
});
