/** How a query says which columns it gives, and which related rows come along. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { drizzle, exposed, get, handler, mongoose, objection, prisma, send, sequelize, typeorm } from './sensitive.kit.js';

const COLUMN = '@Column() password: string;';
const PASSWORD = 'password: String';
const knex = (columns: string): string => handler("import knex from 'knex';\nconst db = knex({ client: 'pg' });", `const user = await db('users').where({ id: 1 }).first(${columns});\n  res.json({ email: user.email, kept: «user.password» });`);
const kysely = (columns: string): string => handler("import { Kysely } from 'kysely';\nconst db = new Kysely({});", `const user = await db.selectFrom('users')${columns}.executeTakeFirst();\n  res.json({ email: user.email, kept: «user.password» });`);
const quiet = (code: string): string => code.replace(/[«»]/g, '');
/** A member of the model of users, besides its columns. */
const posts = (body: string, more = ''): string => handler(`import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ title: String, author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' }, editor: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));\n${more}`, body);
/** A Sequelize model that is a class. */
const classes = (body: string): string => handler("import { DataTypes, Model, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nclass User extends Model {}\nUser.init({ email: DataTypes.STRING, password: DataTypes.STRING }, { sequelize });\nclass Post extends Model {}\nPost.init({ title: DataTypes.STRING }, { sequelize });", body);
const lucid = (query: string): string => `import type { HttpContext } from '@adonisjs/core/http';\nimport { BaseModel, column } from '@adonisjs/lucid/orm';\nclass User extends BaseModel {\n  @column() declare email: string;\n  @column() declare password: string;\n}\nexport default class UsersController {\n  async index({ response }: HttpContext) {\n    return response.ok(await «${query}»);\n  }\n}\n`;

tester.run('no-sensitive-data-in-response (columns)', rule('no-sensitive-data-in-response'), {
  valid: [
    // Texts.
    { name: 'names in one text, with commas', code: typeorm(COLUMN, get("this.users.createQueryBuilder('user').select('user.id, user.email').getMany()")) },
    { name: 'a name with another in its place', code: quiet(knex("'email as password2'")) },
    { name: 'a name by a constant', code: mongoose(PASSWORD, `const FIELDS = 'email name';\n  ${send('User.find({}, FIELDS)')}`) },
    { name: 'a text with blanks around', code: mongoose(PASSWORD, send("User.find().select(' email ')")) },

    // Lists.
    { name: 'a list by a constant', code: sequelize(`const SHOWN = ['id', 'email'];\n  ${send('User.findAll({ attributes: SHOWN })')}`) },
    { name: 'a list by a constant, as arguments', code: objection(`const SHOWN = ['id', 'email'];\n  ${send('User.query().select(...SHOWN)')}`) },
    { name: 'a list that takes in another', code: sequelize(`const BASE = ['id'];\n  ${send("User.findAll({ attributes: [...BASE, 'email'] })")}`) },
    { name: 'a list that takes in one that cannot be read', code: sequelize(send("User.findAll({ attributes: [...req.shown, 'email'] })")) },
    { name: 'a list with a gap', code: sequelize(send("User.findAll({ attributes: [, 'email'] })")) },
    { name: 'a column that is worked out, by its name', code: sequelize(send("User.findAll({ attributes: [[sequelize.fn('MAX', sequelize.col('createdAt')), 'latest']] })")) },
    { name: 'only columns that are worked out', code: sequelize(send("User.findAll({ attributes: [sequelize.literal('1')] })")) },
    { name: 'an empty list', code: sequelize(send('User.findAll({ attributes: [] })')) },
    { name: 'a list of names that cannot be read', code: sequelize(send('User.findAll({ attributes: [req.query.field] })')) },
    { name: 'columns of a query by themselves', code: quiet(kysely(".select(['id', 'email'])")) },
    { name: 'columns that a function gives', code: quiet(kysely('.select((eb) => [eb.ref(req.field)])')) },
    { name: 'columns by position', code: quiet(knex("'id', 'email'")) },
    { name: 'columns of a model', code: quiet(lucid("User.query().select('id', 'email')")) },

    // Objects of flags.
    { name: 'flags by a constant', code: mongoose(PASSWORD, `const SHOWN = { email: 1 };\n  ${send('User.find({}, SHOWN)')}`) },
    { name: 'flags that take in others', code: typeorm(COLUMN, get('this.users.find({ select: { ...BASE, email: true } })'), 'const BASE = { id: true };') },
    { name: 'flags that take in what cannot be read', code: mongoose(PASSWORD, send('User.find({}, { ...req.shown, email: 1 })')) },
    { name: 'a flag whose name is worked out', code: mongoose(PASSWORD, send('User.find({}, { [req.field]: 1 })')) },
    { name: 'a flag that may be off', code: typeorm(COLUMN, get('this.users.find({ select: { email: true, password: !id } })')) },
    { name: 'a flag that may be off, alone', code: typeorm(COLUMN, get('this.users.find({ select: { password: id > 1 } })')) },
    { name: 'columns of tables', code: drizzle(send('db.select({ id: users.id }).from(users)')) },
    { name: 'names left out, by a constant', code: sequelize(`const HIDDEN = ['password'];\n  ${send('User.findAll({ attributes: { exclude: HIDDEN } })')}`) },

    // Options.
    { name: 'options that a function makes', code: sequelize(send('User.findAll(build(req))')) },
    { name: 'options as further arguments', code: sequelize(send('User.findAll(...req.args)')) },
    { name: 'options that take in others', code: sequelize(send('User.findAll({ ...req.options, limit: 5 })')) },
    { name: 'options of which one kind cannot be read', code: sequelize(send('User.findAll(req.query.all ? { limit: 5 } : req.options)')) },
    { name: 'options with a default', code: sequelize(send('User.findAll(req.options ?? { limit: 5 })')) },
  ],
  invalid: [
    // Texts.
    exposed('it, in one text with commas', 'sensitiveRow', typeorm(COLUMN, get("«this.users.createQueryBuilder('user').select('user.id, user.password').getMany()»"))),
    exposed('it, under another name', 'sensitiveField', knex("'email', 'password as kept'")),
    exposed('it, by a constant', 'sensitiveRow', mongoose(PASSWORD, "const FIELDS = 'email password';\n  res.json(await «User.find({}, FIELDS)»);")),
    exposed('it, in a text with blanks around', 'sensitiveRow', mongoose(PASSWORD, "res.json(await «User.find().select(' password ')»);")),
    exposed('a star', 'sensitiveRow', objection("res.json(await «User.query().select('users.*')»);")),
    exposed('a star beside a name', 'sensitiveRow', objection("res.json(await «User.query().select('email', '*')»);")),

    // Lists.
    exposed('it, in a list by a constant', 'sensitiveRow', sequelize("const SHOWN = ['id', 'password'];\n  res.json(await «User.findAll({ attributes: SHOWN })»);")),
    exposed('it, in a list by a constant, as arguments', 'sensitiveRow', objection("const SHOWN = ['id', 'password'];\n  res.json(await «User.query().select(...SHOWN)»);")),
    exposed('it, in a list that another takes in', 'sensitiveRow', sequelize("const BASE = ['password'];\n  res.json(await «User.findAll({ attributes: [...BASE, 'email'] })»);")),
    exposed('it, in a list with a gap', 'sensitiveRow', sequelize("res.json(await «User.findAll({ attributes: [, 'password'] })»);")),
    exposed('it, beside a column that is worked out', 'sensitiveRow', sequelize("res.json(await «User.findAll({ attributes: [[sequelize.fn('MAX', sequelize.col('createdAt')), 'latest'], 'password'] })»);")),
    exposed('it, beside a column without a name', 'sensitiveRow', sequelize("res.json(await «User.findAll({ attributes: [sequelize.literal('1'), 'password'] })»);")),
    exposed('it, in a list of a query', 'sensitiveField', kysely(".select(['id', 'password'])")),
    exposed('it, by position', 'sensitiveField', knex("'id', 'password'")),
    exposed('it, among the columns of a model', 'sensitiveRow', lucid("User.query().select('id', 'password')")),

    // Objects of flags.
    exposed('it, by flags of a constant', 'sensitiveRow', mongoose(PASSWORD, 'const SHOWN = { password: 1 };\n  res.json(await «User.find({}, SHOWN)»);')),
    exposed('it, in flags that others take in', 'sensitiveRow', typeorm(COLUMN, get('«this.users.find({ select: { ...BASE, email: true } })»'), 'const BASE = { password: true };')),
    exposed('it, by a flag of a constant', 'sensitiveRow', typeorm(COLUMN, get('«this.users.find({ select: { email: true, password: SHOWN } })»'), 'const SHOWN = true;')),
    exposed('it, among the columns of a table', 'sensitiveRow', drizzle('res.json(await «db.select({ id: users.id, passwordHash: users.passwordHash }).from(users)»);')),
    exposed('another left out, by a constant', 'sensitiveRow', sequelize("const HIDDEN = ['createdAt'];\n  res.json(await «User.findAll({ attributes: { exclude: HIDDEN } })»);")),

    // Nothing that is asked for.
    exposed('null for a selection', 'sensitiveRow', mongoose(PASSWORD, 'res.json(await «User.find({}, null, { limit: 5 })»);')),
    exposed('undefined for a selection', 'sensitiveRow', sequelize('res.json(await «User.findAll({ attributes: undefined })»);')),
    exposed('other options by a constant', 'sensitiveRow', sequelize('const options = { limit: 5 };\n  res.json(await «User.findAll(options)»);')),
    exposed('options that take in a constant', 'sensitiveRow', sequelize('const options = { limit: 5 };\n  res.json(await «User.findAll({ ...options, offset: 5 })»);')),
    exposed('either of two options', 'sensitiveRow', sequelize('res.json(await «User.findAll(req.query.all ? { limit: 500 } : { limit: 5 })»);')),
    exposed('options that may be there', 'sensitiveRow', sequelize('res.json(await «User.findAll(req.query.few && { limit: 5 })»);')),
    exposed('a default for options', 'sensitiveRow', sequelize('const given = { limit: 3 };\n  res.json(await «User.findAll(given ?? { limit: 5 })»);')),
    exposed('a repository that is asked for', 'sensitiveRow', typeorm(COLUMN, get('«dataSource.getRepository(User).find()»'), "import { DataSource } from 'typeorm';\nconst dataSource = new DataSource({});")),
  ],
});

tester.run('no-sensitive-data-in-response (related rows)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a selection of several relations', code: posts(send("Post.find().populate('author editor', 'email')")) },
    { name: 'a selection of a relation by a constant', code: posts(`const AUTHOR = 'author';\n  ${send("Post.find().populate(AUTHOR, 'email')")}`) },
    { name: 'relations that cannot be read', code: posts(send('Post.find().populate(req.query.with)')) },
    { name: 'an included model with a list of no attributes', code: sequelize(send('Post.findAll({ include: [{ model: User, attributes: [] }] })')) },
    { name: 'an included model without it', code: sequelize(send("Post.findAll({ include: [{ model: User, attributes: { exclude: ['password'] } }] })")) },
    { name: 'an included model with options that take in others', code: sequelize(send('Post.findAll({ include: [{ model: User, ...req.options }] })')) },
    { name: 'an included model that is not known', code: sequelize(send('Post.findAll({ include: [{ model: req.model }] })')) },
    { name: 'relations left out', code: typeorm(COLUMN, get('this.articles.find({ relations: { author: false } })')) },
    { name: 'relations whose name is worked out', code: typeorm(COLUMN, get('this.articles.find({ relations: { [String(id)]: true } })')) },
  ],
  invalid: [
    exposed('it, in a selection of several relations', 'sensitiveRow', posts("res.json(await «Post.find().populate('author editor', 'password')»);")),
    exposed('it, in a selection of a relation by a constant', 'sensitiveRow', posts("const AUTHOR = 'author';\n  res.json(await «Post.find().populate(AUTHOR, 'password')»);")),
    exposed('a relation by a list of options', 'sensitiveRow', posts("res.json(await «Post.find().populate([{ path: 'author' }])»);")),
    exposed('an included model without another attribute', 'sensitiveRow', sequelize("res.json(await «Post.findAll({ include: [{ model: User, attributes: { exclude: ['email'] } }] })»);")),
    exposed('an included class', 'sensitiveRow', classes('res.json(await «Post.findAll({ include: [User] })»);')),
    exposed('an included class with options', 'sensitiveRow', classes('res.json(await «Post.findAll({ include: [{ model: User, required: true }] })»);')),
    exposed('relations by a constant', 'sensitiveRow', classes('const WITH = [User];\n  res.json(await «Post.findAll({ include: WITH })»);')),
    exposed('relations that take in others', 'sensitiveRow', classes('const WITH = [User];\n  res.json(await «Post.findAll({ include: [...WITH, ,] })»);')),
    exposed('relations by an object that is held by a name', 'sensitiveRow', typeorm(COLUMN, get('«this.articles.find({ relations: WITH })»'), 'const WITH = { author: true };')),
    exposed('relations by an object that takes in another', 'sensitiveRow', typeorm(COLUMN, get('«this.articles.find({ relations: { ...WITH } })»'), 'const WITH = { author: true };')),
  ],
});

const found = (body: string): string[] => judge(prisma(body), { rules: { 'no-sensitive-data-in-response': {} } }).found;

describe('no-sensitive-data-in-response (arguments of Prisma)', () => {
  it.each([
    ['an omit', 'prisma.post.findMany({ include: { author: { omit: { password: true } } } })', 'prisma.post.findMany({ include: { author: { omit: { email: true } } } })'],
    ['options of a relation by a constant', 'prisma.post.findMany({ include: { author: { select: { id: true } } } })', 'prisma.post.findMany({ include: { author: { where: { id: 1 } } } })'],
    ['options of a relation that take in others', 'prisma.post.findMany({ include: { author: { ...req.options } } })', 'prisma.post.findMany({ include: { author: {} } })'],
    ['options of a relation that cannot be read', 'prisma.post.findMany({ include: { author: req.author } })', 'prisma.post.findMany({ include: { author: true } })'],
    ['a relation that is not wanted', 'prisma.post.findMany({ include: { author: false } })', 'prisma.post.findMany({ include: { author: true } })'],
    ['a selection that takes in others', 'prisma.user.findMany({ select: { ...{ id: true }, email: true } })', 'prisma.user.findMany({ select: { ...{ password: true }, email: true } })'],
    ['an undefined selection', 'prisma.user.findMany({ select: req.select })', 'prisma.user.findMany({ select: undefined })'],
    ['arguments that take in others', 'prisma.user.findMany({ ...req.args, take: 5 })', 'prisma.user.findMany({ take: 5 })'],
    ['relations of a relation', 'prisma.user.findMany({ select: { posts: { select: { title: true } } } })', 'prisma.user.findMany({ select: { posts: { select: { author: true } } } })'],
  ])('tells %s', (_name, silent, reported) => {
    expect([found(`res.json(await ${silent});`).length, found(`res.json(await ${reported});`).length]).toEqual([0, 1]);
  });

  it('reads the options of a relation that a name holds', () => {
    expect(found('const options = { select: { id: true } };\n  res.json(await prisma.post.findMany({ include: { author: options } }));')).toEqual([]);
    expect(found('const options = { select: { password: true } };\n  res.json(await prisma.post.findMany({ include: { author: options } }));')).toHaveLength(1);
  });

  it('comes to an end where options name each other', () => {
    expect(found('var options = { include: { author: other } };\n  var other = { include: { posts: options } };\n  res.json(await prisma.post.findMany(options));')).toHaveLength(1);
  });
});
