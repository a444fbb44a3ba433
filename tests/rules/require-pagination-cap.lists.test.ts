import { describe, expect, it } from 'vitest';
import { inApp, judge, rule, tester } from '#kit';
import { EXPRESS, listing, MONGOOSE, PRISMA } from './pagination.kit.js';

const unbounded = (line?: number) => [{ messageId: 'unboundedList' as const, ...(line !== undefined && { line }) }];
const saying = (query: string, size: string) => [{ messageId: 'unboundedList' as const, data: { query, size } }];

tester.run('require-pagination-cap: lists with no size, by library', rule('require-pagination-cap'), {
  valid: [
    { name: 'Prisma with take', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: 50 }));') },
    { name: 'Mongoose with limit()', code: listing(MONGOOSE, 'res.json(await User.find().limit(50));') },
    { name: 'Mongoose: groups of documents', code: listing(MONGOOSE, "res.json(await User.aggregate([{ $match: { role: 'a' } }, { $group: { _id: '$team', count: { $sum: 1 } } }]));") },
    { name: 'Mongoose: how many there are', code: listing(MONGOOSE, "res.json(await User.aggregate([{ $match: { role: 'a' } }, { $count: 'users' }]));") },
    { name: 'Mongoose with $limit', code: listing(MONGOOSE, 'res.json(await User.aggregate([{ $sort: { name: 1 } }, { $limit: 50 }]));') },
    { name: "a paginate plugin's own default", code: listing(MONGOOSE, 'res.json(await User.paginate({}));') },
    { name: 'SQL with LIMIT', code: listing("import { Pool } from 'pg';\nconst pool = new Pool();\n", "res.json((await pool.query('SELECT * FROM users LIMIT 50')).rows);") },
    { name: 'SQL with a LIMIT fragment', code: listing(`${PRISMA}import { Prisma } from '@prisma/client';\n`, 'const page = Prisma.sql`LIMIT ${50}`;\n  res.json(await prisma.$queryRaw`SELECT * FROM "User" ${page}`);') },
    { name: 'an options object that cannot be read', code: listing(`${PRISMA}import { pageOf } from '@acme/pages';\n`, 'res.json(await prisma.user.findMany(pageOf(req)));') },
    { name: 'options spread from something that cannot be read', code: listing(`${PRISMA}import { pageOf } from '@acme/pages';\n`, 'res.json(await prisma.user.findMany({ orderBy: { name: "asc" }, ...pageOf(req) }));') },
    { name: 'a write that gives rows back', code: listing("import knex from 'knex';\nconst db = knex({ client: 'pg' });\n", "res.json(await db('users').update({ seen: true }).returning('*'));") },
  ],
  invalid: [
    { name: 'Prisma', code: listing(PRISMA, 'res.json(await prisma.user.findMany());'), errors: saying('user.findMany', '`take`') },
    { name: 'Prisma with options that set no size', code: listing(PRISMA, "const options = { orderBy: { name: 'asc' } };\n  res.json(await prisma.user.findMany(options));"), errors: unbounded(7) },
    { name: 'TypeORM', code: listing("import { DataSource } from 'typeorm';\nconst users = new DataSource({}).getRepository('User');\n", 'res.json(await users.find());'), errors: unbounded(6) },
    { name: 'TypeORM query builder', code: listing("import { DataSource } from 'typeorm';\nconst users = new DataSource({}).getRepository('User');\n", "res.json(await users.createQueryBuilder('u').orderBy('u.name').getMany());"), errors: unbounded(6) },
    { name: 'Mongoose', code: listing(MONGOOSE, 'res.json(await User.find());'), errors: saying('User.find', '`.limit()`') },
    { name: 'Mongoose aggregate', code: listing(MONGOOSE, 'res.json(await User.aggregate([{ $sort: { name: 1 } }]));'), errors: unbounded(6) },
    { name: 'Mongoose with a callback', code: listing(MONGOOSE, 'User.find({}, (err, users) => {\n    res.json(users);\n  });'), errors: unbounded(6) },
    { name: 'Mongoose with then()', code: listing(MONGOOSE, 'User.find().then((users) => res.json(users));'), errors: unbounded(6) },
    { name: 'the MongoDB driver', code: listing("import { MongoClient } from 'mongodb';\nconst db = new MongoClient(url).db();\n", "res.json(await db.collection('users').find({}).toArray());"), errors: unbounded(6) },
    { name: 'Sequelize', code: listing("import { DataTypes, Sequelize } from 'sequelize';\nconst User = new Sequelize('sqlite::memory:').define('User', { name: DataTypes.STRING });\n", 'res.json(await User.findAll());'), errors: unbounded(6) },
    { name: 'Drizzle', code: listing("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { users } from './schema';\nconst db = drizzle(url);\n", 'res.json(await db.select().from(users));'), errors: unbounded(7) },
    { name: 'Drizzle relational query', code: listing("import { drizzle } from 'drizzle-orm/node-postgres';\nconst db = drizzle(url);\n", 'res.json(await db.query.users.findMany());'), errors: unbounded(6) },
    { name: 'Knex', code: listing("import knex from 'knex';\nconst db = knex({ client: 'pg' });\n", "res.json(await db('users').select('id', 'name'));"), errors: unbounded(6) },
    { name: 'Kysely', code: listing("import { Kysely } from 'kysely';\nconst db = new Kysely({ dialect });\n", "res.json(await db.selectFrom('users').selectAll().execute());"), errors: unbounded(6) },
    { name: 'MikroORM', code: listing("import { MikroORM } from '@mikro-orm/postgresql';\nimport { User } from './entities';\nconst orm = await MikroORM.init();\n", 'res.json(await orm.em.fork().find(User, {}));'), errors: unbounded(7) },
    { name: 'SQL through pg', code: listing("import { Pool } from 'pg';\nconst pool = new Pool();\n", "const { rows } = await pool.query('SELECT id, name FROM users ORDER BY name');\n  res.json(rows);"), errors: unbounded(6) },
    { name: 'SQL through mysql2, whose rows come first in an array', code: listing("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "const [rows] = await pool.query('SELECT id, name FROM users');\n  res.json(rows);"), errors: unbounded(6) },
    { name: "Prisma's tagged SQL", code: listing(PRISMA, 'res.json(await prisma.$queryRaw`SELECT id, name FROM "User"`);'), errors: unbounded(6) },
  ],
});

const route = (framework: string, code: string) => ({ name: framework, code, errors: unbounded() });

tester.run('require-pagination-cap: lists with no size, by way to the client', rule('require-pagination-cap'), {
  valid: [
    { name: 'rows that are counted in memory', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json({ total: users.length });') },
    { name: 'rows that feed another query', code: listing(PRISMA, 'const users = await prisma.user.findMany({ select: { id: true } });\n  await prisma.mail.createMany({ data: users.map((user) => ({ to: user.id })) });\n  res.sendStatus(202);') },
    { name: 'one of them is sent', code: listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json(users[0]);') },
    { name: 'a middleware that only looks', code: `${EXPRESS}${PRISMA}app.use(async (req, res, next) => {\n  res.locals.users = await prisma.user.findMany();\n  next();\n});\n` },
    { name: 'a job', code: `${PRISMA}export async function nightly() {\n  const users = await prisma.user.findMany();\n  return users;\n}\nsetInterval(nightly, 1000);\n` },
  ],
  invalid: [
    route('Express send()', listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.status(200).send(users);')),
    route('Express, inside an envelope', listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json({ success: true, data: { users } });')),
    route('Express, with a count beside it', listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json({ users, total: users.length });')),
    route('Express, mapped', listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json(users.map((user) => ({ id: user.id, name: user.name })));')),
    route('Express, filtered in memory', listing(PRISMA, 'const users = await prisma.user.findMany();\n  res.json(users.filter((user) => user.active));')),
    route('Express, in parallel', listing(PRISMA, 'const [users, total] = await Promise.all([prisma.user.findMany(), prisma.user.count()]);\n  res.json({ users, total });')),
    route('a rendered view', listing(PRISMA, "res.render('users', { users: await prisma.user.findMany() });")),
    route('a response helper', `function ok(res, data) {\n  res.status(200).json({ data });\n}\n${listing(PRISMA, 'ok(res, await prisma.user.findMany());')}`),
    route('Fastify, returned', `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}app.get('/users', async () => prisma.user.findMany());\n`),
    route('Fastify, sent', `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}app.get('/users', async (request, reply) => {\n  reply.send(await prisma.user.findMany());\n});\n`),
    route('Koa', `import Router from '@koa/router';\nconst router = new Router();\n${PRISMA}router.get('/users', async (ctx) => {\n  ctx.body = await prisma.user.findMany();\n});\n`),
    route('Hono', `import { Hono } from 'hono';\nconst app = new Hono();\n${PRISMA}app.get('/users', async (c) => c.json(await prisma.user.findMany()));\n`),
    route('hapi', `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n${PRISMA}server.route({ method: 'GET', path: '/users', handler: async (request, h) => h.response(await prisma.user.findMany()) });\n`),
    route('NestJS', `import { Controller, Get } from '@nestjs/common';\n${PRISMA}@Controller('users')\nexport class UsersController {\n  @Get()\n  list() {\n    return prisma.user.findMany();\n  }\n}\n`),
    { ...route('Next.js route', `import { NextResponse } from 'next/server';\n${PRISMA}export async function GET() {\n  return NextResponse.json(await prisma.user.findMany());\n}\n`), filename: inApp('app/api/users/route.ts') },
    { ...route('Next.js API page', `${PRISMA}export default async function handler(req, res) {\n  res.status(200).json(await prisma.user.findMany());\n}\n`), filename: inApp('pages/api/users.ts') },
    route('h3', `import { defineEventHandler } from 'h3';\n${PRISMA}export default defineEventHandler(async () => prisma.user.findMany());\n`),
    route('Elysia', `import { Elysia } from 'elysia';\n${PRISMA}new Elysia().get('/users', () => prisma.user.findMany()).listen(3000);\n`),
    route('AdonisJS', `import router from '@adonisjs/core/services/router';\n${PRISMA}router.get('/users', async () => prisma.user.findMany());\n`),
    { ...route('Astro', `import type { APIRoute } from 'astro';\n${PRISMA}export const GET: APIRoute = async () => Response.json(await prisma.user.findMany());\n`), filename: inApp('src/pages/users.json.ts') },
    { ...route('SvelteKit', `import { json } from '@sveltejs/kit';\n${PRISMA}export async function GET() {\n  return json(await prisma.user.findMany());\n}\n`), filename: inApp('src/routes/users/+server.ts') },
    { ...route('React Router', `import { json } from '@remix-run/node';\n${PRISMA}export async function loader() {\n  return json({ users: await prisma.user.findMany() });\n}\n`), filename: inApp('app/routes/users.ts') },
    route('routing-controllers', `import { Get, JsonController } from 'routing-controllers';\n${PRISMA}@JsonController('/users')\nexport class UserController {\n  @Get('/')\n  list() {\n    return prisma.user.findMany();\n  }\n}\n`),
    route('tsoa', `import { Controller, Get, Route } from 'tsoa';\n${PRISMA}@Route('users')\nexport class UserController extends Controller {\n  @Get()\n  public async list() {\n    return prisma.user.findMany();\n  }\n}\n`),
    route('AWS Lambda', `import type { APIGatewayProxyEvent } from 'aws-lambda';\n${PRISMA}export const handler = async (event: APIGatewayProxyEvent) => {\n  if (event.queryStringParameters === null) return { statusCode: 400, body: '' };\n  return { statusCode: 200, body: JSON.stringify(await prisma.user.findMany()) };\n};\n`),
    route('a service class in the same file', `${EXPRESS}${PRISMA}class UserService {\n  async list() {\n    return prisma.user.findMany();\n  }\n}\nconst service = new UserService();\napp.get('/users', async (req, res) => {\n  res.json(await service.list());\n});\n`),
  ],
});

describe('require-pagination-cap: lists that services return', () => {
  const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";
  const ROUTER = "import { Router } from 'express';\nexport const router = Router();\n";
  const verdict = (files: Readonly<Record<string, string>>) => {
    const { found, expected } = judge({ 'src/db.ts': DB, ...files }, { rules: { 'require-pagination-cap': {} } });
    expect(found).toEqual(expected);
    return expected.length;
  };
  const service = (mark: string) => `import { prisma } from './db';\nexport async function findUsers() {\n  return prisma.user.findMany({ orderBy: { name: 'asc' } });${mark}\n}\n`;

  it('are reported at the query where a handler sends them', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { findUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  const users = await findUsers();\n  res.json({ users });\n});\n`,
      'src/service.ts': service(' // expect: require-pagination-cap/unboundedList'),
    })).toBe(1);
  });

  it('are left alone where the handler only counts them', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { findUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  const users = await findUsers();\n  res.json({ total: users.length });\n});\n`,
      'src/service.ts': service(''),
    })).toBe(0);
  });

  it('are left alone where only a job asks for them', () => {
    expect(verdict({
      'src/job.ts': "import { findUsers } from './service';\nexport async function digest(send) {\n  for (const user of await findUsers()) await send(user);\n}\n",
      'src/service.ts': service(''),
    })).toBe(0);
  });

  it('are followed through a service into a repository class', () => {
    expect(verdict({
      'src/controller.ts': "import { UserService } from './service';\nexport class UserController {\n  private readonly service = new UserService();\n  list = async (req, res) => {\n    res.json(await this.service.all());\n  };\n}\n",
      'src/routes.ts': `${ROUTER}import { UserController } from './controller';\nconst controller = new UserController();\nrouter.get('/users', controller.list);\n`,
      'src/service.ts': "import { UserRepository } from './repository';\nexport class UserService {\n  private readonly users = new UserRepository();\n  all() {\n    return this.users.findAll();\n  }\n}\n",
      'src/repository.ts': "import { prisma } from './db';\nexport class UserRepository {\n  findAll() {\n    return prisma.user.findMany(); // expect: require-pagination-cap/unboundedList\n  }\n}\n",
    })).toBe(1);
  });

  it('are found behind an injected service', () => {
    expect(verdict({
      'src/users.controller.ts': "import { Controller, Get } from '@nestjs/common';\nimport { UsersService } from './users.service';\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly users: UsersService) {}\n  @Get()\n  findAll() {\n    return this.users.findAll();\n  }\n}\n",
      'src/users.service.ts': "import { Injectable } from '@nestjs/common';\nimport { InjectRepository } from '@nestjs/typeorm';\nimport { Repository } from 'typeorm';\nimport { User } from './user.entity';\n@Injectable()\nexport class UsersService {\n  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}\n  findAll() {\n    return this.users.find(); // expect: require-pagination-cap/unboundedList\n  }\n}\n",
      'src/user.entity.ts': "import { Entity } from 'typeorm';\n@Entity()\nexport class User {}\n",
    })).toBe(1);
  });
});
