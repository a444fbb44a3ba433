/** How each library declares a secret, and how it keeps one out of answers. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { drizzle, exposed, get, handler, mikro, mongoose, objection, prisma, send, sequelize, typeorm } from './sensitive.kit.js';

const HIDDEN = 'password: { type: String, select: false }';

tester.run('no-sensitive-data-in-response (Mongoose)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a field that queries do not select', code: mongoose(HIDDEN, send('User.findById(req.params.id)')) },
    { name: 'select without it', code: mongoose('password: String', send("User.findById(req.params.id).select('-password')")) },
    { name: 'select of others', code: mongoose('password: String', send("User.findById(req.params.id).select('email name')")) },
    { name: 'select as an object', code: mongoose('password: String', send('User.findById(req.params.id).select({ password: 0 })')) },
    { name: 'a projection', code: mongoose('password: String', send("User.find({}, 'email')")) },
    { name: 'a projection as an object', code: mongoose('password: String', send('User.find({}, { password: 0 })')) },
    { name: 'a selection that cannot be read', code: mongoose('password: String', send('User.find({}, req.fields)')) },
    { name: 'the options of an update', code: mongoose('password: String', send("User.findByIdAndUpdate(req.params.id, { email: 'x' }, { new: true, select: '-password' })")) },
    { name: 'a toJSON of the schema', code: mongoose('password: String', send('User.findById(req.params.id)'), "schema.set('toJSON', { transform(doc, ret) { delete ret.password; } });") },
    { name: 'a toJSON among the options', code: handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ password: String }, { toJSON: { transform: (doc, { password, ...ret }) => ret } }));", send('User.find()')) },
    { name: 'a toJSON method', code: mongoose('password: String', send('User.findById(req.params.id)'), 'schema.methods.toJSON = function () {\n  const user = this.toObject();\n  delete user.password;\n  return user;\n};') },
    { name: 'a plugin that hides fields', code: mongoose('password: { type: String, private: true }', send('User.findById(req.params.id)'), "schema.plugin(require('./toJSON'));") },
    { name: 'a populated document with a selection', code: handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", send("Post.find().populate('author', 'email')")) },
    { name: 'a populated document with a selection in an object', code: handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", send("Post.find().populate({ path: 'author', select: '-password' })")) },
    { name: 'a reference that is not populated', code: handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", send('Post.find()')) },
  ],
  invalid: [
    exposed('a plain field', 'sensitiveRow', mongoose('password: String', 'res.json(await «User.findById(req.params.id)»);')),
    exposed('a hidden field that is asked for', 'sensitiveRow', mongoose(HIDDEN, "res.json(await «User.findById(req.params.id).select('+password')»);")),
    exposed('a document that was just made, whatever queries select', 'sensitiveRow', mongoose(HIDDEN, 'res.json(await «User.create(req.body)»);')),
    exposed('select without another', 'sensitiveRow', mongoose('password: String', "res.json(await «User.findById(req.params.id).select('-__v')»);")),
    exposed('a projection of another', 'sensitiveRow', mongoose('password: String', "res.json(await «User.find({}, { __v: 0 })»);")),
    exposed('a toJSON that takes out something else', 'sensitiveRow', mongoose('password: String', 'res.json(await «User.findById(req.params.id)»);', "schema.set('toJSON', { transform(doc, ret) { ret.id = ret._id; delete ret._id; } });")),
    exposed('a plain object, which toJSON does not know', 'sensitiveRow', mongoose('password: String', 'res.json(await «User.findById(req.params.id).lean()»);', "schema.set('toJSON', { transform(doc, ret) { delete ret.password; } });")),
    exposed('a field of an object inside', 'sensitiveRow', mongoose('local: { password: String }', 'res.json(await «User.findById(req.params.id)»);')),
    exposed('a builder that is finished later', 'sensitiveRow', mongoose('password: String', "const query = User.find();\n  query.sort('email');\n  const users = await query;\n  res.json(«users»);")),
    exposed('a populated document', 'sensitiveRow', handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", "res.json(await «Post.find().populate('author')»);")),
    exposed('the populated document alone', 'sensitiveRow', handler("import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst Post = mongoose.model('Post', new mongoose.Schema({ author: { type: mongoose.Schema.Types.ObjectId, ref: 'User' } }));", "const post = await Post.findById(req.params.id).populate('author');\n  res.json({ title: post.title, author: «post.author» });")),
  ],
});

tester.run('no-sensitive-data-in-response (Sequelize)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'what an association leads to', code: sequelize("const user = await User.findByPk(req.params.id);\n  res.json(await user.getPosts());") },
    { name: 'attributes without it', code: sequelize(send("User.findByPk(req.params.id, { attributes: { exclude: ['password'] } })")) },
    { name: 'a list of attributes', code: sequelize(send("User.findAll({ attributes: ['id', 'email'] })")) },
    { name: 'a default scope', code: sequelize(send('User.findAll()'), '', ", { defaultScope: { attributes: { exclude: ['password'] } } }") },
    { name: 'a default scope with a list', code: sequelize(send('User.findAll()'), '', ", { defaultScope: { attributes: ['id', 'email'] } }") },
    { name: 'a named scope', code: sequelize(send("User.scope('public').findAll()")) },
    { name: 'a toJSON of the model', code: sequelize(send('User.findAll()'), 'User.prototype.toJSON = function () {\n  const values = { ...this.get() };\n  delete values.password;\n  return values;\n};') },
    { name: 'an included model with attributes', code: sequelize(send("Post.findAll({ include: [{ model: User, attributes: ['id'] }] })")) },
  ],
  invalid: [
    exposed('a row', 'sensitiveRow', sequelize('res.json(await «User.findByPk(req.params.id)»);')),
    exposed('attributes without another', 'sensitiveRow', sequelize("res.json(await «User.findAll({ attributes: { exclude: ['createdAt'] } })»);")),
    exposed('its plain values', 'sensitiveRow', sequelize('const user = await User.findByPk(req.params.id);\n  res.json(«user».get({ plain: true }));')),
    exposed('a row that is changed and sent', 'sensitiveRow', sequelize('const user = await User.findByPk(req.params.id);\n  res.json(await «user».update({ email: req.body.email }));')),
    exposed('an included model', 'sensitiveRow', sequelize('res.json(await «Post.findAll({ include: [User] })»);')),
    exposed('an included model with options', 'sensitiveRow', sequelize("res.json(await «Post.findAll({ include: [{ model: User, as: 'author' }] })»);")),
    exposed('a field through get', 'sensitiveField', sequelize("const user = await User.findByPk(req.params.id);\n  res.json({ kept: «user».get('password') });")),
  ],
});

const COLUMN = '@Column() password: string;';

tester.run('no-sensitive-data-in-response (TypeORM)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'how many rows there are', code: typeorm('@Column() password: string;', '@Get()\n  async count() {\n    const [, total] = await this.users.findAndCount();\n    return { total };\n  }') },
    { name: 'a column that queries do not select', code: typeorm('@Column({ select: false }) password: string;', get('this.users.findOneBy({ id })')) },
    { name: 'an excluded field', code: typeorm('@Exclude() @Column() password: string;', get('this.users.findOneBy({ id })'), "import { Exclude } from 'class-transformer';") },
    { name: 'select', code: typeorm(COLUMN, get("this.users.findOne({ where: { id }, select: ['id', 'email'] })")) },
    { name: 'select as an object', code: typeorm(COLUMN, get('this.users.findOne({ where: { id }, select: { id: true, email: true } })')) },
    { name: 'columns of a builder', code: typeorm(COLUMN, get("this.users.createQueryBuilder('user').select(['user.id', 'user.email']).getMany()")) },
    { name: 'a relation that is not loaded', code: typeorm(COLUMN, get('this.articles.find()')) },
    { name: 'a joined row that is not selected', code: typeorm(COLUMN, get("this.articles.createQueryBuilder('article').leftJoin('article.author', 'author').getMany()")) },
    { name: 'what is saved without a password', code: typeorm(COLUMN, "@Post() async create(@Body() dto: EmailDto) {\n    return this.users.save(dto);\n  }") },
    { name: 'a saved row whose password was deleted', code: typeorm(COLUMN, "@Post() async create(@Param('id') id: number, @Body() dto: EmailDto) {\n    const user = await this.users.findOneBy({ id });\n    delete user.password;\n    return this.users.save(Object.assign(user, dto));\n  }") },
    { name: 'a serializer of the handler', code: typeorm(COLUMN, `@Serialize(EmailDto) ${get('this.users.findOneBy({ id })')}`, "import { Serialize } from './serialize';") },
    { name: 'an interceptor that maps answers', code: typeorm(COLUMN, `@UseInterceptors(Shape) ${get('this.users.findOneBy({ id })')}`, "import { UseInterceptors } from '@nestjs/common';\nimport { map } from 'rxjs';\nclass Shape {\n  intercept(context, next) {\n    return next.handle().pipe(map((data) => ({ id: data.id })));\n  }\n}") },
  ],
  invalid: [
    exposed('the rows beside how many there are', 'sensitiveRow', typeorm('@Column() password: string;', '@Get()\n  async page() {\n    const [rows, total] = await this.users.findAndCount();\n    return { «rows», total };\n  }')),
    exposed('a row', 'sensitiveRow', typeorm(COLUMN, get('«this.users.findOneBy({ id })»'))),
    exposed('a field that is excluded from input only', 'sensitiveRow', typeorm('@Exclude({ toClassOnly: true }) @Column() password: string;', get('«this.users.findOneBy({ id })»'), "import { Exclude } from 'class-transformer';")),
    exposed('a hidden column that is asked for', 'sensitiveRow', typeorm('@Column({ select: false }) password: string;', get("«this.users.createQueryBuilder('user').addSelect('user.password').getOne()»"))),
    exposed('the whole of a builder', 'sensitiveRow', typeorm(COLUMN, get("«this.users.createQueryBuilder('user').select('user').getMany()»"))),
    exposed('a loaded relation', 'sensitiveRow', typeorm(COLUMN, get("«this.articles.find({ relations: ['author'] })»"))),
    exposed('a loaded relation, as an object', 'sensitiveRow', typeorm(COLUMN, get('«this.articles.find({ relations: { author: true } })»'))),
    exposed('a joined row', 'sensitiveRow', typeorm(COLUMN, get("«this.articles.createQueryBuilder('article').leftJoinAndSelect('article.author', 'author').getMany()»"))),
    exposed('what is saved with a password', 'sensitiveRow', typeorm('@Column({ select: false }) password: string;', "@Post() async create(@Body() dto: EmailDto) {\n    const user = this.users.create({ ...dto, password: await hash(dto) });\n    return «this.users.save(user)»;\n  }")),
    exposed('an interceptor that changes nothing', 'sensitiveRow', typeorm(COLUMN, `@UseInterceptors(FileInterceptor('file')) ${get('«this.users.findOneBy({ id })»')}`, "import { UseInterceptors } from '@nestjs/common';\nimport { FileInterceptor } from '@nestjs/platform-express';")),
  ],
});

tester.run('no-sensitive-data-in-response (MikroORM)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a hidden property', code: mikro('{ hidden: true }', send('orm.em.findOne(User, 1)')) },
    { name: 'a lazy property', code: mikro('{ lazy: true }', send('orm.em.findOne(User, 1)')) },
    { name: 'named fields', code: mikro('', send("orm.em.find(User, {}, { fields: ['id'] })")) },
    { name: 'fields left out', code: mikro('', send("orm.em.find(User, {}, { exclude: ['password'] })")) },
    { name: 'a relation that is not populated', code: mikro('', send('orm.em.find(Post, {})')) },
  ],
  invalid: [
    exposed('a property', 'sensitiveRow', mikro('', 'res.json(await «orm.em.findOne(User, 1)»);')),
    exposed('a populated relation', 'sensitiveRow', mikro('', "res.json(await «orm.em.find(Post, {}, { populate: ['author'] })»);")),
  ],
});

tester.run('no-sensitive-data-in-response (Drizzle)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'named columns', code: drizzle(send('db.select({ id: users.id, email: users.email }).from(users)')) },
    { name: 'columns of a relational query', code: drizzle(send('db.query.users.findMany({ columns: { passwordHash: false } })')) },
    { name: 'named columns of a relational query', code: drizzle(send('db.query.users.findFirst({ columns: { id: true } })')) },
    { name: 'named columns of what was written', code: drizzle(send('db.update(users).set({ email: req.body.email }).returning({ id: users.id })')) },
  ],
  invalid: [
    exposed('all columns', 'sensitiveRow', drizzle('res.json(await «db.select().from(users)»);')),
    exposed('the first row', 'sensitiveRow', drizzle('const [user] = await db.select().from(users).where(eq(users.id, 1));\n  res.json(«user»);')),
    exposed('a relational query', 'sensitiveRow', drizzle('res.json(await «db.query.users.findMany()»);')),
    exposed('what was written', 'sensitiveRow', drizzle('res.json(await «db.update(users).set({ email: req.body.email }).where(eq(users.id, 1)).returning()»);')),
  ],
});

tester.run('no-sensitive-data-in-response (Objection)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'named columns', code: objection(send("User.query().select('id', 'email')")) },
    { name: 'a $formatJson of the model', code: objection(send('User.query()'), '$formatJson(json) {\n    json = super.$formatJson(json);\n    delete json.password;\n    return json;\n  }') },
  ],
  invalid: [
    exposed('a row', 'sensitiveRow', objection('res.json(await «User.query().findById(req.params.id)»);')),
    exposed('a $formatJson that takes out something else', 'sensitiveRow', objection('res.json(await «User.query()»);', '$formatJson(json) {\n    json = super.$formatJson(json);\n    delete json.createdAt;\n    return json;\n  }')),
  ],
});

const lucid = (option: string): string => `import { BaseModel, column } from '@adonisjs/lucid/orm';\nclass User extends BaseModel {\n  @column() declare email: string;\n  @column(${option}) declare password: string;\n}\nexport default class UsersController {\n  async index({ response }: HttpContext) {\n    return response.ok(await «User.all()»);\n  }\n}\nimport type { HttpContext } from '@adonisjs/core/http';\n`;

tester.run('no-sensitive-data-in-response (Lucid)', rule('no-sensitive-data-in-response'), {
  valid: [{ name: 'a column that is not serialized', code: lucid('{ serializeAs: null }').replace(/[«»]/g, '') }],
  invalid: [exposed('a column', 'sensitiveRow', lucid(''))],
});

const fastify = (options: string): string => `import fastify from 'fastify';\nimport mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst app = fastify();\napp.get('/users', ${options} async () => «User.find()»);\n`;
const trpc = (output: string): string => `import { initTRPC } from '@trpc/server';\nimport { z } from 'zod';\nimport mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ email: String, password: String }));\nconst t = initTRPC.create();\nexport const router = t.router({ users: t.procedure${output}.query(async () => {\n  return «User.find()»;\n}) });\n`;

tester.run('no-sensitive-data-in-response (frameworks)', rule('no-sensitive-data-in-response'), {
  valid: [
    { name: 'a schema of the answer', code: fastify("{ schema: { response: { 200: { type: 'object', properties: { email: { type: 'string' } } } } } },").replace(/[«»]/g, '') },
    { name: 'a schema from elsewhere', code: `import { schema } from './schema';\n${fastify('{ schema },').replace(/[«»]/g, '')}` },
    { name: 'the output of a procedure', code: trpc('.output(z.object({ email: z.string() }))').replace(/[«»]/g, '') },
  ],
  invalid: [
    exposed('a schema of the request', 'sensitiveRow', fastify("{ schema: { querystring: { type: 'object' } } },")),
    exposed('a procedure', 'sensitiveRow', trpc('')),
  ],
});

describe('no-sensitive-data-in-response (Prisma)', () => {
  it.each([
    ['a select', 'res.json(await prisma.user.findMany({ select: { id: true, email: true } }));'],
    ['a column that only some ask for', 'const load = (includePassword = false) => prisma.user.findFirst({ select: { id: true, password: includePassword } });\n  res.json(await load());'],
    ['an omit', 'res.json(await prisma.user.findMany({ omit: { password: true } }));'],
    ['arguments that cannot be read', 'res.json(await prisma.user.findMany(req.args));'],
    ['a relation with a select', 'res.json(await prisma.post.findMany({ include: { author: { select: { email: true } } } }));'],
    ['a relation that is not loaded', 'res.json(await prisma.post.findMany());'],
    ['a count of a relation', 'res.json(await prisma.post.findMany({ include: { _count: { select: { author: true } } } }));'],
    ['a relation that is left out again', 'const post = await prisma.post.findFirst({ include: { author: true } });\n  const { author, ...rest } = post;\n  res.json(rest);'],
  ])('leaves alone %s', (_name, body) => {
    const { found, expected } = judge(prisma(body), { rules: { 'no-sensitive-data-in-response': {} } });
    expect(found).toEqual(expected);
  });

  it.each([
    ['a row', 'res.json(await prisma.user.findUnique({ where: { id: 1 } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['an omit of another', 'res.json(await prisma.user.findMany({ omit: { email: true } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['a select of it', 'res.json(await prisma.user.findMany({ select: { id: true, password: true } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['a deleted row', 'res.json(await prisma.user.delete({ where: { id: 1 } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['a loaded relation', 'res.json(await prisma.post.findMany({ include: { author: true } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['a relation of a relation', 'res.json(await prisma.user.findMany({ select: { posts: { include: { author: true } } } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['a selected relation', 'res.json(await prisma.post.findMany({ select: { author: true } })); // expect: no-sensitive-data-in-response/sensitiveRow'],
    ['what a transaction gives', 'res.json(await prisma.$transaction(async (tx) => tx.user.findFirst())); // expect: no-sensitive-data-in-response/sensitiveRow'],
  ])('reports %s', (_name, body) => {
    const { found, expected } = judge(prisma(body), { rules: { 'no-sensitive-data-in-response': {} } });
    expect(found).toEqual(expected);
  });

  it('leaves alone what the client omits everywhere', () => {
    expect(judge(prisma('res.json(await prisma.user.findMany());', 'new PrismaClient({ omit: { user: { password: true } } })'), { rules: { 'no-sensitive-data-in-response': {} } }).found).toEqual([]);
  });
});
