import { rule, tester } from '#kit';
import { EXPRESS, listing, MONGOOSE, PRISMA, uncapped } from './pagination.kit.js';

/** A handler that lists `take` users after some statements. */
const taking = (statements: string, preamble = '') => listing(preamble + PRISMA, `${statements}\n  res.json(await prisma.user.findMany({ take }));`);
/** The same, with the uncapped `take` marked. */
const marked = (statements: string, preamble = '') => listing(preamble + PRISMA, `${statements}\n  res.json(await prisma.user.findMany({ take: «take» }));`);

tester.run('require-pagination-cap: arithmetic and comparisons', rule('require-pagination-cap'), {
  valid: [
    { name: 'Math.min', code: taking('const take = Math.min(Number(req.query.limit), 100);') },
    { name: 'Math.min the other way round, around a default', code: taking('const take = Math.min(100, Number(req.query.limit) || 20);') },
    { name: 'Math.min inside Math.max', code: taking('const take = Math.max(1, Math.min(Number(req.query.limit), 100));') },
    { name: 'Math.min over Math.max', code: taking('const take = Math.min(Math.max(Number(req.query.limit), 1), 100);') },
    { name: 'a clamp helper that is followed', code: taking('const take = keep(Number(req.query.limit));', 'function keep(value) {\n  return Math.min(value, 100);\n}\n') },
    { name: 'a helper that compares', code: taking('const take = keep(Number(req.query.limit));', 'function keep(value) {\n  if (value > 100) return 100;\n  return value;\n}\n') },
    { name: 'lodash clamp', code: taking('const take = clamp(Number(req.query.limit), 1, 100);', "import { clamp } from 'lodash';\n") },
    { name: 'a clamp that cannot be followed', code: taking('const take = clamp(Number(req.query.limit), 1, 100);', "import { clamp } from '@acme/numbers';\n") },
    { name: 'a comparison that assigns', code: taking('let take = Number(req.query.limit);\n  if (take > 100) take = 100;') },
    { name: 'a comparison that throws', code: taking("const take = Number(req.query.limit);\n  if (take > 100) throw new Error('too many');") },
    { name: 'a comparison that answers and returns', code: taking("const take = Number(req.query.limit);\n  if (take > 100) return res.status(400).json({ error: 'too many' });") },
    { name: 'a comparison among others', code: taking('const take = Number(req.query.limit);\n  if (Number.isNaN(take) || take < 1 || take > 100) return res.sendStatus(400);') },
    { name: 'a comparison that selects', code: taking('const wanted = Number(req.query.limit);\n  const take = wanted > 100 ? 100 : wanted;') },
    { name: 'a comparison that selects, written the other way round', code: taking('const wanted = Number(req.query.limit);\n  const take = wanted <= MAX_PAGE ? wanted : MAX_PAGE;', 'const MAX_PAGE = 100;\n') },
    { name: 'a comparison with the limit on the left', code: taking('const wanted = Number(req.query.limit);\n  const take = 100 < wanted ? 100 : wanted;') },
    { name: 'a range test that selects', code: taking('const wanted = Number(req.query.limit);\n  const take = wanted > 0 && wanted <= 100 ? wanted : 20;') },
    { name: 'a comparison around the query', code: listing(PRISMA, 'const take = Number(req.query.limit);\n  if (take <= 100) {\n    res.json(await prisma.user.findMany({ take }));\n  } else res.sendStatus(400);') },
    { name: 'one of a fixed list', code: taking('const take = Number(req.query.limit);\n  if (![10, 25, 50].includes(take)) return res.sendStatus(400);') },
    { name: 'a remainder', code: taking('const take = Number(req.query.limit) % 100;') },
    { name: 'a constant by a word from the client', code: taking("const take = req.query.size === 'large' ? 100 : 20;") },
    { name: 'a table of sizes', code: taking('const take = SIZES[req.query.size] ?? 20;', 'const SIZES = { small: 10, large: 100 };\n') },
    { name: 'a bound on the raw text before it is parsed', code: taking('if (Number(req.query.limit) > 100) return res.sendStatus(400);\n  const take = Number(req.query.limit);') },
    { name: 'a named constant', code: taking('const take = PAGE_SIZE;', 'const PAGE_SIZE = 50;\n') },
  ],
  invalid: [
    uncapped({ name: 'a default', code: marked('const take = Number(req.query.limit ?? 20);') }),
    uncapped({ name: 'a default while destructuring', code: listing(PRISMA, 'const { limit = 20 } = req.query;\n  res.json(await prisma.user.findMany({ take: «Number(limit)» }));') }),
    uncapped({ name: 'a default by ||', code: marked('const take = Number(req.query.limit) || 20;') }),
    uncapped({ name: 'a truthiness ternary', code: marked('const take = req.query.limit ? Number(req.query.limit) : 20;') }),
    uncapped({ name: 'a test that only sees whether it is there', code: marked('let take = 20;\n  if (req.query.limit) take = Number(req.query.limit);') }),
    uncapped({ name: 'parseInt', code: marked('const take = parseInt(req.query.limit, 10);') }),
    uncapped({ name: 'Math.max', code: marked('const take = Math.max(Number(req.query.limit), 1);') }),
    uncapped({ name: 'Math.abs and Math.floor', code: marked('const take = Math.floor(Math.abs(Number(req.query.limit)));') }),
    uncapped({ name: 'a comparison with a lower limit', code: marked('const take = Number(req.query.limit);\n  if (take < 1) return res.sendStatus(400);') }),
    uncapped({ name: 'a comparison with a lower limit that selects', code: marked('const wanted = Number(req.query.limit);\n  const take = wanted > 0 ? wanted : 20;') }),
    uncapped({ name: 'NaN thrown out', code: marked("const take = Number(req.query.limit);\n  if (Number.isNaN(take)) throw new Error('no number');") }),
    uncapped({ name: 'a comparison that only logs', code: marked('const take = Number(req.query.limit);\n  if (take > 100) console.warn("a large page");') }),
    uncapped({ name: 'a comparison of something else', code: marked('const take = Number(req.query.limit);\n  if (Number(req.query.page) > 100) return res.sendStatus(400);') }),
    uncapped({ name: 'a comparison that assigns after the query has gone', code: listing(PRISMA, 'let take = Number(req.query.limit);\n  const rows = await prisma.user.findMany({ take: «take» });\n  if (take > 100) take = 100;\n  res.json({ rows, take });') }),
    uncapped({ name: 'a bound on one way only', code: listing(PRISMA, 'const wanted = Number(req.query.limit);\n  const take = req.query.all ? wanted : Math.min(wanted, 100);\n  res.json(await prisma.user.findMany({ take: «take» }));') }),
    uncapped({ name: 'a followed helper that only looks like a clamp', code: marked('const take = clampLimit(req.query.limit);', 'function clampLimit(value) {\n  return Math.max(Number(value), 1);\n}\n') }),
    uncapped({ name: "lodash's toNumber", code: marked('const take = toNumber(req.query.limit);', "import { toNumber } from 'lodash';\n") }),
  ],
});

/** A handler whose query string goes through a schema's parser. */
const parsed = (schema: string, parse: string) => listing(`${schema}\n${PRISMA}`, `${parse}\n  res.json(await prisma.user.findMany({ take: limit }));`);
const parsedMarked = (schema: string, parse: string) => listing(`${schema}\n${PRISMA}`, `${parse}\n  res.json(await prisma.user.findMany({ take: «limit» }));`);
const ZOD = "import { z } from 'zod';\n";
const JOI = "import Joi from 'joi';\n";
const YUP = "import * as yup from 'yup';\n";
const VALIBOT = "import * as v from 'valibot';\n";

tester.run('require-pagination-cap: schemas', rule('require-pagination-cap'), {
  valid: [
    { name: 'zod', code: parsed(`${ZOD}const Query = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) });`, 'const { limit } = Query.parse(req.query);') },
    { name: 'zod safeParse', code: parsed(`${ZOD}const Query = z.object({ limit: z.coerce.number().lte(100) });`, 'const result = Query.safeParse(req.query);\n  if (!result.success) return res.sendStatus(400);\n  const { limit } = result.data;') },
    { name: 'zod with the field elsewhere', code: parsed(`${ZOD}const size = z.coerce.number().max(100);\nconst Query = z.object({ page: z.coerce.number(), limit: size.optional() });`, 'const { limit } = Query.parse(req.query);') },
    { name: 'zod extended from another object', code: parsed(`${ZOD}const Page = z.object({ limit: z.coerce.number().max(100) });\nconst Query = Page.extend({ role: z.string() });`, 'const { limit } = Query.parse(req.query);') },
    { name: 'a zod enumeration', code: parsed(`${ZOD}const Query = z.object({ limit: z.union([z.literal(10), z.literal(50)]) });`, 'const { limit } = Query.parse(req.query);') },
    { name: 'zod over the whole request', code: parsed(`${ZOD}const Request = z.object({ query: z.object({ page: z.coerce.number(), limit: z.coerce.number().max(100) }) });`, 'const { query: { limit } } = Request.parse(req);') },
    { name: 'one field parsed alone', code: parsed(ZOD, 'const limit = z.coerce.number().max(100).parse(req.query.limit);') },
    { name: 'Joi', code: parsed(`${JOI}const query = Joi.object({ limit: Joi.number().integer().min(1).max(100) });`, 'const { value } = query.validate(req.query);\n  const { limit } = value;') },
    { name: 'Joi.attempt', code: parsed(`${JOI}const query = Joi.object({ limit: Joi.number().max(100) });`, 'const { limit } = Joi.attempt(req.query, query);') },
    { name: 'Joi validateAsync', code: parsed(`${JOI}const query = Joi.object().keys({ limit: Joi.number().max(100) });`, 'const { limit } = await query.validateAsync(req.query);') },
    { name: 'yup', code: parsed(`${YUP}const query = yup.object({ limit: yup.number().min(1).max(100).default(20) });`, 'const { limit } = await query.validate(req.query);') },
    { name: 'valibot', code: parsed(`${VALIBOT}const Query = v.object({ limit: v.pipe(v.string(), v.transform(Number), v.number(), v.maxValue(100)) });`, 'const { limit } = v.parse(Query, req.query);') },
    { name: 'valibot safeParse', code: parsed(`${VALIBOT}const Query = v.object({ limit: v.pipe(v.number(), v.maxValue(100)) });`, 'const { output } = v.safeParse(Query, req.query);\n  const { limit } = output;') },
    { name: 'a Joi schema on a hapi route', code: `import Hapi from '@hapi/hapi';\n${JOI}const server = Hapi.server();\n${PRISMA}server.route({ method: 'GET', path: '/users', handler: (request) => prisma.user.findMany({ take: request.query.limit }), options: { validate: { query: Joi.object({ limit: Joi.number().max(100) }) } } });\n` },
    { name: 'JSON schema on a Fastify route', code: `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}app.get('/users', { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100 } } } } }, async (request) => prisma.user.findMany({ take: request.query.limit }));\n` },
    { name: 'JSON schema held by a constant', code: `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}const schema = { querystring: { type: 'object', properties: { limit: { type: 'integer', maximum: 100 } } } };\napp.route({ method: 'GET', url: '/users', schema, handler: async (request) => prisma.user.findMany({ take: request.query.limit }) });\n` },
    { name: 'TypeBox on a Fastify route', code: `import Fastify from 'fastify';\nimport { Type } from '@sinclair/typebox';\nconst app = Fastify();\n${PRISMA}const Query = Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 100 }) });\napp.get('/users', { schema: { querystring: Query } }, async (request) => prisma.user.findMany({ take: request.query.limit }));\n` },
    { name: 'zod on a Hono route', code: `import { Hono } from 'hono';\nimport { zValidator } from '@hono/zod-validator';\n${ZOD}const app = new Hono();\n${PRISMA}app.get('/users', zValidator('query', z.object({ limit: z.coerce.number().max(100) })), async (c) => {\n  const { limit } = c.req.valid('query');\n  return c.json(await prisma.user.findMany({ take: limit }));\n});\n` },
    { name: 'express-validator', code: `import { query } from 'express-validator';\n${EXPRESS}${PRISMA}app.get('/users', query('limit').optional().isInt({ min: 1, max: 100 }).toInt(), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: req.query.limit }));\n});\n` },
    { name: 'express-validator in a list that has a name', code: `import { query } from 'express-validator';\n${EXPRESS}${PRISMA}const rules = [query('page').isInt(), query('limit').isInt({ max: 100 })];\napp.get('/users', rules, async (req, res) => {\n  res.json(await prisma.user.findMany({ take: req.query.limit }));\n});\n` },
    { name: 'celebrate', code: `import { celebrate, Joi } from 'celebrate';\n${EXPRESS}${PRISMA}app.get('/users', celebrate({ query: Joi.object({ limit: Joi.number().max(100) }) }), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: req.query.limit }));\n});\n` },
    { name: "a validating middleware of the app's own", code: `${ZOD}${EXPRESS}${PRISMA}app.get('/users', validate(z.object({ query: z.object({ limit: z.coerce.number().max(100) }) })), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: req.query.limit }));\n});\n` },
    { name: 'class-validator on a Nest DTO', code: nest('@IsInt()\n  @Min(1)\n  @Max(100)\n  limit = 20;', 'query.limit') },
    { name: 'class-validator on an inherited field', code: nest('@Max(100)\n  limit: number;', 'query.limit', 'UserQuery extends PageQuery {}') },
    { name: 'class-validator on a list of sizes', code: nest('@IsIn([10, 50])\n  limit: number;', 'query.limit') },
  ],
  invalid: [
    uncapped({ name: 'zod without a maximum', code: parsedMarked(`${ZOD}const Query = z.object({ limit: z.coerce.number().int().min(1).default(20) });`, 'const { limit } = Query.parse(req.query);') }),
    uncapped({ name: 'zod with a maximum of another field', code: parsedMarked(`${ZOD}const Query = z.object({ page: z.coerce.number().max(100), limit: z.coerce.number() });`, 'const { limit } = Query.parse(req.query);') }),
    uncapped({ name: 'zod over the whole request, with a maximum of another field', code: parsedMarked(`${ZOD}const Request = z.object({ query: z.object({ page: z.coerce.number().max(100), limit: z.coerce.number() }) });`, 'const { query: { limit } } = Request.parse(req);') }),
    uncapped({ name: 'zod on a Hono route, without a maximum', code: `import { Hono } from 'hono';\nimport { zValidator } from '@hono/zod-validator';\n${ZOD}const app = new Hono();\n${PRISMA}app.get('/users', zValidator('query', z.object({ limit: z.coerce.number() })), async (c) => {\n  const { limit } = c.req.valid('query');\n  return c.json(await prisma.user.findMany({ take: «limit» }));\n});\n` }),
    uncapped({ name: 'one field parsed alone, without a maximum', code: parsedMarked(ZOD, 'const limit = z.coerce.number().min(1).parse(req.query.limit);') }),
    uncapped({ name: 'Joi without a maximum', code: parsedMarked(`${JOI}const query = Joi.object({ limit: Joi.number().integer().min(1) });`, 'const { value } = query.validate(req.query);\n  const { limit } = value;') }),
    uncapped({ name: 'yup without a maximum', code: parsedMarked(`${YUP}const query = yup.object({ limit: yup.number().min(1) });`, 'const { limit } = await query.validate(req.query);') }),
    uncapped({ name: 'valibot without a maximum', code: parsedMarked(`${VALIBOT}const Query = v.object({ limit: v.pipe(v.number(), v.minValue(1)) });`, 'const { limit } = v.parse(Query, req.query);') }),
    uncapped({ name: 'JSON schema without a maximum', code: `import Fastify from 'fastify';\nconst app = Fastify();\n${PRISMA}app.get('/users', { schema: { querystring: { type: 'object', properties: { limit: { type: 'integer', minimum: 1 } } } } }, async (request) => prisma.user.findMany({ take: «request.query.limit» }));\n` }),
    uncapped({ name: 'TypeBox without a maximum', code: `import Fastify from 'fastify';\nimport { Type } from '@sinclair/typebox';\nconst app = Fastify();\n${PRISMA}const Query = Type.Object({ limit: Type.Integer({ minimum: 1 }) });\napp.get('/users', { schema: { querystring: Query } }, async (request) => prisma.user.findMany({ take: «request.query.limit» }));\n` }),
    uncapped({ name: 'express-validator without a maximum', code: `import { query } from 'express-validator';\n${EXPRESS}${PRISMA}app.get('/users', query('limit').optional().isInt({ min: 1 }).toInt(), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: «req.query.limit» }));\n});\n` }),
    uncapped({ name: 'express-validator for another field', code: `import { query } from 'express-validator';\n${EXPRESS}${PRISMA}app.get('/users', query('page').isInt({ max: 100 }), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: «req.query.limit» }));\n});\n` }),
    uncapped({ name: 'a Nest DTO without @Max', code: nest('@IsInt()\n  @Min(1)\n  limit = 20;', '«query.limit»') }),
    uncapped({ name: 'a Nest DTO with @Max on another field', code: nest('@Max(100)\n  page: number;\n  @IsInt()\n  limit: number;', '«query.limit»') }),
    uncapped({ name: 'a Nest pipe', code: `import { Controller, Get, ParseIntPipe, Query } from '@nestjs/common';\n${PRISMA}@Controller('users')\nexport class UsersController {\n  @Get()\n  list(@Query('limit', ParseIntPipe) limit: number) {\n    return prisma.user.findMany({ take: «limit» });\n  }\n}\n` }),
  ],
});

/** A Nest controller whose query string has the type of a DTO with some fields. */
function nest(fields: string, take: string, derived = ''): string {
  return `import { Controller, Get, Query } from '@nestjs/common';
import { IsIn, IsInt, Max, Min } from 'class-validator';
${PRISMA}class PageQuery {
  ${fields}
}
${derived === '' ? '' : `class ${derived}\n`}@Controller('users')
export class UsersController {
  @Get()
  list(@Query() query: ${derived === '' ? 'PageQuery' : derived.replace(/ .*/, '')}) {
    return prisma.user.findMany({ take: ${take} });
  }
}
`;
}

const OWN = 'const pageSize = (text) => Number(text);\n';

tester.run('require-pagination-cap: settings', rule('require-pagination-cap'), {
  valid: [
    {
      name: 'a bounding function that settings name',
      code: listing(MONGOOSE + OWN, 'res.json(await User.find().limit(pageSize(req.query.limit)));'),
      settings: { 'backend-patterns': { boundFunctions: ['pageSize'] } },
    },
  ],
  invalid: [
    uncapped({ name: 'the same function, which nobody names', code: listing(MONGOOSE + OWN, 'res.json(await User.find().limit(«pageSize(req.query.limit)»));') }),
    {
      name: 'maxPageSize stands in the message and in the suggestion',
      code: listing(MONGOOSE, 'res.json(await User.find().limit(req.query.limit));'),
      settings: { 'backend-patterns': { maxPageSize: 250 } },
      errors: [{ messageId: 'uncappedLimit', data: { value: 'limit', query: 'User.find', max: '250' }, suggestions: [{ messageId: 'clamp', data: { max: '250' }, output: listing(MONGOOSE, 'res.json(await User.find().limit(Math.min(Math.max(req.query.limit, 1), 250)));') }] }],
    },
    {
      name: 'a shorthand property gets its name back',
      code: listing(PRISMA, 'const take = Number(req.query.limit);\n  res.json(await prisma.user.findMany({ take }));'),
      errors: [{ messageId: 'uncappedLimit', suggestions: [{ messageId: 'clamp', output: listing(PRISMA, 'const take = Number(req.query.limit);\n  res.json(await prisma.user.findMany({ take: Math.min(Math.max(take, 1), 100) }));') }] }],
    },
  ],
});
