import { describe, expect, it } from 'vitest';
import { inApp, judge, rule, tester } from '#kit';

const query = { messageId: 'queryInController' } as const;
const prisma = `import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
`;
const express = `import express from 'express';
${prisma}const app = express();
const router = express.Router();
`;
const nest = `import { Body, Controller, Get, Injectable, Param, Post } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
@Injectable()
export class PrismaService extends PrismaClient {}
`;

/** Findings and marks of a project, for this rule alone. */
function judged(files: Readonly<Record<string, string>>, options: object = {}) {
  return judge(files, { rules: { 'no-db-in-controller': options } });
}

tester.run('no-db-in-controller: Express', rule('no-db-in-controller'), {
  valid: [
    {
      name: 'a handler that calls a service',
      code: `import express from 'express';
import { users } from './users.service';
const app = express();
app.get('/users', async (req, res) => { res.json(await users.findMany({ where: { active: true } })); });`,
    },
    {
      name: 'a query in a function that no handler calls and no request reaches',
      code: `${express}
export async function activeUsers() { return prisma.user.findMany({ where: { active: true } }); }`,
    },
    {
      name: 'a helper of the route file that gets an id, not the request',
      code: `${express}
async function load(id: string) { return prisma.user.findUnique({ where: { id } }); }
app.get('/users/:id', async (req, res) => { res.json(await load(req.params.id)); });`,
    },
    {
      name: 'middleware that passes on',
      code: `${express}
app.use(async (req, res, next) => { req.user = await prisma.user.findUnique({ where: { id: req.headers.id } }); next(); });`,
    },
    {
      name: 'a named middleware in front of a handler',
      code: `${express}
async function loadUser(req, res, next) { req.user = await prisma.user.findUnique({ where: { id: req.params.id } }); next(); }
router.get('/users/:id', loadUser, (req, res) => { res.json(req.user); });`,
    },
    {
      name: 'a function of the chain that stands before the last, even where it only answers',
      code: `${express}
router.get('/x', async (req, res, next) => { if (!(await prisma.session.findFirst())) return next('route'); return next(); }, (req, res) => { res.json({}); });`,
    },
    {
      name: 'an error handler',
      code: `${express}
app.use(async (err, req, res, next) => { await prisma.failure.create({ data: { text: 'x' } }); res.status(500).json({}); });`,
    },
    {
      name: 'a parameter callback, which is middleware',
      code: `${express}
router.param('id', async (req, res, next, id) => { req.user = await prisma.user.findUnique({ where: { id } }); next(); });`,
    },
    {
      name: 'a health check',
      code: `${express}
app.get('/health', async (req, res) => { await prisma.$queryRaw\`SELECT 1\`; res.json({ ok: true }); });`,
    },
    {
      name: 'a health check that names its column',
      code: `${express}
app.get('/health', async (req, res) => { await prisma.$queryRawUnsafe('select 1 as ok'); res.json({ ok: true }); });`,
    },
    {
      name: 'composition that wires a client',
      code: `${express}
app.locals.db = prisma;
app.use((req, res, next) => { req.db = prisma; next(); });`,
    },
    {
      name: 'a timer started in a route file',
      code: `${express}
setInterval(async () => { await prisma.session.deleteMany({ where: { old: true } }); }, 60_000);
app.get('/', (req, res) => { res.json({}); });`,
    },
    {
      name: 'a scheduled job in a route file',
      code: `import cron from 'node-cron';
${express}
cron.schedule('0 * * * *', async () => { await prisma.session.deleteMany({}); });
app.get('/', (req, res) => { res.json({}); });`,
    },
    {
      name: 'a transaction that only calls services',
      code: `import { createOrder } from './orders';
${express}
app.post('/orders', async (req, res) => { await prisma.$transaction(async (tx) => { await createOrder(tx, req.body); }); res.json({}); });`,
    },
    {
      name: 'a cache',
      code: `import Redis from 'ioredis';
import express from 'express';
const redis = new Redis();
const app = express();
app.get('/x', async (req, res) => { res.json(await redis.get('x')); });`,
    },
    {
      name: 'a Map with query-like method names',
      code: `import express from 'express';
const app = express();
const users = new Map<string, string>();
app.delete('/users/:id', (req, res) => { users.delete(req.params.id); res.json(users.get('x')); });`,
    },
    {
      name: 'a session',
      code: `import express from 'express';
const app = express();
app.post('/logout', (req, res) => { req.session.destroy(() => {}); req.session.save(); res.json({}); });`,
    },
    {
      name: 'a queue',
      code: `import express from 'express';
import { Queue } from 'bullmq';
const queue = new Queue('mail');
const app = express();
app.post('/mail', async (req, res) => { await queue.add('send', req.body); await queue.count(); res.json({}); });`,
    },
    {
      name: 'a repository of the app, whose methods are named as an ORM names them',
      code: `import express from 'express';
import { userRepository } from './repositories';
const app = express();
app.get('/', async (req, res) => { res.json(await userRepository.findOne({ where: { id: 1 } })); });`,
    },
    {
      name: 'a class of the app in the same file that holds the queries',
      code: `${express}
class Users { find(id: string) { return prisma.user.findUnique({ where: { id } }); } }
const users = new Users();
app.get('/users/:id', async (req, res) => { res.json(await users.find(req.params.id)); });`,
    },
    {
      name: 'a builder that is made and not run',
      code: `import express from 'express';
import knex from 'knex';
const db = knex({});
const app = express();
app.get('/sql', (req, res) => { res.send(db('users').where('id', 1).toString()); });`,
    },
    {
      name: 'a validator in front of a handler',
      code: `import { body } from 'express-validator';
${express}
router.post('/users', body('email').custom(async (email) => { if (await prisma.user.findUnique({ where: { email } })) throw new Error('taken'); }), (req, res) => { res.json({}); });`,
    },
    {
      name: 'a schema with a refinement that a handler builds',
      code: `import { z } from 'zod';
${express}
router.post('/users', async (req, res) => {
  const schema = z.object({ email: z.string().refine(async (email) => !(await prisma.user.findUnique({ where: { email } }))) });
  res.json(await schema.parseAsync(req.body));
});`,
    },
    {
      name: 'a passport strategy',
      code: `import passport from 'passport';
import { Strategy } from 'passport-local';
${prisma}
passport.use(new Strategy(async (name, password, done) => { done(null, await prisma.user.findUnique({ where: { name } })); }));
passport.deserializeUser(async (id, done) => { done(null, await prisma.user.findUnique({ where: { id } })); });`,
    },
    {
      name: 'a socket event',
      code: `${prisma}
export function connect(io) { io.on('connection', (socket) => { socket.on('message', async (text) => { await prisma.message.create({ data: { text } }); }); }); }`,
    },
    {
      name: 'a test file',
      filename: inApp('test/app.ts'),
      code: `${express}
app.get('/users', async (req, res) => { res.json(await prisma.user.findMany()); });`,
    },
  ],
  invalid: [
    {
      name: 'an inline handler',
      code: `${express}
app.get('/users', async (req, res) => {
  const users = await prisma.user.findMany();
  res.json(users);
});`,
      errors: [{ ...query, line: 8, column: 23, endColumn: 45, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'a named handler',
      code: `${express}
async function listUsers(request, response) { response.json(await prisma.user.findMany()); }
app.get('/users', listUsers);`,
      errors: [query],
    },
    {
      name: 'a handler whose parameters have names of their own',
      code: `${express}
async function listUsers(incoming, outgoing) { outgoing.json(await prisma.user.findMany()); }
app.get('/users', listUsers);`,
      errors: [query],
    },
    {
      name: 'a handler without parameters',
      code: `${express}
app.get('/users', async () => { await prisma.user.findMany(); });`,
      errors: [query],
    },
    {
      name: 'a handler that passes errors on',
      code: `${express}
app.get('/users', async (req, res, next) => { try { res.json(await prisma.user.findMany()); } catch (error) { next(error); } });`,
      errors: [query],
    },
    {
      name: 'a router, and the path of its route in the message',
      code: `${express}
router.post('/orders', async (req, res) => { res.json(await prisma.order.create({ data: req.body })); });`,
      errors: [{ ...query, data: { query: 'order.create', controller: 'the handler of `POST /orders`' } }],
    },
    {
      name: 'every method of one route',
      code: `${express}
app.route('/users').get(async (req, res) => { res.json(await prisma.user.findMany()); }).post(async (req, res) => { res.json(await prisma.user.create({ data: req.body })); });`,
      errors: [query, query],
    },
    {
      name: 'a handler wrapped by a package',
      code: `import asyncHandler from 'express-async-handler';
${express}
app.get('/users', asyncHandler(async (req, res) => { res.json(await prisma.user.findMany()); }));`,
      errors: [query],
    },
    {
      name: 'a handler wrapped by the app',
      code: `${express}
const catchAsync = (fn) => (req, res, next) => fn(req, res, next).catch(next);
app.get('/users', catchAsync(async (req, res) => { res.json(await prisma.user.findMany()); }));`,
      errors: [query],
    },
    {
      name: 'a handler that is wrapped under a name',
      code: `import { guarded } from './guarded';
${express}
const list = guarded(async (a, b) => { b.json(await prisma.user.findMany()); });
app.get('/users', list);`,
      errors: [query],
    },
    {
      name: 'a validator around a handler',
      code: `import { withSchema } from './schemas';
${express}
app.post('/users', withSchema({ name: 'string' }, async (incoming, outgoing) => { outgoing.json(await prisma.user.create({ data: incoming.body })); }));`,
      errors: [query],
    },
    {
      name: 'the last function of a chain, and not those before it',
      code: `${express}
app.get('/users', async (req, res, next) => { await prisma.visit.create({ data: {} }); next(); }, async (req, res) => { res.json(await prisma.user.findMany()); });`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'the last function of an array',
      code: `${express}
const auth = async (req, res, next) => { await prisma.session.findFirst(); next(); };
app.get('/users', [auth, async (req, res) => { res.json(await prisma.user.findMany()); }]);`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'a CommonJS controller that nobody is seen to register',
      code: `const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();
exports.list = async (req, res) => { res.json(await prisma.user.findMany()); };`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'handler \`list\`' } }],
    },
    {
      name: 'a handler by its declared parameters',
      code: `import type { Request, Response } from 'express';
${prisma}
export async function list(q: Request, r: Response) { r.json(await prisma.user.findMany()); }`,
      errors: [query],
    },
    {
      name: 'a handler by its declared type',
      code: `import type { RequestHandler } from 'express';
${prisma}
export const list: RequestHandler = async (q, r) => { r.json(await prisma.user.findMany()); };`,
      errors: [query],
    },
    {
      name: 'a class whose methods take requests',
      code: `import type { Request, Response } from 'express';
${prisma}
export class UserController { list = async (req: Request, res: Response) => { res.json(await prisma.user.findMany()); }; async show(req: Request, res: Response) { res.json(await prisma.user.findFirst()); } }`,
      errors: [query, query],
    },
    {
      name: 'a query in a callback that runs at once',
      code: `${express}
app.get('/users', async (req, res) => { res.json(await Promise.all(req.body.ids.map((id) => prisma.user.findUnique({ where: { id } })))); });`,
      errors: [query],
    },
    {
      name: 'a query handed to a wrapper at once',
      code: `import { withRetry } from './retry';
${express}
app.get('/users', async (req, res) => { res.json(await withRetry(() => prisma.user.findMany())); });`,
      errors: [query],
    },
    {
      name: 'a promise chain',
      code: `${express}
app.get('/users', (req, res) => { prisma.user.findMany().then((users) => res.json(users)); });`,
      errors: [query],
    },
    {
      name: 'a helper of the route file that gets the request',
      code: `${express}
async function load(req) { return prisma.user.findUnique({ where: { id: req.params.id } }); }
app.get('/users/:id', async (req, res) => { res.json(await load(req)); });`,
      errors: [{ ...query, data: { query: 'user.findUnique', controller: '`load`, which works on the request of the handler of `GET /users/:id`' } }],
    },
    {
      name: 'a helper of the route file that gets the response',
      code: `${express}
async function answer(res, id) { res.json(await prisma.user.findUnique({ where: { id } })); }
app.get('/users/:id', async (req, res) => { await answer(res, req.params.id); });`,
      errors: [query],
    },
    {
      name: 'the statements of a transaction, not the transaction',
      code: `${express}
app.post('/transfers', async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id: 1 }, data: {} });
    await tx.account.update({ where: { id: 2 }, data: {} });
  });
  res.json({});
});`,
      errors: [{ ...query, line: 9 }, { ...query, line: 10 }],
    },
    {
      name: 'the operations of a batch transaction',
      code: `${express}
app.post('/transfers', async (req, res) => {
  res.json(await prisma.$transaction([
    prisma.account.update({ where: { id: 1 }, data: {} }),
    prisma.entry.create({ data: {} }),
  ]));
});`,
      errors: [{ ...query, line: 9 }, { ...query, line: 10 }],
    },
    {
      name: 'a health check that reads rows',
      code: `${express}
app.get('/health', async (req, res) => { await prisma.$queryRaw\`SELECT count(*) FROM users\`; res.json({ ok: true }); });`,
      errors: [query],
    },
    {
      name: 'a builder, once, where it runs',
      code: `import express from 'express';
import knex from 'knex';
const db = knex({});
const app = express();
app.get('/users', async (req, res) => {
  const query = db('users').where('active', true);
  if (req.query.name) query.where('name', req.query.name);
  const rows = await query.limit(5);
  res.json(rows);
});`,
      errors: [{ ...query, line: 8 }],
    },
    {
      name: 'a Mongoose model and a document of it',
      code: `import express from 'express';
import mongoose from 'mongoose';
const User = mongoose.model('User', new mongoose.Schema({}));
const app = express();
app.put('/users/:id', async (req, res) => {
  const user = await User.findById(req.params.id);
  user.set(req.body);
  await user.save();
  res.json(user);
});`,
      errors: [{ ...query, line: 6 }, { ...query, line: 8 }],
    },
    {
      name: 'a model that overrides a method of its library',
      code: `import express from 'express';
import { Model } from 'sequelize';
class User extends Model { static findAll(options) { return super.findAll({ ...options, limit: 10 }); } }
const app = express();
app.get('/users', async (req, res) => { res.json(await User.findAll({})); });`,
      errors: [query],
    },
    {
      name: 'a driver with a callback',
      code: `import express from 'express';
import mysql from 'mysql';
const connection = mysql.createConnection({});
const app = express();
app.get('/users', (req, res) => { connection.query('SELECT * FROM users', (error, rows) => { res.json(rows); }); });`,
      errors: [query],
    },
    {
      name: 'a pool that is kept in the app',
      code: `import express from 'express';
import { Pool } from 'pg';
const app = express();
app.locals.db = new Pool();
app.get('/users', async (req, res) => { res.json(await app.locals.db.query('SELECT * FROM users')); });`,
      errors: [query],
    },
    {
      name: 'a client that nothing tells of but its shape',
      code: `import { db } from '~/db';
import express from 'express';
const app = express();
app.get('/users', async (req, res) => { res.json(await db.user.findMany({ where: { active: true } })); });`,
      errors: [query],
    },
    {
      name: 'middleware, with the option',
      code: `${express}
app.use(async (req, res, next) => { req.user = await prisma.user.findUnique({ where: { id: req.headers.id } }); next(); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'an error handler, with the option',
      code: `${express}
app.use(async (err, req, res, next) => { await prisma.failure.create({ data: { text: 'x' } }); res.status(500).json({}); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'a parameter callback, with the option',
      code: `${express}
router.param('id', async (req, res, next, id) => { req.user = await prisma.user.findUnique({ where: { id } }); next(); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'a passport strategy, with the option',
      code: `import passport from 'passport';
import { Strategy } from 'passport-local';
${prisma}
passport.use(new Strategy(async (name, password, done) => { done(null, await prisma.user.findUnique({ where: { name } })); }));
passport.deserializeUser(async (id, done) => { done(null, await prisma.user.findUnique({ where: { id } })); });`,
      options: [{ middleware: true }],
      errors: [query, query],
    },
    {
      name: 'a validator, with the option',
      code: `import { body } from 'express-validator';
${express}
router.post('/users', body('email').custom(async (email) => { if (await prisma.user.findUnique({ where: { email } })) throw new Error('taken'); }), (req, res) => { res.json({}); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'a refinement of a schema, with the option',
      code: `import { z } from 'zod';
${prisma}
export const schema = z.object({ email: z.string().refine(async (email) => !(await prisma.user.findUnique({ where: { email } }))) });`,
      options: [{ middleware: true }],
      errors: [query],
    },
  ],
});

tester.run('no-db-in-controller: Fastify, Koa, Hono, Hapi, h3 and their like', rule('no-db-in-controller'), {
  valid: [
    {
      name: 'a Fastify hook',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.addHook('preHandler', async (request, reply) => { request.user = await prisma.user.findFirst(); });`,
    },
    {
      name: 'a Fastify route\'s preHandler',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.get('/', { preHandler: async (request, reply) => { request.user = await prisma.user.findFirst(); } }, async (request) => request.user);`,
    },
    {
      name: 'a Fastify plugin that decorates the server with a client',
      code: `import fp from 'fastify-plugin';
${prisma}
export default fp(async (fastify) => { await prisma.$connect(); fastify.decorate('prisma', prisma); });`,
    },
    {
      name: 'Koa middleware',
      code: `import Koa from 'koa';
${prisma}
const app = new Koa();
app.use(async (ctx, next) => { ctx.state.user = await prisma.user.findFirst(); await next(); });`,
    },
    {
      name: 'Hono middleware, registered and made',
      code: `import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
${prisma}
const app = new Hono();
app.use('*', async (c, next) => { c.set('user', await prisma.user.findFirst()); await next(); });
export const auth = createMiddleware(async (c, next) => { c.set('user', await prisma.user.findFirst()); await next(); });`,
    },
    {
      name: 'a hapi extension point',
      code: `import Hapi from '@hapi/hapi';
${prisma}
const server = Hapi.server({});
server.ext('onPreHandler', async (request, h) => { request.app.user = await prisma.user.findFirst(); return h.continue; });`,
    },
    {
      name: 'a queue consumer on Lambda',
      code: `import type { SQSEvent } from 'aws-lambda';
${prisma}
export const handler = async (event: SQSEvent) => { for (const record of event.Records) await prisma.message.create({ data: { body: record.body } }); };`,
    },
  ],
  invalid: [
    {
      name: 'Fastify: a handler',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.get('/users', async (request, reply) => prisma.user.findMany());`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'Fastify: a handler after its options, and one in them',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.get('/users', { schema: {} }, async () => prisma.user.findMany());
fastify.post('/users', { schema: {}, handler: async (request) => prisma.user.create({ data: request.body }) });`,
      errors: [query, query],
    },
    {
      name: 'Fastify: a full declaration',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.route({ method: 'GET', url: '/users', handler: async (request, reply) => { reply.send(await prisma.user.findMany()); } });`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'Fastify: the routes of a plugin',
      code: `import type { FastifyInstance } from 'fastify';
${prisma}
export default async function routes(app: FastifyInstance) { app.get('/users', async () => prisma.user.findMany()); }`,
      errors: [query],
    },
    {
      name: 'Fastify: a client that the server is decorated with',
      code: `import type { FastifyInstance } from 'fastify';
export default async function routes(app: FastifyInstance) { app.get('/users', async (request, reply) => { reply.send(await app.prisma.user.findMany()); }); }`,
      errors: [query],
    },
    {
      name: 'Fastify: a hook, with the option',
      code: `import Fastify from 'fastify';
${prisma}
const fastify = Fastify();
fastify.addHook('preHandler', async (request, reply) => { request.user = await prisma.user.findFirst(); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'Koa: a router',
      code: `import Router from '@koa/router';
${prisma}
const router = new Router();
router.get('/users', async (ctx) => { ctx.body = await prisma.user.findMany(); });`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'the handler of `GET /users`' } }],
    },
    {
      name: 'Koa: a controller that nobody is seen to register',
      code: `${prisma}
export async function list(ctx) { ctx.body = await prisma.user.findMany(); }`,
      errors: [query],
    },
    {
      name: 'Koa: middleware, with the option',
      code: `import Koa from 'koa';
${prisma}
const app = new Koa();
app.use(async (ctx, next) => { ctx.state.user = await prisma.user.findFirst(); await next(); });`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'Hono: a handler after a validator',
      code: `import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
${prisma}
const app = new Hono();
app.get('/users', async (c) => c.json(await prisma.user.findMany()));
app.post('/users', zValidator('json', {}), async (c) => c.json(await prisma.user.create({ data: c.req.valid('json') })));`,
      errors: [query, query],
    },
    {
      name: 'Hono: a chain of routes on Drizzle',
      code: `import { Hono } from 'hono';
import { drizzle } from 'drizzle-orm/d1';
export const app = new Hono().get('/users', async (c) => { const db = drizzle(c.env.DB); return c.json(await db.select().from(users)); });`,
      errors: [query],
    },
    {
      name: 'hapi: handlers in a list of routes',
      code: `import Hapi from '@hapi/hapi';
${prisma}
const server = Hapi.server({});
server.route([
  { method: 'GET', path: '/users', handler: async (request, h) => h.response(await prisma.user.findMany()) },
  { method: 'GET', path: '/orders', options: { handler: async () => prisma.order.findMany() } },
]);`,
      errors: [{ ...query, line: 7 }, { ...query, line: 8 }],
    },
    {
      name: 'h3: an event handler, imported and by itself',
      code: `import { defineEventHandler, createRouter } from 'h3';
${prisma}
const router = createRouter();
router.get('/orders', eventHandler(async () => prisma.order.findMany()));
export default defineEventHandler(async (event) => prisma.user.findMany());`,
      errors: [query, query],
    },
    {
      name: 'Lambda: an API handler',
      code: `import type { APIGatewayProxyEvent } from 'aws-lambda';
${prisma}
export const handler = async (event: APIGatewayProxyEvent) => ({ statusCode: 200, body: JSON.stringify(await prisma.user.findMany()) });`,
      errors: [query],
    },
    {
      name: 'Lambda: a handler wrapped by middy',
      code: `import middy from '@middy/core';
${prisma}
export const handler = middy(async (event) => ({ statusCode: 200, body: JSON.stringify(await prisma.user.findMany()) }));`,
      errors: [query],
    },
    {
      name: 'Lambda: a handler by what it reads',
      code: `${prisma}
export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(await prisma.user.findUnique({ where: { id: event.pathParameters.id } })) });`,
      errors: [query],
    },
    {
      name: 'AdonisJS: a controller\'s method',
      code: `import type { HttpContext } from '@adonisjs/core/http';
import { BaseModel } from '@adonisjs/lucid/orm';
class User extends BaseModel {}
export default class UsersController { async index({ response }: HttpContext) { return response.ok(await User.all()); } }`,
      errors: [query],
    },
    {
      name: 'AdonisJS: an inline handler',
      code: `import router from '@adonisjs/core/services/router';
import { BaseModel } from '@adonisjs/lucid/orm';
class User extends BaseModel {}
router.get('/users', async () => User.all());`,
      errors: [query],
    },
    {
      name: 'Elysia: a handler',
      code: `import { Elysia } from 'elysia';
${prisma}
new Elysia().get('/users', () => prisma.user.findMany());`,
      errors: [query],
    },
    {
      name: 'routing-controllers: a method',
      code: `import { JsonController, Get } from 'routing-controllers';
${prisma}
@JsonController('/users')
export class UserController { @Get('/') list() { return prisma.user.findMany(); } }`,
      errors: [query],
    },
    {
      name: 'tsoa: a method',
      code: `import { Controller, Get, Route } from 'tsoa';
${prisma}
@Route('users')
export class UserController extends Controller { @Get() public async list() { return prisma.user.findMany(); } }`,
      errors: [query],
    },
    {
      name: 'SvelteKit: an endpoint',
      filename: inApp('src/routes/users/+server.ts'),
      code: `${prisma}
export const GET = async () => new Response(JSON.stringify(await prisma.user.findMany()));`,
      errors: [query],
    },
    {
      name: 'Remix: a loader',
      filename: inApp('app/routes/users.tsx'),
      code: `${prisma}
export async function loader() { return { users: await prisma.user.findMany() }; }`,
      errors: [query],
    },
  ],
});

tester.run('no-db-in-controller: NestJS', rule('no-db-in-controller'), {
  valid: [
    {
      name: 'a service that queries',
      code: `${nest}
@Injectable()
export class UserService { constructor(private readonly prisma: PrismaService) {} list() { return this.prisma.user.findMany(); } }`,
    },
    {
      name: 'a controller that has a service',
      code: `import { Controller, Get } from '@nestjs/common';
import { UserService } from './user.service';
@Controller('users')
export class UserController { constructor(private readonly users: UserService) {} @Get() list() { return this.users.findMany({ where: {} }); } }`,
    },
    {
      name: 'a controller that has a repository of the app\'s own',
      code: `import { Controller, Get } from '@nestjs/common';
import { Repository } from 'typeorm';
class User {}
export class UserRepository extends Repository<User> { active() { return this.find({ where: { active: true } }); } }
@Controller('users')
export class UserController { constructor(private readonly users: UserRepository) {} @Get() list() { return this.users.active(); } }`,
    },
    {
      name: 'a guard',
      code: `${nest}
import { type CanActivate } from '@nestjs/common';
@Injectable()
export class RolesGuard implements CanActivate { constructor(private readonly prisma: PrismaService) {} async canActivate() { return (await this.prisma.user.findFirst()) !== null; } }`,
    },
    {
      name: 'a strategy',
      code: `${nest}
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) { constructor(private readonly prisma: PrismaService) { super({}); } validate(payload) { return this.prisma.user.findUnique({ where: { id: payload.sub } }); } }`,
    },
  ],
  invalid: [
    {
      name: 'a client of the app that extends the library\'s, reported for its query alone',
      code: `${nest}
@Controller('users')
export class UserController { constructor(private readonly prisma: PrismaService) {} @Get() list() { return this.prisma.user.findMany(); } }`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'handler `list`' } }],
    },
    {
      name: 'an injected repository',
      code: `import { Controller, Get, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
class User {}
@Controller('users')
export class UserController {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
  @Get(':id') show(@Param('id') id: string) { return this.users.findOneBy({ id }); }
}`,
      errors: [{ ...query, line: 8, data: { query: 'User.findOneBy', controller: 'the handler of `GET :id`' } }],
    },
    {
      name: 'an injected model',
      code: `import { Controller, Get } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
@Controller('cats')
export class CatController { constructor(@InjectModel('Cat') private readonly cats: Model<Cat>) {} @Get() list() { return this.cats.find().exec(); } }`,
      errors: [query],
    },
    {
      name: 'a collection of an injected connection',
      code: `${nest}
import { InjectConnection } from '@nestjs/mongoose';
import { Connection } from 'mongoose';
@Controller('users')
export class UserController {
  constructor(@InjectConnection() private readonly connection: Connection) {}
  @Get() all() { return this.connection.collection('users').countDocuments(); }
}`,
      errors: [{ ...query, data: { query: 'users.countDocuments', controller: 'handler `all`' } }],
    },
    {
      name: 'a data source in a field',
      code: `import { Controller, Get } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
@Controller('report')
export class ReportController { @InjectDataSource() private readonly source: DataSource; @Get() all() { return this.source.query('SELECT * FROM totals'); } }`,
      errors: [query],
    },
    {
      name: 'a private helper of a controller',
      code: `${nest}
@Controller('users')
export class UserController {
  constructor(private readonly prisma: PrismaService) {}
  @Get() list() { return this.load(); }
  private load() { return this.prisma.user.findMany(); }
}`,
      errors: [{ ...query, line: 10, data: { query: 'user.findMany', controller: 'controller `UserController`' } }],
    },
    {
      name: 'a client that is injected and not used here',
      code: `${nest}
@Controller('users')
export class UserController { constructor(private readonly prisma: PrismaService) {} @Get() list() { return listUsers(this.prisma); } }`,
      errors: [{ messageId: 'injectedClient', data: { name: 'prisma', library: 'Prisma', controller: 'UserController' } }],
    },
    {
      name: 'one report for a class with two clients',
      code: `import { Controller, Get } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
class User {}
class Order {}
@Controller('users')
export class UserController {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Order) private readonly orders: Repository<Order>,
  ) {}
  @Get() list() { return page(this.users, this.orders); }
}`,
      errors: [{ messageId: 'injectedClient', line: 9 }],
    },
    {
      name: 'each class by itself',
      code: `${nest}
@Controller('a')
export class A { constructor(private readonly prisma: PrismaService) {} @Get() list() { return this.prisma.user.findMany(); } }
@Controller('b')
export class B { constructor(private readonly prisma: PrismaService) {} @Get() list() { return listUsers(this.prisma); } }`,
      errors: [query, { messageId: 'injectedClient', data: { name: 'prisma', library: 'Prisma', controller: 'B' } }],
    },
    {
      name: 'a controller by a decorator that composes Nest\'s',
      code: `${nest}
import { applyDecorators } from '@nestjs/common';
const Api = (path: string) => applyDecorators(Controller(path));
@Api('users')
export class UserController { constructor(private readonly prisma: PrismaService) {} load() { return this.prisma.user.findMany(); } }`,
      errors: [query],
    },
    {
      name: 'a guard, with the option',
      code: `${nest}
import { type CanActivate } from '@nestjs/common';
@Injectable()
export class RolesGuard implements CanActivate { constructor(private readonly prisma: PrismaService) {} async canActivate() { return (await this.prisma.user.findFirst()) !== null; } }`,
      options: [{ middleware: true }],
      errors: [{ ...query, data: { query: 'user.findFirst', controller: 'middleware `RolesGuard`' } }],
    },
    {
      name: 'a strategy, with the option',
      code: `${nest}
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) { constructor(private readonly prisma: PrismaService) { super({}); } validate(payload) { return this.prisma.user.findUnique({ where: { id: payload.sub } }); } }`,
      options: [{ middleware: true }],
      errors: [query],
    },
    {
      name: 'a constraint of class-validator, with the option',
      code: `${nest}
import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
@ValidatorConstraint({ async: true })
export class IsFree implements ValidatorConstraintInterface { constructor(private readonly prisma: PrismaService) {} async validate(email: string) { return !(await this.prisma.user.findUnique({ where: { email } })); } }`,
      options: [{ middleware: true }],
      errors: [query],
    },
  ],
});

const resolvers = `${prisma}
export const resolvers = {
  Query: { users: () => prisma.user.findMany(), user: async (_, { id }) => prisma.user.findUnique({ where: { id } }) },
  User: { posts(parent) { return prisma.post.findMany({ where: { authorId: parent.id } }); } },
};`;
const procedures = `import { initTRPC } from '@trpc/server';
${prisma}
const t = initTRPC.create();
export const router = t.router({ users: t.procedure.query(() => prisma.user.findMany()), create: t.procedure.mutation(({ input }) => prisma.user.create({ data: input })) });`;
const nestResolver = `${nest}
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
@Resolver(() => User)
export class UserResolver { constructor(private readonly prisma: PrismaService) {} @Query() users() { return this.prisma.user.findMany(); } @ResolveField() posts() { return this.prisma.post.findMany(); } }`;
const schemaField = `import { GraphQLObjectType } from 'graphql';
${prisma}
export const Root = new GraphQLObjectType({ name: 'Query', fields: { users: { type: UserType, resolve: async () => prisma.user.findMany() } } });`;

tester.run('no-db-in-controller: resolvers and server components', rule('no-db-in-controller'), {
  valid: [
    { name: 'a map of resolvers', code: resolvers },
    { name: 'tRPC procedures', code: procedures },
    { name: 'tRPC procedures, where only middleware counts', code: procedures, options: [{ middleware: true }] },
    { name: 'a resolver class of Nest', code: nestResolver },
    { name: 'a field of a schema', code: schemaField },
    {
      name: 'a map that is no map of resolvers, with the option',
      code: `${prisma}
export const jobs = { nightly: { clean: async () => prisma.session.deleteMany({}) } };`,
      options: [{ resolvers: true }],
    },
    {
      name: 'a function beside no type, with the option',
      code: `${prisma}
export const loader = { name: 'x', resolve: async () => prisma.user.findMany() };`,
      options: [{ resolvers: true }],
    },
    {
      name: 'a page of Next.js',
      filename: inApp('app/users/page.tsx'),
      code: `${prisma}
export default async function Page() { const users = await prisma.user.findMany(); return <ul>{users.map((user) => <li>{user.name}</li>)}</ul>; }`,
    },
    {
      name: 'an asynchronous component',
      filename: inApp('components/users.tsx'),
      code: `${prisma}
export async function Users() { const users = await prisma.user.findMany(); return <p>{users.length}</p>; }`,
    },
    {
      name: 'a function of a component file that renders nothing, with the option',
      filename: inApp('components/users.tsx'),
      code: `${prisma}
async function load() { return prisma.user.findMany(); }
export async function Users() { const users = await load(); return <p>{users.length}</p>; }`,
      options: [{ serverComponents: true }],
    },
  ],
  invalid: [
    {
      name: 'a map of resolvers, with the option',
      code: resolvers,
      options: [{ resolvers: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'resolver `users`' } }, { ...query, data: { query: 'user.findUnique', controller: 'resolver `user`' } }, { ...query, data: { query: 'post.findMany', controller: 'resolver `posts`' } }],
    },
    {
      name: 'resolvers that are put into a map by name',
      code: `${prisma}
const users = async () => prisma.user.findMany();
async function create(_, args) { return prisma.user.create({ data: args.input }); }
export const resolvers = { Query: { users }, Mutation: { createUser: create } };`,
      options: [{ resolvers: true }],
      errors: [query, query],
    },
    {
      name: 'one part of a map',
      code: `${prisma}
export const Mutation = { createUser: async (_, args) => prisma.user.create({ data: args.input }) };`,
      options: [{ resolvers: true }],
      errors: [query],
    },
    {
      name: 'tRPC procedures, with the option',
      code: procedures,
      options: [{ resolvers: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'resolver `users`' } }, { ...query, data: { query: 'user.create', controller: 'resolver `create`' } }],
    },
    {
      name: 'a resolver class of Nest, with the option',
      code: nestResolver,
      options: [{ resolvers: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'resolver `users`' } }, { ...query, data: { query: 'post.findMany', controller: 'resolver `posts`' } }],
    },
    {
      name: 'a client that a resolver class is given, with the option',
      code: `${nest}
import { Query, Resolver } from '@nestjs/graphql';
@Resolver()
export class UserResolver { constructor(private readonly prisma: PrismaService) {} @Query() users() { return listUsers(this.prisma); } }`,
      options: [{ resolvers: true }],
      errors: [{ messageId: 'injectedClient' }],
    },
    { name: 'a field of a schema, with the option', code: schemaField, options: [{ resolvers: true }], errors: [query] },
    {
      name: 'a page of Next.js, with the option',
      filename: inApp('app/users/page.tsx'),
      code: `${prisma}
export default async function Page() { const users = await prisma.user.findMany(); return <ul>{users.map((user) => <li>{user.name}</li>)}</ul>; }`,
      options: [{ serverComponents: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'server component `Page`' } }],
    },
    {
      name: 'the metadata of a page, with the option',
      filename: inApp('app/users/[id]/page.tsx'),
      code: `${prisma}
export async function generateMetadata({ params }) { return { title: (await prisma.user.findUnique({ where: { id: params.id } })).name }; }`,
      options: [{ serverComponents: true }],
      errors: [query],
    },
    {
      name: 'an asynchronous component, with the option',
      filename: inApp('components/users.tsx'),
      code: `${prisma}
export async function Users() { const users = await prisma.user.findMany(); return <p>{users.length}</p>; }`,
      options: [{ serverComponents: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'server component `Users`' } }],
    },
    {
      name: 'Next.js: a route',
      filename: inApp('app/api/users/route.ts'),
      code: `${prisma}
export async function GET() { return Response.json(await prisma.user.findMany()); }
export const POST = async (request: Request) => Response.json(await prisma.user.create({ data: await request.json() }));`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'handler `GET`' } }, query],
    },
    {
      name: 'Next.js: a helper of the route file that gets the request',
      filename: inApp('app/api/users/route.ts'),
      code: `import type { NextRequest } from 'next/server';
${prisma}
const find = (request: NextRequest) => prisma.user.findUnique({ where: { key: request.headers.get('x-key') } });
export async function GET(request: NextRequest) { return Response.json(await find(request)); }`,
      errors: [{ ...query, data: { query: 'user.findUnique', controller: '`find`, which works on the request of handler `GET`' } }],
    },
    {
      name: 'Next.js: a route wrapped by the app',
      filename: inApp('src/app/api/users/route.ts'),
      code: `import { withAuth } from '@/auth';
${prisma}
export const GET = withAuth(async () => Response.json(await prisma.user.findMany()));`,
      errors: [query],
    },
    {
      name: 'Next.js: a page of the API',
      filename: inApp('pages/api/users.ts'),
      code: `${prisma}
export default async function handler(req, res) { res.json(await prisma.user.findMany()); }`,
      errors: [query],
    },
  ],
});

describe('no-db-in-controller, across files', () => {
  const db = `import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n`;

  it('follows a procedure into the function that does its work, with the option, and no further', () => {
    const { found, expected } = judge({
      'src/users.handler.ts': `import { prisma } from './db';
export const list = async ({ ctx, input }) => prisma.user.findMany({ where: { name: input.name } }); // expect: no-db-in-controller/queryInController
export const count = async (opts) => prisma.user.count(); // expect: no-db-in-controller/queryInController
export const byId = async (id) => prisma.user.findUnique({ where: { id } });
export const remove = async ({ input }) => prisma.user.delete({ where: { id: input } });
`,
      'src/db.ts': db,
      'src/users.ts': `import { initTRPC } from '@trpc/server';
const t = initTRPC.create();
export const users = t.router({
  list: t.procedure.query(async ({ ctx, input }) => {
    const { list } = await import('./users.handler');
    return list({ ctx, input });
  }),
  count: t.procedure.query(async (opts) => (await import('./users.handler')).count(opts)),
  byId: t.procedure.query(async ({ input }) => {
    const { byId } = await import('./users.handler');
    return byId(input.id);
  }),
  remove: t.procedure.mutation(async ({ ctx, input }) => {
    const { remove } = await import('./users.handler');
    await remove({ input });
    return ctx.user;
  }),
});
`,
    }, { rules: { 'no-db-in-controller': { resolvers: true } } });
    expect(found).toEqual(expected);
    expect(expected.length).toBe(2);
  });

  it.each([
    ['a handler that another file registers', {
      'src/db.ts': db,
      'src/users.ts': `import { prisma } from './db';
export async function list(a, b) {
  b.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
}
export async function unused(a, b) { return prisma.user.findMany(); }
`,
      'src/routes.ts': `import { Router } from 'express';
import { list } from './users';
export const router = Router();
router.get('/users', list);
`,
    }],
    ['handlers that another file registers as properties', {
      'src/db.js': `const { PrismaClient } = require('@prisma/client');\nmodule.exports = new PrismaClient();\n`,
      'src/users.js': `const db = require('./db');
exports.list = async (a, b) => {
  b.json(await db.user.findMany()); // expect: no-db-in-controller/queryInController
};
`,
      'src/routes.js': `const router = require('express').Router();
const users = require('./users');
router.get('/users', users.list);
module.exports = router;
`,
    }],
    ['a class whose method another file binds', {
      'src/db.ts': db,
      'src/controller.ts': `import { prisma } from './db';
export class UserController {
  async list(a, b) {
    b.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
  }
}
`,
      'src/routes.ts': `import { Router } from 'express';
import { UserController } from './controller';
const controller = new UserController();
export const router = Router();
router.get('/users', controller.list.bind(controller));
`,
    }],
    ['a handler wrapped by a helper of the app and registered elsewhere', {
      'src/db.ts': db,
      'src/async.ts': `export const catchAsync = (fn) => (req, res, next) => fn(req, res, next).catch(next);\n`,
      'src/users.ts': `import { prisma } from './db';
import { catchAsync } from './async';
export const list = catchAsync(async (req, res) => {
  res.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
});
`,
      'src/routes.ts': `import { Router } from 'express';
import { list } from './users';
export const router = Router();
router.get('/users', list);
`,
    }],
    ['statements that a handler words and a function of the app runs, and a function that words its own', {
      'src/db.js': `import pg from 'pg';
const pool = new pg.Pool();
export const query = (text, values) => pool.query(text, values);
export async function one(text, values) {
  const { rows } = await query(text, values);
  return rows[0];
}
export const userById = (id) => one('SELECT * FROM users WHERE id = $1', [id]);
`,
      'src/routes.js': `import { Router } from 'express';
import { one, query, userById } from './db';
export const router = Router();
router.get('/users/:id', async (req, res) => {
  res.json(await one('SELECT * FROM users WHERE id = $1', [req.params.id])); // expect: no-db-in-controller/queryInController
});
router.delete('/users/:id', async (req, res) => {
  await query('DELETE FROM users WHERE id = $1', [req.params.id]); // expect: no-db-in-controller/queryInController
  res.end();
});
router.get('/me', async (req, res) => {
  res.json(await userById(req.userId));
});
router.get('/health', async (req, res) => {
  await query('SELECT 1');
  res.end();
});
`,
    }],
    ['statements of a tag of the app, which a class of the app runs', {
      'src/db.ts': `import { Pool } from 'pg';
export const sql = (parts: TemplateStringsArray, ...values: unknown[]) => ({ text: parts.join('?'), values });
export class Database {
  constructor(private readonly pool: Pool) {}
  async one(statement: { text: string; values: unknown[] }) {
    return (await this.pool.query(statement)).rows[0];
  }
}
export const db = new Database(new Pool());
`,
      'src/routes.ts': `import { Router } from 'express';
import { db, sql } from './db';
export const router = Router();
router.get('/users/:id', async (req, res) => {
  res.json(await db.one(sql\`SELECT * FROM users WHERE id = \${req.params.id}\`)); // expect: no-db-in-controller/queryInController
});
`,
    }],
    ['handlers that a source in a folder `public` registers, and no script of one that is served', {
      'src/db.ts': db,
      'src/users.ts': `import { prisma } from './db';
export async function list(a, b) {
  b.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
}
export async function count(a, b) {
  b.json(await prisma.user.count());
}
`,
      'src/routes/public/index.ts': `import { Router } from 'express';
import { list } from '../../users';
export const router = Router();
router.get('/users', list);
`,
      'public/index.html': '<script src="index.js"></script>',
      'public/index.js': `import { Router } from 'express';
import { count } from '../src/users';
export const router = Router();
router.get('/count', count);
`,
    }],
    ['middleware of another file', {
      'src/db.ts': db,
      'src/auth.ts': `import { prisma } from './db';
export async function auth(req, res, next) { req.user = await prisma.user.findFirst(); next(); }
`,
      'src/routes.ts': `import { Router } from 'express';
import { auth } from './auth';
import { prisma } from './db';
export const router = Router();
router.get('/users', auth, async (req, res) => {
  res.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
});
`,
    }],
    ['the app\'s own modules of queries', {
      'src/db.ts': db,
      'src/queries/users.ts': `import { prisma } from '../db';
export const findMany = (where) => prisma.user.findMany({ where });
`,
      'src/users.repository.ts': `import { prisma } from './db';
export class UserRepository { findMany() { return prisma.user.findMany(); } }
export const userRepository = new UserRepository();
`,
      'src/routes.ts': `import { Router } from 'express';
import * as users from './queries/users';
import { userRepository } from './users.repository';
import { prisma } from './db';
export const router = Router();
router.get('/a', async (req, res) => { res.json(await users.findMany({})); });
router.get('/b', async (req, res) => { res.json(await userRepository.findMany()); });
router.get('/c', async (req, res) => { res.json(await prisma.user.findMany()); }); // expect: no-db-in-controller/queryInController
`,
    }],
    ['a client of another file, injected', {
      'src/prisma.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaClient } from '@prisma/client';
@Injectable()
export class PrismaService extends PrismaClient {}
`,
      'src/users.service.ts': `import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service';
@Injectable()
export class UsersService { constructor(private readonly prisma: PrismaService) {} list() { return this.prisma.user.findMany(); } }
`,
      'src/users.controller.ts': `import { Controller, Get } from '@nestjs/common';
import { PrismaService } from './prisma.service';
import { UsersService } from './users.service';
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly prisma: PrismaService, // expect: no-db-in-controller/injectedClient
  ) {}
  @Get() list() { return this.users.list(); }
}
`,
    }],
    ['a path says nothing: a function in controllers/ that takes no request, and a service under routes/', {
      'src/db.ts': db,
      'src/controllers/totals.ts': `import { prisma } from '../db';
export async function totals() { return prisma.order.count(); }
`,
      'src/routes/users.service.ts': `import { prisma } from '../db';
export class UsersService { list() { return prisma.user.findMany(); } }
`,
      'src/controllers/users.ts': `import { prisma } from '../db';
export async function list(req, res) {
  res.json(await prisma.user.findMany()); // expect: no-db-in-controller/queryInController
}
`,
    }],
    ['a base class whose method every controller inherits', {
      'src/db.ts': db,
      'src/base.ts': `import { Controller } from '@nestjs/common';
import { prisma } from './db';
@Controller()
export class Base {
  all() {
    return prisma.user.findMany(); // expect: no-db-in-controller/queryInController
  }
}
`,
    }],
  ] satisfies [string, Record<string, string>][])('%s', (_title, files) => {
    const { found, expected } = judged(files);
    expect(found).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it('takes a wrapper that settings name for what it wraps', () => {
    const files = {
      'src/db.ts': db,
      'src/wrap.ts': `export const secured = (role, fn) => { const run = (a, b) => fn(a, b); return run; };\n`,
      'src/users.ts': `import { prisma } from './db';
import { secured } from './wrap';
export const list = secured('admin', async (a, b) => { b.json(await prisma.user.findMany()); });
`,
      'src/routes.ts': `import { Router } from 'express';
import { list } from './users';
export const router = Router();
router.get('/users', list);
`,
    };
    const rules = { 'no-db-in-controller': {} };
    expect(judge(files, { rules }).found).toEqual([]);
    expect(judge(files, { rules, settings: { asyncHandlers: ['secured'] } }).found).toEqual(['src/users.ts:3 no-db-in-controller/queryInController']);
  });
});
