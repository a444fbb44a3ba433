import { rule, tester } from '#kit';
import { EXPRESS, listing, MONGOOSE, PRISMA, uncapped } from './pagination.kit.js';

const SEQUELIZE = "import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst User = sequelize.define('User', { name: DataTypes.STRING });\n";
const TYPEORM = "import { DataSource, Entity } from 'typeorm';\n@Entity()\nclass User {}\nconst source = new DataSource({ type: 'postgres' });\nconst users = source.getRepository(User);\n";
const DRIZZLE = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { sql } from 'drizzle-orm';\nimport { pgTable, serial } from 'drizzle-orm/pg-core';\nconst users = pgTable('users', { id: serial('id') });\nconst db = drizzle(process.env.URL!, { schema: { users } });\n";
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const KYSELY = "import { Kysely, sql } from 'kysely';\nconst db = new Kysely<Tables>({ dialect });\n";
const MIKRO = "import { MikroORM } from '@mikro-orm/postgresql';\nimport { User } from './entities';\nconst orm = await MikroORM.init();\nconst em = orm.em.fork();\n";
const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

tester.run('require-pagination-cap: sizes that the client chooses', rule('require-pagination-cap'), {
  valid: [
    { name: 'a constant size', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: 20 }));') },
    { name: 'a request value that is no size', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ skip: Number(req.query.offset), take: 20 }));') },
    { name: 'a size of the signed-in user, whom the app itself knows', code: "import Fastify from 'fastify';\nconst app = Fastify();\n" + PRISMA + "app.get('/users', async (request) => prisma.user.findMany({ take: request.user.pageSize }));\n" },
    { name: 'a parameter whose callers cannot be seen', code: `${PRISMA}export function list(limit: number) {\n  return prisma.user.findMany({ take: limit });\n}\n` },
    { name: 'a bound placeholder that is no limit', code: listing(PG, "res.json((await pool.query('SELECT id FROM users WHERE role = $1 LIMIT 20', [req.query.limit])).rows);") },
    { name: 'the offset of LIMIT offset, size', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM users LIMIT ${req.query.offset}, 20`)).rows);') },
    { name: 'a read of a cache', code: listing("import Redis from 'ioredis';\nconst redis = new Redis();\n", 'res.json(await redis.lrange("log", 0, Number(req.query.limit)));') },
    { name: 'a slice in memory', code: listing(PRISMA, 'const rows = await prisma.user.findMany({ take: 100 });\n  res.json(rows.slice(0, Number(req.query.limit)));') },
  ],
  invalid: [
    uncapped({
      name: 'Prisma take',
      code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: «Number(req.query.limit)» }));'),
      data: { value: 'limit', query: 'user.findMany', max: '100' },
    }),
    uncapped({ name: 'TypeORM take among the options', code: listing(TYPEORM, 'res.json(await users.find({ take: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'TypeORM findAndCount', code: listing(TYPEORM, 'const [rows, total] = await users.findAndCount({ take: «Number(req.query.limit)» });\n  res.json({ rows, total });') }),
    uncapped({ name: 'TypeORM query builder take', code: listing(TYPEORM, "res.json(await users.createQueryBuilder('u').take(«Number(req.query.limit)»).getMany());") }),
    uncapped({ name: 'TypeORM query builder limit, statement by statement', code: listing(TYPEORM, "const query = users.createQueryBuilder('u');\n  query.limit(«Number(req.query.limit)»);\n  res.json(await query.getMany());") }),
    uncapped({
      name: 'Mongoose limit()',
      code: listing(MONGOOSE, 'res.json(await User.find().limit(«Number(req.query.limit)»));'),
      data: { value: 'limit', query: 'User.find', max: '100' },
    }),
    uncapped({ name: 'Mongoose limit() with exec()', code: listing(MONGOOSE, 'res.json(await User.find().sort("-name").limit(«Number(req.query.limit)»).lean().exec());') }),
    uncapped({ name: 'Mongoose options of find()', code: listing(MONGOOSE, 'res.json(await User.find({}, null, { limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'Mongoose $limit in a pipeline', code: listing(MONGOOSE, 'res.json(await User.aggregate([{ $match: { role: "a" } }, { $limit: «Number(req.query.limit)» }]));') }),
    uncapped({ name: 'Mongoose aggregate().limit()', code: listing(MONGOOSE, 'res.json(await User.aggregate().match({ role: "a" }).limit(«Number(req.query.limit)»));') }),
    uncapped({ name: 'a paginate plugin of Mongoose', code: listing(MONGOOSE, 'res.json(await User.paginate({}, { page: 1, limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'the MongoDB driver', code: listing("import { MongoClient } from 'mongodb';\nconst db = new MongoClient(url).db();\n", "res.json(await db.collection('users').find().limit(«Number(req.query.limit)»).toArray());") }),
    uncapped({ name: 'Sequelize limit', code: listing(SEQUELIZE, 'res.json(await User.findAll({ limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'Sequelize findAndCountAll', code: listing(SEQUELIZE, 'res.json(await User.findAndCountAll({ offset: 0, limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'Drizzle limit()', code: listing(DRIZZLE, 'res.json(await db.select().from(users).limit(«Number(req.query.limit)»));') }),
    uncapped({ name: 'Drizzle relational query', code: listing(DRIZZLE, 'res.json(await db.query.users.findMany({ limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'Drizzle sql', code: listing(DRIZZLE, 'res.json(await db.execute(sql`SELECT * FROM users LIMIT ${«req.query.limit»}`));') }),
    uncapped({ name: 'Knex limit()', code: listing(KNEX, "res.json(await db('users').select('id').limit(«Number(req.query.limit)»));") }),
    uncapped({ name: 'Knex raw()', code: listing(KNEX, "res.json((await db.raw('SELECT * FROM users LIMIT ?', [«Number(req.query.limit)»])).rows);") }),
    uncapped({ name: 'Kysely limit()', code: listing(KYSELY, "res.json(await db.selectFrom('users').selectAll().limit(«Number(req.query.limit)»).execute());") }),
    uncapped({ name: 'Kysely sql', code: listing(KYSELY, 'res.json(await sql`select * from users limit ${«req.query.limit»}`.execute(db));') }),
    uncapped({ name: 'MikroORM limit', code: listing(MIKRO, 'res.json(await em.find(User, {}, { limit: «Number(req.query.limit)» }));') }),
    uncapped({ name: 'MikroORM cursor', code: listing(MIKRO, 'res.json(await em.findByCursor(User, {}, { first: «Number(req.query.first)» }));') }),
    uncapped({ name: 'MikroORM query builder', code: listing(MIKRO, 'res.json(await em.createQueryBuilder(User).select("*").limit(«Number(req.query.limit)»).getResult());') }),
    uncapped({ name: 'Objection page()', code: listing("import { Model } from 'objection';\nclass User extends Model {}\n", 'res.json(await User.query().page(0, «Number(req.query.pageSize)»));') }),
    uncapped({ name: 'LIMIT in a template', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM users ORDER BY id LIMIT ${«req.query.limit»}`)).rows);') }),
    uncapped({ name: 'LIMIT in a concatenation', code: listing(PG, "res.json((await pool.query('SELECT * FROM users LIMIT ' + «req.query.limit»)).rows);") }),
    uncapped({ name: 'LIMIT with a numbered parameter', code: listing(PG, "res.json((await pool.query('SELECT * FROM users WHERE role = $1 LIMIT $2', [req.query.role, «Number(req.query.limit)»])).rows);") }),
    uncapped({ name: 'LIMIT in the middle of a concatenation', code: listing(PG, "res.json((await pool.query('SELECT * FROM users LIMIT ' + «req.query.limit» + ' OFFSET 0')).rows);") }),
    uncapped({ name: 'LIMIT with an offset and a size that have names', code: listing("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ namedPlaceholders: true });\n", "res.json((await pool.query('SELECT * FROM users LIMIT :from, :size', { from: 0, size: «Number(req.query.size)» }))[0]);") }),
    uncapped({ name: 'LIMIT in a constant', code: listing(`${PG}const LIST = 'SELECT * FROM users LIMIT $1';\n`, 'res.json((await pool.query(LIST, [«Number(req.query.limit)»])).rows);') }),
    uncapped({ name: 'LIMIT offset, size', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM users LIMIT ${req.query.offset}, ${«req.query.limit»}`)).rows);') }),
    uncapped({ name: 'FETCH FIRST n ROWS', code: listing(PG, 'res.json((await pool.query(`SELECT * FROM users FETCH FIRST ${«req.query.limit»} ROWS ONLY`)).rows);') }),
    uncapped({ name: "Prisma's tagged SQL", code: listing(PRISMA, 'res.json(await prisma.$queryRaw`SELECT * FROM "User" LIMIT ${«Number(req.query.limit)»}`);') }),
    uncapped({
      name: 'a LIMIT fragment',
      code: listing(`${PRISMA}import { Prisma } from '@prisma/client';\n`, 'const page = Prisma.sql`LIMIT ${«Number(req.query.limit)»}`;\n  res.json(await prisma.$queryRaw`SELECT * FROM "User" ${page}`);'),
    }),
  ],
});

tester.run('require-pagination-cap: ways from the request to the size', rule('require-pagination-cap'), {
  valid: [],
  invalid: [
    uncapped({ name: 'destructured', code: listing(PRISMA, 'const { limit } = req.query;\n  res.json(await prisma.user.findMany({ take: «+limit» }));') }),
    uncapped({ name: 'renamed', code: listing(PRISMA, 'const { limit: size } = req.query;\n  res.json(await prisma.user.findMany({ take: «+size» }));'), data: { value: 'limit', query: 'user.findMany', max: '100' } }),
    uncapped({ name: 'cast', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: «req.query.limit as unknown as number» }));') }),
    uncapped({ name: 'from the body', code: `${EXPRESS}${PRISMA}app.post('/users/search', async (req, res) => {\n  res.json(await prisma.user.findMany({ take: «req.body.page.size» }));\n});\n` }),
    uncapped({ name: 'from the path', code: `${EXPRESS}${PRISMA}app.get('/users/top/:count', async (req, res) => {\n  res.json(await prisma.user.findMany({ take: «Number(req.params.count)» }));\n});\n` }),
    uncapped({ name: 'options held by a variable', code: listing(PRISMA, 'const options = { take: «Number(req.query.limit)» };\n  res.json(await prisma.user.findMany(options));') }),
    uncapped({ name: 'options that are spread', code: listing(PRISMA, 'const page = { skip: 0, take: «Number(req.query.limit)» };\n  res.json(await prisma.user.findMany({ where: {}, ...page }));') }),
    uncapped({ name: 'through a helper that only parses', code: `function toInt(text) {\n  return Number.parseInt(text, 10);\n}\n${listing(PRISMA, 'res.json(await prisma.user.findMany({ take: «toInt(req.query.limit)» }));')}` }),
    uncapped({ name: 'doubled on the way', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: «Number(req.query.limit) + 1» }));') }),
    uncapped({ name: 'Koa', code: `import Router from '@koa/router';\nconst router = new Router();\n${PRISMA}router.get('/users', async (ctx) => {\n  ctx.body = await prisma.user.findMany({ take: «Number(ctx.query.limit)» });\n});\n` }),
    uncapped({ name: 'Fastify', code: `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}app.get('/users', async (request) => prisma.user.findMany({ take: «Number(request.query.limit)» }));\n` }),
    uncapped({ name: 'Hono', code: `import { Hono } from 'hono';\nconst app = new Hono();\n${PRISMA}app.get('/users', async (c) => c.json(await prisma.user.findMany({ take: «Number(c.req.query('limit'))» })));\n`, data: { value: 'limit', query: 'user.findMany', max: '100' } }),
    uncapped({ name: 'hapi', code: `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n${PRISMA}server.route({ method: 'GET', path: '/users', handler: (request) => prisma.user.findMany({ take: «Number(request.query.limit)» }) });\n` }),
    uncapped({ name: 'NestJS', code: `import { Controller, Get, Query } from '@nestjs/common';\n${PRISMA}@Controller('users')\nexport class UsersController {\n  @Get()\n  list(@Query('limit') limit: number) {\n    return prisma.user.findMany({ take: «limit» });\n  }\n}\n` }),
  ],
});
