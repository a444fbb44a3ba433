import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { getting, marked } from './marked.kit.js';

const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String }));\n";
const MONGO = "import { MongoClient, ObjectId } from 'mongodb';\nconst users = new MongoClient('').db().collection('users');\n";
const options = [{ checkFilters: true }] as const;
const fine = (name: string, code: string) => ({ name, code, options });
const value = (name: string, code: string, data?: Readonly<Record<string, string>>) => marked(name, 'filterValue', code, { options, ...(data && { data }) });

tester.run('no-unsafe-raw-query: operators in a filter, with checkFilters', rule('no-unsafe-raw-query'), {
  valid: [
    { name: 'without the option', code: getting(MONGOOSE, 'const rows = await User.findOne({ name: req.body.name });') },
    fine('a text', getting(MONGOOSE, 'const rows = await User.findOne({ name: String(req.body.name) });')),
    fine('a template', getting(MONGOOSE, 'const rows = await User.findOne({ name: `${req.body.name}` });')),
    fine('a method of texts', getting(MONGOOSE, 'const rows = await User.findOne({ name: req.body.name.trim() });')),
    fine('an equality operator', getting(MONGOOSE, 'const rows = await User.findOne({ name: { $eq: req.body.name } });')),
    fine('a path parameter', getting(MONGOOSE, 'const rows = await User.findById(req.params.id);')),
    fine('an id that is made of it', getting(MONGO, 'const rows = await users.findOne({ _id: new ObjectId(req.body.id) });')),
    fine('a check of its type', getting(MONGOOSE, "const { name } = req.body;\n  if (typeof name !== 'string') return res.sendStatus(400);\n  const rows = await User.findOne({ name });")),
    fine('a check of its form', getting(MONGOOSE, 'const { email } = req.body;\n  if (!validator.isEmail(email)) return res.sendStatus(400);\n  const rows = await User.findOne({ email });')),
    fine('a schema', getting(`import { z } from 'zod';\n${MONGOOSE}`, 'const { name } = z.object({ name: z.string() }).parse(req.body);\n  const rows = await User.findOne({ name });')),
    fine('the signed-in user', getting(MONGOOSE, 'const rows = await User.findOne({ _id: req.user.id });')),
    fine('a database without such operators', getting("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n", 'const rows = await prisma.user.findFirst({ where: { name: req.body.name } });')),
    fine('a query string that holds texts only', "import Koa from 'koa';\nimport Router from '@koa/router';\n" + MONGOOSE + "new Router().get('/', async (ctx) => {\n  ctx.body = await User.findOne({ name: ctx.query.name });\n});\n"),
    fine('what stands under an operator', getting(MONGOOSE, 'const rows = await User.find({ $text: { $search: req.body.name }, $expr: req.body.name });')),
    fine('conditions that are made elsewhere', getting(MONGOOSE, 'const rows = await User.find({ $or: [...conditions(req.body)] });')),
    fine('a schema of the route', "import Fastify from 'fastify';\n" + MONGOOSE + "Fastify().post('/', { schema: { body: { type: 'object', properties: { name: { type: 'string' } } } } }, async (request) => User.findOne({ name: request.body.name }));\n"),
    fine('a query string of a framework that gives texts only, in a callback', "import Koa from 'koa';\nimport Router from '@koa/router';\n" + MONGOOSE + "new Router().get('/', async (ctx) => {\n  ctx.body = await Promise.all([1].map(() => User.findOne({ name: ctx.query.name })));\n});\n"),
    fine('written values', getting(MONGOOSE, 'const rows = await User.create({ name: req.body.name });')),
  ],
  invalid: [
    value('Mongoose', getting(MONGOOSE, 'const rows = await User.findOne({ name: «req.body.name» });'), { value: 'name', query: 'User.findOne' }),
    value('the driver', getting(MONGO, 'const rows = await users.findOne({ name: «req.body.name» });')),
    value('a query string', getting(MONGOOSE, 'const rows = await User.find({ name: «req.query.name» });')),
    value('a name', getting(MONGOOSE, 'const { name } = req.body;\n  const rows = await User.findOne({ «name» });')),
    value('an id', getting(MONGOOSE, 'const rows = await User.findById(«req.body.id»);')),
    value('inside $or', getting(MONGOOSE, "const rows = await User.find({ $or: [{ name: «req.body.name» }, { kind: 'x' }] });")),
    value('a test that there is one', getting(MONGOOSE, 'const { name } = req.body;\n  if (!name) return res.sendStatus(400);\n  const rows = await User.findOne({ «name» });')),
    value('a filter under a name', getting(MONGOOSE, 'const filter = { name: «req.body.name» };\n  const rows = await User.findOne(filter);')),
    value('a query string, in a callback', getting(MONGOOSE, 'const rows = await Promise.all([1].map(() => User.find({ name: «req.query.name» })));')),
    value('a schema of the route that takes any object', "import Fastify from 'fastify';\n" + MONGOOSE + "Fastify().post('/', { schema: { body: { type: 'object', properties: { name: { type: 'object' } } } } }, async (request) => User.findOne({ name: «request.body.name» }));\n"),
    value('deep in conditions', getting(MONGOOSE, 'const rows = await User.find({ $or: [{ $and: [{ name: «req.body.name» }] }] });')),
    value('an update', getting(MONGOOSE, 'const rows = await User.updateOne({ name: «req.body.name» }, { seen: true });')),
    value('a schema that takes anything', getting(`import { z } from 'zod';\n${MONGOOSE}`, 'const { name } = z.object({ name: z.any() }).parse(req.body);\n  const rows = await User.findOne({ «name» });')),
    marked('the whole query string', 'clientFilter', getting(MONGOOSE, 'const rows = await User.find(«req.query»);'), { options, data: { value: 'req.query', query: 'User.find' } }),
    marked('a program for the database', 'unsafeValue', getting(MONGOOSE, 'const rows = await User.find().$where(«req.body.test»);'), { options }),
    marked('the whole query string, spread', 'clientFilter', getting(MONGOOSE, 'const rows = await User.find({ ...«req.query», seen: true });'), { options }),
  ],
});

describe('no-unsafe-raw-query: what takes operators out of every request', () => {
  const routes = `import { Router } from 'express';\n${MONGOOSE}export const router = Router();\nrouter.post('/', async (req, res) => {\n  res.json(await User.findOne({ name: req.body.name })); //\n});\n`;
  const verdict = (app: string, expected: number) => {
    const { found } = judge({ 'src/app.ts': app, 'src/routes.ts': routes }, { rules: { 'no-unsafe-raw-query': { checkFilters: true } } });
    expect(found.length).toBe(expected);
  };

  it('is a middleware of the app', () => {
    verdict("import express from 'express';\nimport mongoSanitize from 'express-mongo-sanitize';\nimport { router } from './routes';\nexpress().use(mongoSanitize()).use(router);\n", 0);
  });

  it('is a setting of the library', () => {
    verdict("import express from 'express';\nimport mongoose from 'mongoose';\nimport { router } from './routes';\nmongoose.set('sanitizeFilter', true);\nexpress().use(router);\n", 0);
  });

  it('is not any other middleware', () => {
    verdict("import express from 'express';\nimport helmet from 'helmet';\nimport { router } from './routes';\nexpress().use(helmet()).use(router);\n", 1);
  });
});
