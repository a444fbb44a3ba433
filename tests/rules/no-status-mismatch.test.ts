import { inApp, lintProject, rule, tester } from '#kit';
import { expect, it } from 'vitest';
import { marked, type Rest } from './marked.kit.js';

/** The body of an Express handler. */
function express(body: string, path = '/orders/:id'): string {
  return `import express from 'express';\nconst app = express();\napp.post('${path}', async (req, res, next) => {\n  ${body}\n});\n`;
}

function fastify(body: string): string {
  return `import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/orders', async (request, reply) => {\n  ${body}\n});\n`;
}

function koa(body: string): string {
  return `import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  ${body}\n});\n`;
}

function hono(body: string): string {
  return `import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/orders', async (c) => {\n  ${body}\n});\n`;
}

function hapi(body: string): string {
  return `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route({ method: 'GET', path: '/orders', handler: async (request, h) => {\n  ${body}\n} });\n`;
}

function nest(method: string, decorators = ''): string {
  return `import { Controller, Get, HttpCode, HttpException, HttpStatus, Post, Res } from '@nestjs/common';\nimport type { Response } from 'express';\n@Controller('orders')\nexport class OrdersController {\n  @Get(':id')\n  ${decorators}${method}\n}\n`;
}

function api(body: string): string {
  return `import type { NextApiRequest, NextApiResponse } from 'next';\nexport default async function handler(req: NextApiRequest, res: NextApiResponse) {\n  ${body}\n}\n`;
}

const route: Rest = { filename: inApp('src/app/orders/route.ts') };

function nextRoute(body: string): string {
  return `import { NextResponse } from 'next/server';\nexport async function GET(request: Request) {\n  ${body}\n}\n`;
}

type Case = ReturnType<typeof marked>;

/** A case of which each report suggests one edit. */
function editable({ errors, ...rest }: Case): Case {
  return { ...rest, errors: errors.map((error) => ({ ...error, suggestions: 1 as never })) };
}

const failure = (name: string, text: string, rest: Rest = {}): Case => editable(marked(name, 'failureAsSuccess', text, rest));
const success = (name: string, text: string, rest: Rest = {}): Case => editable(marked(name, 'successAsFailure', text, rest));
const body = (name: string, text: string, rest: Rest = {}): Case => editable(marked(name, 'bodyWithoutContent', text, rest));
/** A report where no edit is in plain sight. */
const fixed = (message: 'failureAsSuccess' | 'successAsFailure' | 'bodyWithoutContent', name: string, text: string, rest: Rest = {}): Case => marked(name, message, text, rest);

/** Reports the mark, and suggests this status where `from` stands. */
function repaired(name: string, message: string, text: string, from: string, to: string): ReturnType<typeof marked> {
  const plain = text.replace(/[«»]/g, '');
  return marked(name, message, text, { suggested: ['sendStatus', plain.replace(from, to)] });
}

tester.run('no-status-mismatch', rule('no-status-mismatch'), {
  valid: [
    { name: 'a result with an error beside it, and a status written out for it', code: express("const { cart, left } = await pay();\n  if (left) return res.status(200).json({ type: 'cart', cart, error: { message: left.message } });") },
    // A failure with a status of its own.
    { name: 'an error with a 4xx', code: express("if (!req.body.name) return res.status(400).json({ error: 'No name' });\n  res.json({});") },
    { name: 'an error whose status a statement sets', code: express("if (!req.body.name) {\n    res.status(400);\n    return res.json({ error: 'No name' });\n  }\n  res.json({});") },
    { name: 'an error whose status is assigned', code: express("if (!req.body.name) {\n    res.statusCode = 400;\n    return res.json({ error: 'No name' });\n  }\n  res.json({});") },
    { name: 'an error whose status an outer function sets', code: express("res.status(400);\n  await each(() => { if (!req.body.name) res.json({ error: 'No name' }); });") },
    { name: 'an error whose status the head sets', code: express("res.writeHead(400);\n  if (!req.body.name) res.end(JSON.stringify({ error: 'No name' }));") },
    { name: 'an error with a status that cannot be read', code: express("if (!req.body.name) res.status(Number(req.query.s)).json({ error: 'No name' });") },
    { name: 'an error with the status that it carries, or 500', code: express("try { await load(); } catch (err) { res.status(err.status || 500).json({ error: err.message }); }") },
    { name: 'an error with one of two statuses of the 4xx', code: express("if (!req.body.name) res.status(req.query.a ? 400 : 422).json({ error: 'No name' });") },
    { name: 'an error with a status of an enum', code: `enum Status { Ok = 200, Bad = 400 }\n${express("if (!req.body.name) res.status(Status.Bad).json({ error: 'No name' });")}` },
    { name: 'an error with a status of an enum that names none', code: `enum Status { Ok, Bad }\n${express("if (!req.body.name) res.status(Status.Bad).json({ error: 'No name' });")}` },
    { name: 'an error with a status by the name of http-status-codes', code: `import { StatusCodes } from 'http-status-codes';\n${express("if (!req.body.name) res.status(StatusCodes.BAD_REQUEST).json({ error: 'No name' });")}` },
    { name: 'a step that nobody knows before the body', code: express("if (!req.body.name) res.fail(400).json({ error: 'No name' });") },
    { name: 'a response that another function had first', code: express("prepare(res);\n  if (!req.body.name) res.json({ error: 'No name' });") },
    { name: 'a status that only some paths set', code: express("if (req.query.strict) res.status(400);\n  if (!req.body.name) res.json({ error: 'No name' });") },
    { name: 'a status that a callback sets', code: express("await each((one) => { res.status(400); });\n  if (!req.body.name) res.json({ error: 'No name' });") },
    { name: 'a helper whose caller may have set a status', code: "import type { Response } from 'express';\nexport function fail(res: Response, name: string) {\n  if (!name) res.json({ error: 'No name' });\n}\n" },
    { name: 'a helper that looks like a handler and is called', code: "function fail(req, res) {\n  if (!req.body.name) res.json({ error: 'No name' });\n}\nexport function save(other, answer) {\n  answer.status(400);\n  fail(other, answer);\n}\n" },
    // What is no failure for sure.
    { name: 'an error key that may hold nothing', code: express('const { data, error } = await load();\n  res.json({ data, error });') },
    { name: 'an error key that holds nothing', code: express('if (req.body.name) res.json({ error: null });\n  else res.json({ error: false, errors: [], err: {}, errorMessage: undefined });') },
    { name: 'an error key with one of two values', code: express("if (req.body.name) res.json({ error: req.body.a ? 'No name' : null });") },
    { name: 'an error key in a catch with one of two values', code: express("try { await load(); } catch (err) { res.json({ error: req.body.a ? err.message : null }); }") },
    { name: 'a success that hangs on a value', code: express('const ok = await load();\n  res.json({ success: ok });') },
    { name: 'a success that a function returns', code: `function isDone(x) {\n  if (x) return false;\n  return true;\n}\n${express('if (req.body.a) res.json({ success: isDone(1) });')}` },
    { name: 'a success that is put in later', code: express("const result = { success: false };\n  if (req.body.a) result.success = true;\n  res.json(result);") },
    { name: 'an object that is chosen later', code: express("let result = { success: false };\n  if (req.body.a) result = { success: true };\n  res.json(result);") },
    { name: 'success and failure in one body', code: express("if (req.body.a) res.json({ success: true, error: 'partly' });") },
    { name: 'a text about failing that every request gets', code: express("res.json({ message: 'What to do when an order is not found' });") },
    { name: 'labels among which one is for errors', code: express("res.json({ title: 'Orders', error: 'Something failed' });") },
    { name: 'rows with a message', code: express("if (req.body.a) res.json({ rows: [], message: 'Not found in this year' });") },
    { name: 'a text that speaks of no failure', code: express("if (req.body.a) res.send('Hello');\n  else res.json({ message: 'Hello' });") },
    { name: 'a fallback in a catch', code: express('try { res.json(await load()); } catch { res.json([]); }') },
    { name: 'a body that is spread together', code: express("if (req.body.a) res.json({ ...defaults, message: 'Not found' });") },
    // Whose status is for someone else.
    { name: 'a webhook that acknowledges', code: express("if (!req.body.type) return res.json({ error: 'Invalid event' });\n  res.json({ received: true });", '/webhooks/stripe') },
    { name: 'a webhook that acknowledges, by the name of its handler', code: "import express from 'express';\nconst app = express();\napp.post('/stripe', stripeWebhook);\nfunction stripeWebhook(req, res) {\n  if (!req.body.type) res.json({ error: 'Invalid event' });\n}\n" },
    { name: 'a webhook that acknowledges, by its file', filename: inApp('src/webhooks/stripe.ts'), code: express("if (!req.body.type) res.json({ error: 'Invalid event' });") },
    { name: 'a status that a comment explains', code: express("try { await load(); } catch (err) {\n    // Always 200, or the sender tries again.\n    res.json({ error: 'Invalid event' });\n  }") },
    { name: 'a status that a comment on its line explains', code: express("try { await load(); } catch (err) {\n    res.json({ error: 'Invalid event' }); // acknowledge\n  }") },
    { name: 'a yes/no answer', code: express("if (!(await find(req.body.name))) return res.json({ available: false, message: 'Already taken' });\n  res.json({ available: true });") },
    { name: 'an answer to a question, by its path', code: express("if (await find(req.body.name)) res.json({ success: false, message: 'Already taken' });", '/users/check-name') },
    { name: 'an answer to a question, by the name of its handler', code: "import express from 'express';\nconst app = express();\napp.get('/names/:name', checkName);\nfunction checkName(req, res) {\n  if (!req.params.name) res.json({ success: false });\n}\n" },
    { name: 'a health check', code: express("if (!db.open) res.json({ status: 'error' });", '/health') },
    { name: 'a call of JSON-RPC', code: express("if (!req.body.method) res.json({ jsonrpc: '2.0', error: { code: -32600, message: 'Invalid request' } });") },
    { name: 'a rendered page', code: express("if (!req.body.name) res.render('form', { error: 'No name' });") },
    { name: 'a page in a text', code: express("if (!req.body.name) res.send('<h1>Not found</h1>');") },
    { name: 'a redirect', code: express("if (!req.body.name) res.redirect('/login?error=invalid');") },
    { name: 'several statuses in one body', code: express("if (req.body.a) res.status(207).json({ success: false, results: [] });") },
    { name: 'a procedure of tRPC', code: "import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const save = t.procedure.mutation(async ({ input }) => {\n  if (!input) return { success: false, error: 'Not found' };\n  return { success: true };\n});\n" },
    { name: 'an event of a stream', code: express("if (!req.body.name) res.write('Not found');\n  res.end();") },
    // Frameworks and their own ways.
    { name: 'Fastify: an error with a code', code: fastify("if (!request.query.id) return reply.code(404).send({ error: 'Not found' });\n  return {};") },
    { name: 'Fastify: a returned error after a code', code: fastify("if (!request.query.id) {\n    reply.code(404);\n    return { error: 'Not found' };\n  }\n  return {};") },
    { name: 'Fastify: a named error', code: fastify("if (!request.query.id) return reply.notFound('Not found');\n  return {};") },
    { name: 'Fastify: the error handler, whose status is set before', code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  reply.send({ error: error.message });\n});\n" },
    { name: 'Fastify: the handler of unknown addresses, whose status is set before', code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.setNotFoundHandler((request, reply) => {\n  reply.send({ error: 'Not found' });\n});\n" },
    { name: 'Fastify: no content', code: fastify('reply.code(204);\n  return reply.send();') },
    { name: 'Koa: a status before the body', code: koa("if (!ctx.query.id) {\n    ctx.status = 404;\n    ctx.body = { error: 'Not found' };\n  }") },
    { name: 'Koa: a status after the body', code: koa("if (!ctx.query.id) {\n    ctx.body = { error: 'Not found' };\n    ctx.status = 404;\n  }") },
    { name: 'Koa: a status that is counted up', code: koa("if (!ctx.query.id) {\n    ctx.status += 1;\n    ctx.body = { error: 'Not found' };\n  }") },
    { name: 'Koa: an error with a status', code: koa("if (!ctx.query.id) ctx.throw(404, 'Not found');\n  ctx.body = {};") },
    { name: 'Hono: a status beside the body', code: hono("if (!c.req.query('id')) return c.json({ error: 'Not found' }, 404);\n  return c.json({});") },
    { name: 'Hono: a status before the body', code: hono("if (!c.req.query('id')) {\n    c.status(404);\n    return c.json({ error: 'Not found' });\n  }\n  return c.json({});") },
    { name: 'Hono: options that come from elsewhere', code: hono("if (!c.req.query('id')) return c.json({ error: 'Not found' }, ...rest);\n  return c.json({});") },
    { name: 'Hapi: a code after the body', code: hapi("if (!request.query.id) return h.response({ error: 'Not found' }).type('application/json').code(404);\n  return {};") },
    { name: 'Hapi: a code of a response that has a name', code: hapi("if (!request.query.id) {\n    const response = h.response({ error: 'Not found' });\n    response.code(404);\n    return response;\n  }\n  return {};") },
    { name: 'Hapi: a response that another function has a look at', code: hapi("if (!request.query.id) {\n    const response = h.response({ error: 'Not found' });\n    return failing(response);\n  }\n  return {};") },
    { name: 'Hapi: a response that another function gets', code: hapi("if (!request.query.id) return failing(h.response({ error: 'Not found' }));\n  return {};") },
    { name: 'Nest: an exception', code: nest("find(id: string) {\n    if (!id) throw new HttpException('Not found', HttpStatus.NOT_FOUND);\n    return {};\n  }") },
    { name: 'Nest: an exception with a status that cannot be read', code: nest("find(id: string) {\n    if (!id) throw new HttpException('Not found', this.status);\n    return {};\n  }") },
    { name: 'Nest: a decorated status', code: nest("find(id: string) {\n    if (!id) return { error: 'Not found' };\n    return {};\n  }", '@HttpCode(404)\n  ') },
    { name: 'Nest: a decorated status that cannot be read', code: nest("find(id: string) {\n    if (!id) return { error: 'Not found' };\n    return {};\n  }", '@HttpCode\n  ') },
    { name: 'Nest: a response that is at hand, and its status', code: nest("find(id: string, @Res({ passthrough: true }) res: Response) {\n    if (!id) {\n      res.status(404);\n      return { error: 'Not found' };\n    }\n    return {};\n  }") },
    { name: 'Nest: no content', code: nest('remove(id: string) {\n    return null;\n  }', '@HttpCode(204)\n  ') },
    { name: 'Next.js: a status among the options', code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Not found' }, { status: 404 });\n  return NextResponse.json({});"), ...route },
    { name: 'Next.js: options that come from elsewhere', code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Not found' }, init);\n  return NextResponse.json({});"), ...route },
    { name: 'Next.js: options that are spread together', code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Not found' }, { ...init });\n  return NextResponse.json({});"), ...route },
    { name: 'Next.js: an API route with a status', code: api("if (!req.query.id) return res.status(404).json({ error: 'Not found' });\n  res.json({});") },
    { name: 'a response of the Fetch API with a status', code: nextRoute("if (!request.url) return new Response(JSON.stringify({ error: 'Not found' }), { status: 404 });\n  return new Response('{}');"), ...route },
    { name: 'Restify: a number before the body', code: "import restify from 'restify';\nconst server = restify.createServer();\nserver.get('/x', (req, res, next) => {\n  if (!req.query.id) res.send(404, { error: 'Not found' });\n  next();\n});\n" },
    { name: 'an answer of the team that may set a status itself', settings: { 'backend-patterns': { responseMethods: ['renderJSON'] } }, code: express("if (!req.body.name) res.renderJSON({ error: 'No name' });") },
    { name: 'React Router: data of an action', code: "import { data } from 'react-router';\nimport type { ActionFunctionArgs } from 'react-router';\nexport async function action({ request }: ActionFunctionArgs) {\n  if (!request) return { error: 'No name' };\n  return {};\n}\n", filename: inApp('app/routes/orders.ts') },
    { name: 'AdonisJS: a method that is called like its status', code: "import type { HttpContext } from '@adonisjs/core/http';\nexport default class OrdersController {\n  async find({ request, response }: HttpContext) {\n    if (!request.input('id')) return response.badRequest({ error: 'No id' });\n    return response.json({});\n  }\n}\n" },
    { name: 'tRPC: an error', code: "import { TRPCError, initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const find = t.procedure.query(({ input }) => {\n  if (!input) throw new TRPCError({ code: 'NOT_FOUND', message: 'Not found' });\n});\n" },
    { name: 'Nest: a named exception', code: nest("find(id: string) {\n    if (!id) throw new NotFoundException('Not found');\n    return {};\n  }").replace('HttpException,', 'HttpException, NotFoundException,') },
    { name: 'Nest: an exception without a status', code: nest("find(id: string) {\n    if (!id) throw new HttpException('Not found');\n    return {};\n  }") },
    { name: 'Hapi: one of two codes of a response that has a name', code: hapi("const response = h.response({ error: 'Not found' });\n  if (request.query.id) response.code(404);\n  else response.code(400);\n  return response;") },
    { name: 'Hapi: a response that is handed to a name in parts', code: hapi("if (!request.query.id) {\n    const { source } = h.response({ error: 'Not found' }).code(404);\n    return source;\n  }\n  return {};") },
    { name: 'a status that is spread', code: express("if (!req.body.name) res.status(...codes).json({ error: 'No name' });") },
    { name: 'a status that leads from function to function without end', code: `const first = () => second();\nconst second = () => first();\n${express("if (!req.body.name) res.status(first()).json({ error: 'No name' });")}` },
    { name: 'a status of a response that cannot be told', code: express("if (!req.body.name) {\n    held().status = 400;\n    res.json({ error: 'No name' });\n  }") },
    { name: 'a job that a queue hands out', filename: inApp('src/app/api/jobs/process/route.ts'), code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Invalid job' });\n  return NextResponse.json({});") },
    { name: 'a job that a scheduler starts', filename: inApp('src/app/api/cron/clean/route.ts'), code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Invalid job' });\n  return NextResponse.json({});") },
    { name: 'an answer to a question, by the place of its file', filename: inApp('src/app/domains/validate/route.ts'), code: nextRoute("if (!request.url) return NextResponse.json({ error: 'Invalid domain' });\n  return NextResponse.json({});") },
    { name: 'work that is passed over', code: express("if (!req.body.name) res.send('User not found, skipping');") },
    { name: 'a body that names itself', code: express('const made = made;\n  if (!req.body.name) res.json(made);') },
    { name: 'a body that a library makes', code: express("if (!req.body.name) res.json(await axios.get('/x'));") },
    { name: 'a body of a key that is put together', code: express("if (!req.body.name) res.json({ [req.body.key]: 'Not found' });") },
    { name: 'an envelope around a number', code: `const wrap = (data) => ({ data, kind: 'x', get: () => 1 });\n${express("if (!req.body.name) res.json(wrap('Not found'));")}` },
    { name: 'an error of which a condition has asked something else', code: express('const found = load(req);\n  if (!found.size) res.json({ error: found.error });\n  if (!load(req).success) res.json({ error: found.error });\n  if (![].success) res.json({ error: (a, b).error });') },
    { name: 'the error of a catch and a spread', code: express('try { await load(); } catch (err) { res.json({ error: read(...err) }); }') },
    { name: 'one of two values in a catch, with and', code: express('try { await load(); } catch (err) { res.json({ error: err && req.body.a }); }') },
    { name: 'a text of success in an object with more', code: express("res.status(400).json({ rows: [], message: 'Saved successfully' });") },
    // No content.
    { name: 'no content and no body', code: express('res.status(204).end();') },
    { name: 'no content and an empty body', code: express('if (req.body.a) res.status(204).json({});\n  else if (req.body.b) res.status(204).send(null);\n  else res.status(204).send("");') },
    { name: 'no content and what nobody knows', code: express('res.status(204).send(await remove(req.params.id));') },
    { name: 'no content where there are no rows', code: express('const rows = [1];\n  res.status(req.body.a ? 200 : 204).json({ rows });') },
    { name: 'not modified, with an empty list', code: express('res.status(304).send([]);') },
    // A success.
    { name: 'a success with a 2xx', code: express('res.status(201).json({ success: true });') },
    { name: 'a 4xx that says no success', code: express("res.status(400).json({ message: 'Could not be created successfully' });") },
    { name: 'a 4xx with data', code: express("res.status(409).json({ id: 1, status: 'paid' });") },
    { name: 'a success whose status may be one of the 2xx', code: express('res.status(req.body.a ? 200 : 400).json({ success: true });') },
    { name: 'a success whose status is not known in all cases', code: express('res.status(req.body.status || 400).json({ success: true });') },
    { name: 'a test file', filename: inApp('tests/app.ts'), code: express("if (!req.body.name) res.json({ error: 'No name' });") },
  ],
  invalid: [
    failure('an error alone, and a status written out for it', express("const { left } = await pay();\n  if (left) return res.status(«200»).json({ type: 'cart', step: 'pay', error: { message: left.message } });")),
    failure('a result with an error beside it, and no status', express("const { cart, left } = await pay();\n  if (left) return res.json(«{ type: 'cart', cart, error: { message: left.message } }»);")),
    // A failure, by its body.
    failure('an error with an implied status', express("if (!req.body.name) return res.json(«{ error: 'No name' }»);\n  res.json({});")),
    failure('an error with 200', express("if (!req.body.name) return res.status(«200»).json({ error: 'No name' });\n  res.json({});")),
    failure('an error with 201', express("if (!req.body.name) return res.status(«201»).json({ error: 'No name' });\n  res.json({});")),
    failure('success: false', express("if (!req.body.name) res.json(«{ success: false }»);")),
    failure('success: false at the end of a handler', express("await load();\n  res.json(«{ success: false, data: null }»);")),
    failure('ok: false', express("if (!req.body.name) res.json(«{ ok: false }»);")),
    failure("status: 'error'", express("if (!req.body.name) res.json(«{ status: 'error', data: [] }»);")),
    failure('status: false', express('if (!req.body.name) res.json(«{ status: false }»);')),
    failure('a status in the body', express("if (!req.body.name) res.json(«{ statusCode: 404, message: 'Nothing here' }»);")),
    failure('an object of an error', express("if (!req.body.name) res.json(«{ error: { code: 'NO_NAME' } }»);")),
    failure('a list of errors', express("if (!req.body.name) res.json(«{ errors: ['No name'] }»);")),
    failure('error: true', express('if (!req.body.name) res.json(«{ error: true }»);')),
    failure('a text that is put together', express("if (!req.body.name) res.json(«{ error: `No ${req.body.a}` }»);\n  else if (!req.body.b) res.json({});")),
    failure('a text that is added up', express("if (!req.body.name) res.json(«{ error: 'No ' + req.body.a }»);")),
    failure('a text out of a constant', `const TEXTS = { name: 'No name' };\n${express('if (!req.body.name) res.json(«{ error: TEXTS.name }»);')}`),
    failure('a translated text', express("if (!req.body.name) res.json(«{ error: t('no.name') }»);")),
    failure('an error that a condition asked for', express('const { error } = schema.validate(req.body);\n  if (error) res.json(«{ error }»);')),
    failure('an error of a result that a condition asked for', express('const parsed = schema.safeParse(req.body);\n  if (!parsed.success) res.json(«{ error: parsed.error }»);')),
    failure('errors of a result that a condition asked for', express('const found = validationResult(req);\n  if (!found.isEmpty()) return res.json(«{ errors: found.array() }»);')),
    failure('an error with both of two values', express("if (!req.body.name) res.json(«{ error: req.body.a ? 'No a' : 'No b' }»);")),
    failure('a message of a failure', express("if (!req.body.name) res.json(«{ message: 'Order not found' }»);")),
    failure('a text of a failure', express("if (!req.body.name) res.send(«'Order not found'»);")),
    failure('a text of a failure after an early exit', express("if (req.body.name) return res.json({});\n  res.send(«'Order not found'»);")),
    failure('the other branch of a condition', express("if (req.body.name) res.json({});\n  else res.send(«'Order not found'»);")),
    failure('a body by its name', express("const failed = { error: 'No name' };\n  if (!req.body.name) res.json(«failed»);")),
    failure('a body that a function puts together', `function failed(text) {\n  return { success: false, message: text };\n}\n${express("if (!req.body.name) res.json(«failed('No name')»);")}`),
    failure('a body inside an envelope that a function makes', `const wrap = (data, status = 'success') => ({ status, data });\n${express("res.json(«wrap({ error: 'Not supported' })»);")}`),
    failure('a body that is written out', express("if (!req.body.name) res.end(«JSON.stringify({ error: 'No name' })»);")),
    failure('nothing but an error, whatever comes in', express("res.json(«{ error: 'This is gone' }»);")),
    failure('a question that could not be answered', express("try { await load(); } catch (err) { res.json(«{ error: err.message }»); }", '/names/check')),
    // A failure, by its place.
    failure('the error of a catch', express('try { await load(); } catch (err) { res.json(«{ error: err.message }»); }')),
    failure('the error of a catch, through a function', express('try { await load(); } catch (err) { res.json(«{ error: messageOf(err) }»); }')),
    failure('the error of a catch, or a text', express("try { await load(); } catch (err) { res.json(«{ error: err.message || 'x' }»); }")),
    failure('a reason that may be missing, or a text, in a catch', express("try { await load(); } catch { res.json(«{ error: reason ?? 'x' }»); }")),
    failure('a text in a catch', express("try { await load(); } catch (err) { res.send(«'Something went wrong'»); }")),
    failure('a text in a rejection handler', express("load().then((rows) => res.json(rows)).catch(() => res.send(«'Error while loading'»));")),
    failure('a text in the second function of a promise', express("load().then((rows) => res.json(rows), () => res.send(«'Error while loading'»));")),
    failure('an error in a callback', express("db.find({}, (err, rows) => {\n    if (err) return res.send(«'Could not load'»);\n    res.json(rows);\n  });").replace("import express", "import { readFile } from 'node:fs';\nimport express")),
    failure('the error middleware', "import express from 'express';\nconst app = express();\napp.use((err, req, res, next) => {\n  res.json(«{ error: err.message }»);\n});\n"),
    // A status, by how it is set.
    failure('200 before the body', express("if (!req.body.name) {\n    res.status(200);\n    return res.json(«{ error: 'No name' }»);\n  }\n  res.json({});")),
    failure('a status of another branch', express("if (req.query.a) {\n    res.status(400);\n    return res.json({ error: 'No a' });\n  }\n  if (!req.body.name) res.json(«{ error: 'No name' }»);")),
    failure('a status of another answer', express("if (req.query.a) return res.status(400).json({ error: 'No a' });\n  if (!req.body.name) res.json(«{ error: 'No name' }»);")),
    failure('a status by name', `import { StatusCodes } from 'http-status-codes';\n${express("if (!req.body.name) res.status(«StatusCodes.OK»).json({ error: 'No name' });")}`),
    failure('a status by the name of http-status', `import httpStatus from 'http-status';\n${express("if (!req.body.name) res.status(«httpStatus.OK»).json({ error: 'No name' });")}`),
    failure('a status of an enum of the app', `enum Status { Ok = 200, Bad = 400 }\n${express("if (!req.body.name) res.status(«Status.Ok»).json({ error: 'No name' });")}`),
    failure('a status of a constant of the app', `const OK = 200;\n${express("if (!req.body.name) res.status(«OK»).json({ error: 'No name' });")}`),
    fixed('failureAsSuccess', 'a status that a function picks', `function pick(error) {\n  switch (error.name) {\n    case 'A':\n      return 422;\n    default:\n      return 200;\n  }\n}\n${express("try { await load(); } catch (err) {\n    const code = pick(err);\n    res.status(«code»).json({ status: 'error' });\n  }")}`),
    failure('a guard that answers through a function', express("if (!req.query.a) return fail(res);\n  if (!req.body.name) res.json(«{ error: 'No name' }»);")),
    failure('a type beside the body', express("if (!req.body.name) res.type('json').send(«{ error: 'No name' }»);")),
    failure('a helper that says 200', "import type { Response } from 'express';\nexport function fail(res: Response, name: string) {\n  if (!name) res.status(«200»).json({ error: 'No name' });\n}\n"),
    failure('an answer of the team after a status', express("if (!req.body.name) res.status(«200»).renderJSON({ error: 'No name' });"), { settings: { 'backend-patterns': { responseMethods: ['renderJSON'] } } }),
    // Frameworks.
    failure('Fastify: an implied status', fastify("if (!request.query.id) return reply.send(«{ error: 'Not found' }»);\n  return {};")),
    fixed('failureAsSuccess', 'Fastify: a returned body', fastify("if (!request.query.id) return «{ error: 'Not found' }»;\n  return {};")),
    fixed('failureAsSuccess', 'Fastify: a status of another branch', fastify("if (request.query.a) {\n    reply.code(400);\n    return { error: 'No a' };\n  }\n  if (!request.query.id) return «{ error: 'Not found' }»;\n  return {};")),
    fixed('failureAsSuccess', 'Koa: an implied status', koa("if (!ctx.query.id) ctx.body = «{ error: 'Not found' }»;")),
    failure('Koa: 200', koa("if (!ctx.query.id) {\n    ctx.status = 200;\n    ctx.body = «{ error: 'Not found' }»;\n  }")),
    fixed('failureAsSuccess', 'Koa: an error that is caught', koa("try { await next(); } catch (err) { ctx.body = «{ error: err.message }»; }")),
    failure('Hono: an implied status', hono("if (!c.req.query('id')) return c.json(«{ error: 'Not found' }»);\n  return c.json({});")),
    failure('Hono: 200', hono("if (!c.req.query('id')) return c.json({ error: 'Not found' }, «200»);\n  return c.json({});")),
    failure('Hono: the error handler', "import { Hono } from 'hono';\nconst app = new Hono();\napp.onError((err, c) => c.json(«{ error: err.message }»));\n"),
    fixed('failureAsSuccess', 'Hapi: an implied status', hapi("if (!request.query.id) return h.response(«{ error: 'Not found' }»);\n  return {};")),
    failure('Hapi: 200', hapi("if (!request.query.id) return h.response({ error: 'Not found' }).code(200);\n  return {};").replace("{ error: 'Not found' }", "«{ error: 'Not found' }»")),
    fixed('failureAsSuccess', 'Hapi: a returned body', hapi("if (!request.query.id) return «{ error: 'Not found' }»;\n  return {};")),
    fixed('failureAsSuccess', 'Hapi: a response that has a name and no code', hapi("if (!request.query.id) {\n    const response = h.response(«{ error: 'Not found' }»);\n    response.type('application/json');\n    return response;\n  }\n  return {};")),
    fixed('failureAsSuccess', 'Nest: a returned body', nest("find(id: string) {\n    if (!id) return «{ success: false, message: 'Not found' }»;\n    return {};\n  }")),
    failure('Nest: an exception with 200', nest("find(id: string) {\n    if (!id) throw new HttpException('Not found', «HttpStatus.OK»);\n    return {};\n  }")),
    failure('Nest: an exception with 204', nest("find(id: string) {\n    if (!id) throw new HttpException('Not found', «HttpStatus.NO_CONTENT»);\n    return {};\n  }")),
    failure('Nest: a response that is at hand', nest("find(id: string, @Res() res: Response) {\n    if (!id) return res.json(«{ error: 'Not found' }»);\n    return res.json({});\n  }")),
    failure('Next.js: an implied status', nextRoute("if (!request.url) return NextResponse.json(«{ error: 'Not found' }»);\n  return NextResponse.json({});"), route),
    fixed('failureAsSuccess', 'Next.js: options without a status', nextRoute("if (!request.url) return NextResponse.json(«{ error: 'Not found' }», { headers: {} });\n  return NextResponse.json({});"), route),
    failure('Next.js: an API route', api("if (!req.query.id) return res.json(«{ error: 'Not found' }»);\n  res.json({});")),
    failure('a response of the Fetch API', nextRoute("if (!request.url) return new Response(«JSON.stringify({ error: 'Not found' })»);\n  return new Response('{}');"), route),
    failure('SvelteKit', "import { json } from '@sveltejs/kit';\nexport async function GET({ url }) {\n  if (!url) return json(«{ error: 'Not found' }»);\n  return json({});\n}\n", { filename: inApp('src/routes/orders/+server.ts') }),
    // No content.
    body('a body with 204', express("res.status(«204»).json({ message: 'Deleted' });")),
    body('a text with 204', express("res.status(«204»).send('Deleted');")),
    body('a body with 205', express("res.status(«205»).json({ message: 'Deleted' });")),
    fixed('bodyWithoutContent', 'a body with 304', express("res.status(«304»).json([{ id: 1 }]);")),
    body('a body with 204 by name', `import { StatusCodes } from 'http-status-codes';\n${express("res.status(«StatusCodes.NO_CONTENT»).json({ message: 'Deleted' });")}`),
    body('an error with 204', express("if (!req.body.name) res.status(«204»).json({ error: 'No name' });")),
    body('a row with 204', `import { Schema, model } from 'mongoose';\nconst Order = model('Order', new Schema({}));\n${express('const gone = await Order.findByIdAndDelete(req.params.id);\n  res.status(«204»).json(gone);')}`),
    body('a text that is put together, with 204', express('res.status(«204»).send(`Deleted ${req.params.id}`);')),
    body('Fastify: a returned body after 204', fastify("reply.code(204);\n  return «{ message: 'Deleted' }»;")),
    body('Fastify: what a transaction returns after 204', `import Knex from 'knex';\nconst db = Knex({});\n${fastify("return db.transaction(async (trx) => {\n    reply.code(204);\n    return «{ message: 'Deleted' }»;\n  });")}`),
    body('Koa: a body after 204', koa("ctx.status = 204;\n  ctx.body = «{ message: 'Deleted' }»;")),
    body('Hono: a body with 204', hono("return c.json({ message: 'Deleted' }, «204»);")),
    fixed('bodyWithoutContent', 'Nest: a returned body of a method without content', nest("remove(id: string) {\n    return «{ message: 'Deleted' }»;\n  }", '@HttpCode(HttpStatus.NO_CONTENT)\n  ')),
    body('Next.js: a body with 204', nextRoute("return NextResponse.json({ message: 'Deleted' }, { status: «204» });"), route),
    body('a written body with 204', nextRoute("return new Response(JSON.stringify({ message: 'Deleted' }), { status: «204» });"), route),
    // A success.
    success('success: true with a 4xx', express('res.status(«400»).json({ success: true });')),
    success("status: 'success' with a 5xx", express("res.status(«500»).json({ status: 'success', data: [] });")),
    success('a message of success with a 4xx', express("res.status(«404»).json({ message: 'Order created successfully' });")),
    success('a text of success with a 4xx', express("res.status(«404»).send('Order created successfully');")),
    fixed('successAsFailure', 'Nest: success: true with a 4xx', nest('find(id: string) {\n    return «{ success: true }»;\n  }', '@HttpCode(400)\n  ')),
    // Suggestions.
    repaired('suggests another number', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ error: 'No name' });"), 'status(200)', 'status(400)'),
    repaired('suggests 404 for what is not found', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ error: 'Order not found' });"), 'status(200)', 'status(404)'),
    repaired('suggests 401 for who is not known', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ message: 'Invalid credentials' });"), 'status(200)', 'status(401)'),
    repaired('suggests 403 for who may not', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ success: false, message: 'Access denied' });"), 'status(200)', 'status(403)'),
    repaired('suggests 409 for what is there already', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ message: 'Name already taken' });"), 'status(200)', 'status(409)'),
    repaired('suggests 500 in a catch', 'failureAsSuccess', express('try { await load(); } catch (err) { res.status(«200»).json({ error: err.message }); }'), 'status(200)', 'status(500)'),
    repaired('suggests the status that the body names', 'failureAsSuccess', express("if (!req.body.name) res.status(«200»).json({ code: 422, message: 'x' });"), 'status(200)', 'status(422)'),
    repaired('suggests a status where there is none', 'failureAsSuccess', express("if (!req.body.name) res.json(«{ error: 'No name' }»);"), 'res.json', 'res.status(400).json'),
    repaired('suggests a status in front of other steps', 'failureAsSuccess', express("if (!req.body.name) res.type('json').send(«{ error: 'No name' }»);"), "type('json')", "type('json').status(400)"),
    repaired('Fastify: suggests a status where there is none', 'failureAsSuccess', fastify("if (!request.query.id) return reply.send(«{ error: 'No id' }»);\n  return {};"), 'reply.send', 'reply.status(400).send'),
    repaired('Hono: suggests a status beside the body', 'failureAsSuccess', hono("if (!c.req.query('id')) return c.json(«{ error: 'No id' }»);\n  return c.json({});"), "{ error: 'No id' })", "{ error: 'No id' }, 400)"),
    { ...repaired('Next.js: suggests a status among options', 'failureAsSuccess', nextRoute("if (!request.url) return NextResponse.json(«{ error: 'No id' }»);\n  return NextResponse.json({});"), "{ error: 'No id' })", "{ error: 'No id' }, { status: 400 })"), ...route },
    repaired('suggests 200 for a body with 204', 'bodyWithoutContent', express("res.status(«204»).json({ message: 'Deleted' });"), 'status(204)', 'status(200)'),
    repaired('suggests 200 for a success with a 4xx', 'successAsFailure', express('res.status(«400»).json({ success: true });'), 'status(400)', 'status(200)'),
    {
      name: 'says what the body says, and how it goes out',
      code: express("if (!req.body.name) res.json({ success: false });"),
      errors: [{ messageId: 'failureAsSuccess', data: { says: 'success: false', how: 'as a success, since nothing sets a status', fitting: '400', status: '200' }, suggestions: 1 as never }],
    },
  ],
});

it('follows a body and a status that stand in other files', () => {
  const found = lintProject({
    'src/failed.ts': "export const failed = (text: string) => ({ success: false, message: text });\n",
    'src/texts.ts': "export const Texts = { missing: 'Order not found' };\nexport const OK = 200;\n",
    'src/app.ts': "import express from 'express';\nimport { failed } from './failed.js';\nimport { OK, Texts } from './texts.js';\nconst app = express();\napp.get('/orders', (req, res) => {\n  if (!req.query.id) return res.json(failed('No id'));\n  if (!req.query.a) return res.status(OK).json({ error: Texts.missing });\n  res.json({});\n});\n",
  }, { rules: { 'no-status-mismatch': {} } });
  expect(found.map(({ file, line, messageId }) => `${file}:${String(line)} ${messageId}`)).toEqual(['src/app.ts:6 failureAsSuccess', 'src/app.ts:7 failureAsSuccess']);
});

it('follows a controller to where it is registered', () => {
  const found = lintProject({
    'src/orders.ts': "export function find(req, res) {\n  if (!req.query.id) return res.json({ error: 'No id' });\n  res.json({});\n}\n",
    'src/app.ts': "import express from 'express';\nimport { find } from './orders.js';\nconst app = express();\napp.get('/orders', find);\n",
  }, { rules: { 'no-status-mismatch': {} } });
  expect(found.map(({ file, line, messageId }) => `${file}:${String(line)} ${messageId}`)).toEqual(['src/orders.ts:2 failureAsSuccess']);
});
