/** The ways in which each framework answers. Errors that are made to be sent have a file of their own. */
import { expect, it } from 'vitest';
import { inApp, judge, rule, tester } from '#kit';
import { leak } from './raw-error.kit.js';

const attempt = (body: string, indent = '  ') => `try {\n${indent}  return await loadOrders();\n${indent}} catch (err) {\n${indent}  ${body}\n${indent}}`;
const fastify = (body: string) => `import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/orders', async (request, reply) => {\n  ${attempt(body)}\n});\n`;
const koa = (body: string) => `import Koa from 'koa';\nconst app = new Koa();\napp.use(async (ctx, next) => {\n  try {\n    await next();\n  } catch (err) {\n    ${body}\n  }\n});\n`;
const hono = (body: string) => `import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/orders', async (c) => {\n  ${attempt(body)}\n});\n`;
const nest = (body: string) => `import { Controller, Get, Res } from '@nestjs/common';\n@Controller('orders')\nexport class OrdersController {\n  @Get()\n  async list(@Res({ passthrough: true }) res) {\n    ${attempt(body, '    ')}\n  }\n}\n`;
const filter = (body: string) => `import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';\n@Catch()\nexport class EveryError implements ExceptionFilter {\n  catch(exception: unknown, host: ArgumentsHost) {\n    const response = host.switchToHttp().getResponse();\n    ${body}\n  }\n}\n`;
const route = { filename: inApp('app/api/orders/route.ts') };
const api = { filename: inApp('pages/api/orders.ts') };
const next = (body: string) => `import { NextResponse } from 'next/server';\nexport async function GET(request: Request) {\n  ${attempt(body)}\n}\n`;
const hapi = (body: string) => `import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route({\n  method: 'GET',\n  path: '/orders',\n  handler: async (request, h) => {\n    ${attempt(body, '    ')}\n  },\n});\n`;
const h3 = (body: string) => `import { createError, defineEventHandler, sendError, setResponseStatus } from 'h3';\nexport default defineEventHandler(async (event) => {\n  ${attempt(body)}\n});\n`;
const routing = (body: string) => `import { Get, JsonController, Res } from 'routing-controllers';\n@JsonController()\nexport class OrdersController {\n  @Get('/orders')\n  async list(@Res() res) {\n    ${attempt(body, '    ')}\n  }\n}\n`;
const routingErrors = (body: string) => `import { ExpressErrorMiddlewareInterface, Middleware } from 'routing-controllers';\n@Middleware({ type: 'after' })\nexport class Errors implements ExpressErrorMiddlewareInterface {\n  error(error: any, request: any, response: any, next: (error?: any) => void) {\n    ${body}\n  }\n}\n`;
const trpc = (body: string) => `import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const orders = t.router({\n  list: t.procedure.query(async ({ input }) => {\n    ${attempt(body, '    ')}\n  }),\n});\n`;

const apollo = (body: string, before = '') => `import { ApolloServer } from '@apollo/server';\nimport { unwrapResolverError } from '@apollo/server/errors';\n${before}new ApolloServer({\n  typeDefs,\n  resolvers,\n  formatError(formatted, error) {\n    ${body}\n  },\n});\n`;
const yoga = (body: string) => `import { GraphQLError } from 'graphql';\nimport { createYoga } from 'graphql-yoga';\ncreateYoga({ schema, maskedErrors: { maskError: (error) => {\n  ${body}\n} } });\n`;

const decorated = (body: string, from = '@nestjs/graphql') => `import { Args, Mutation, Resolver } from '${from}';\n@Resolver()\nexport class OrdersResolver {\n  @Mutation(() => Payment)\n  async pay(@Args('id') id: string) {\n    ${attempt(body, '    ')}\n  }\n}\n`;

tester.run('no-raw-error-response: frameworks', rule('no-raw-error-response'), {
  valid: [
    { name: "Fastify: an error handed to Fastify's own handler by send", code: fastify('return reply.send(err);') },
    { name: 'Fastify: an error handed on with a status', code: fastify('return reply.code(503).send(err);') },
    { name: 'Fastify: an error thrown again', code: fastify('throw err;') },
    { name: 'Fastify: an error handler that hands the error on', code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  request.log.error(error);\n  reply.send(error);\n});\n" },
    { name: 'Koa: an error that the app is told of', code: koa("ctx.status = 500;\n    ctx.body = { error: 'Something went wrong' };\n    ctx.app.emit('error', err, ctx);") },
    { name: 'Koa: throw with a fixed text', code: koa("ctx.throw(500, 'Something went wrong');") },
    { name: 'Koa: an error handed to assert', code: koa('ctx.assert(ctx.state.user, 401, err);') },
    { name: 'Hono: an error handler that sends only exceptions made for the client', code: "import { Hono } from 'hono';\nimport { HTTPException } from 'hono/http-exception';\nconst app = new Hono();\napp.onError((err, c) => {\n  if (err instanceof HTTPException) return c.text(err.message, err.status);\n  return c.text('Something went wrong', 500);\n});\n" },
    { name: 'Nest: an error thrown again', code: nest('throw err;') },
    { name: "Nest: a filter that sends Nest's own exceptions", code: filter("const text = exception instanceof HttpException ? exception.message : 'Something went wrong';\n    response.status(500).json({ text });") },
    { name: "Nest: a filter for Nest's own exceptions alone", code: "import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';\n@Catch(HttpException)\nexport class KnownErrors implements ExceptionFilter {\n  catch(exception: HttpException, host: ArgumentsHost) {\n    const response = host.switchToHttp().getResponse();\n    response.status(exception.getStatus()).json({ text: exception.message });\n  }\n}\n" },
    { name: 'Nest: a filter that hands on', code: "import { ArgumentsHost, Catch } from '@nestjs/common';\nimport { BaseExceptionFilter } from '@nestjs/core';\n@Catch()\nexport class EveryError extends BaseExceptionFilter {\n  catch(exception: unknown, host: ArgumentsHost) {\n    super.catch(exception, host);\n  }\n}\n" },
    { name: 'Next.js: a function of the same file that is no route', code: 'async function load() {\n  try {\n    return await loadOrders();\n  } catch (err) {\n    return { error: err.message };\n  }\n}\nexport const POST = async () => {\n  await load();\n  return new Response(null);\n};\n', ...route },
    { name: 'Next.js: the same code in a file that is no route', code: 'export async function GET() {\n  try {\n    return await loadOrders();\n  } catch (err) {\n    return err;\n  }\n}\n', filename: inApp('app/orders/load.ts') },
    { name: 'hapi: an error thrown again', code: hapi('throw err;') },
    { name: 'hapi up to 16: an error that reply hands on', code: "exports.list = function (request, reply) {\n  store.list(request.query, (err, orders) => {\n    if (err) return reply(err);\n    return reply(orders);\n  });\n};\n" },
    { name: 'h3: an error handed to sendError', code: h3('return sendError(event, err);') },
    { name: 'h3: a fixed text', code: h3("setResponseStatus(event, 500);\n    return { error: 'Something went wrong' };") },
    { name: 'routing-controllers: an error thrown again', code: routing('throw err;') },
    { name: 'tRPC: an error formatter with the issues of a schema', code: "import { initTRPC } from '@trpc/server';\nimport { ZodError } from 'zod';\ninitTRPC.create({ errorFormatter: ({ shape, error }) => ({ ...shape, issues: error.cause instanceof ZodError ? error.cause.flatten() : null }) });" },
    { name: 'next-safe-action: a fixed text for every error', code: "import { createSafeActionClient, DEFAULT_SERVER_ERROR_MESSAGE } from 'next-safe-action';\nexport const client = createSafeActionClient({ handleServerError(e) { console.error(e); return DEFAULT_SERVER_ERROR_MESSAGE; } });" },
    { name: "next-safe-action: the app's own kind of error", code: "import { createSafeActionClient } from 'next-safe-action';\nclass AppError extends Error {}\nexport const client = createSafeActionClient({ handleServerError: (e) => (e instanceof AppError ? e.message : 'Something went wrong') });" },
    { name: 'Apollo: what would be sent anyway', code: apollo('return formatted;') },
    { name: 'Apollo: a fixed text, and the error in the log', code: apollo("logger.error(error);\n    return { message: 'Something went wrong', path: formatted.path };") },
    { name: "Apollo: the app's own kind of error", code: apollo('const original = unwrapResolverError(error);\n    return original instanceof AppError ? { message: original.message } : formatted;', 'class AppError extends Error {}\n') },
    { name: "Yoga: GraphQL's own errors", code: yoga("return error instanceof GraphQLError ? error : new GraphQLError('Something went wrong');") },
    { name: 'Fastify: what its own validation says', code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  if (error.validation) return reply.code(422).send({ error: error.message, fields: error.validation });\n  return reply.code(500).send({ error: 'Something went wrong' });\n});\n" },
    { name: "GraphQL's error with a code", code: decorated("throw new GraphQLError('The payment failed', { extensions: { code: 'PAYMENT' } });").replace('import {', "import { GraphQLError } from 'graphql';\nimport {") },
    { name: "Nest's GraphQL module: an error that is returned counts as thrown", code: decorated('return err;') },
    { name: "GraphQL: of an error in the payload, the schema's fields", code: decorated('return { paid: false, error: err };') },
    { name: "Nest's GraphQL module: a type of error that was asked for", code: `class PaymentError extends Error {}\n${decorated('if (err instanceof PaymentError) return { paid: false, reason: err.message };\n      throw err;')}` },
    { name: 'tRPC: an error thrown again', code: trpc('throw err;') },
  ],
  invalid: [
    leak("GraphQL's error: its extensions", 'rawErrorObject', decorated("throw new GraphQLError('The payment failed', { extensions: { debug: String(«err») } });").replace('import {', "import { GraphQLError } from 'graphql';\nimport {")),
    leak("Nest's GraphQL module: a field of the payload", 'errorMessage', decorated('return { paid: false, reason: «err.message» };')),
    leak('TypeGraphQL: a field of the payload', 'errorMessage', decorated('return { paid: false, reason: «err.message» };', 'type-graphql')),
    leak('Fastify: send', 'errorMessage', fastify('return reply.code(500).send({ error: «err.message» });')),
    leak('Fastify: the object inside a body', 'rawErrorObject', fastify('return reply.code(500).send({ error: «err» });')),
    leak('Fastify: the text as the body', 'errorMessage', fastify('reply.status(500).send(«err.message»);')),
    leak('Fastify: a returned value', 'errorMessage', fastify('reply.code(500);\n    return { error: «err.message» };')),
    leak('Fastify: a view', 'rawErrorObject', fastify("return reply.view('failed', { «err» });")),
    leak('Fastify: an error handler', 'errorMessage', "import Fastify from 'fastify';\nconst app = Fastify();\napp.setErrorHandler((error, request, reply) => {\n  reply.status(error.statusCode ?? 500).send({ error: «error.message» });\n});\n"),
    leak('Fastify: an error handler that returns the body', 'errorMessage', "import type { FastifyInstance } from 'fastify';\nexport async function setUp(app: FastifyInstance) {\n  app.setErrorHandler(async (failure, request, reply) => {\n    reply.code(500);\n    return { text: «failure.message» };\n  });\n}\n"),

    leak('Koa: the object as the body', 'rawErrorObject', koa('ctx.status = 500;\n    ctx.body = «err»;')),
    leak('Koa: the text in the body', 'errorMessage', koa('ctx.status = err.status || 500;\n    ctx.body = { error: «err.message» };')),
    leak('Koa: the body of the response', 'errorMessage', koa('ctx.response.body = { error: «err.message» };')),
    leak('Koa: a route', 'errorMessage', "import Router from '@koa/router';\nconst router = new Router();\nrouter.get('/orders', async (ctx) => {\n  try {\n    ctx.body = await loadOrders();\n  } catch (e) {\n    ctx.status = 500;\n    ctx.body = «e.message»;\n  }\n});\n"),

    leak('Hono: json with a shorthand', 'rawErrorObject', hono('return c.json({ «err» }, 500);')),
    leak('Hono: text', 'errorMessage', hono('return c.text(«err.message», 500);')),
    leak('Hono: html', 'errorMessage', hono('return c.html(`<p>${«err.message»}</p>`, 500);')),
    leak('Hono: an error handler', 'errorMessage', "import { Hono } from 'hono';\nconst app = new Hono();\napp.onError((err, c) => c.json({ error: «err.message» }, 500));\n"),

    leak('Nest: a returned value', 'errorMessage', nest('return { error: «err.message» };')),
    leak('Nest: the error itself returned', 'rawErrorObject', nest('return «err»;')),
    leak("Nest: the platform's response", 'errorMessage', nest('res.status(500).json({ error: «err.message» });')),
    leak('Nest: an exception filter', 'errorMessage', filter('response.status(500).json({ text: «(exception as Error).message» });')),
    leak('Nest: an exception filter with the stack', 'errorStack', filter("const trace = exception instanceof Error ? exception.stack : '';\n    response.status(500).json({ «trace» });")),
    leak("Nest: a filter for a driver's errors alone", 'errorMessage', "import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';\nimport { QueryFailedError } from 'typeorm';\n@Catch(QueryFailedError)\nexport class DriverErrors implements ExceptionFilter {\n  catch(exception: QueryFailedError, host: ArgumentsHost) {\n    const response = host.switchToHttp().getResponse();\n    response.status(500).json({ text: «exception.message» });\n  }\n}\n"),
    leak("Nest: a filter that answers through the adapter", 'errorMessage', "import { ArgumentsHost, Catch, ExceptionFilter } from '@nestjs/common';\nimport { HttpAdapterHost } from '@nestjs/core';\n@Catch()\nexport class EveryError implements ExceptionFilter {\n  constructor(private readonly host: HttpAdapterHost) {}\n  catch(exception: Error, host: ArgumentsHost) {\n    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), { text: «exception.message» }, 500);\n  }\n}\n"),

    leak('Next.js: Response.json', 'rawErrorObject', next('return Response.json({ error: String(«err») }, { status: 500 });'), route),
    leak('Next.js: NextResponse.json', 'errorMessage', next('return NextResponse.json({ error: «(err as Error).message» }, { status: 500 });'), route),
    leak('Next.js: new Response', 'errorMessage', next('return new Response(«err.message», { status: 500 });'), route),
    leak('Next.js: new NextResponse', 'errorMessage', next('return new NextResponse(JSON.stringify({ error: «err.message» }), { status: 500 });'), route),
    leak('Next.js: a redirect', 'errorMessage', next('return NextResponse.redirect(new URL(`/failed?text=${«err.message»}`, request.url));'), route),
    leak('Next.js: an API page', 'errorMessage', 'export default async function handler(request, response) {\n  try {\n    response.json(await loadOrders());\n  } catch (err) {\n    response.status(500).json({ error: «err.message» });\n  }\n}\n', api),
    leak('Next.js: a typed API page', 'rawErrorObject', "import type { NextApiRequest, NextApiResponse } from 'next';\nconst handler = async (q: NextApiRequest, s: NextApiResponse) => {\n  try {\n    s.json(await loadOrders());\n  } catch (err) {\n    s.status(500).send(«err»);\n  }\n};\nexport default handler;\n", api),

    leak('hapi: response', 'errorMessage', hapi('return h.response({ error: «err.message» }).code(500);')),
    leak('hapi: a returned value', 'errorMessage', hapi('return { error: «err.message» };')),
    leak('hapi: onPreResponse', 'errorMessage', "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.ext('onPreResponse', (request, h) => {\n  const { response } = request;\n  if (!response.isBoom) return h.continue;\n  return h.response({ text: «response.message» }).code(500);\n});\n"),
    leak('hapi up to 16: reply with the text', 'errorMessage', 'exports.list = function (request, reply) {\n  store.list(request.query, (err, orders) => {\n    if (err) return reply({ error: «err.message» }).code(500);\n    return reply(orders);\n  });\n};\n'),

    leak('h3: a returned value', 'errorMessage', h3('setResponseStatus(event, 500);\n    return { error: «err.message» };')),
    leak('h3: the error returned', 'rawErrorObject', h3('return { error: «err» };')),
    leak('routing-controllers: a returned value', 'errorMessage', routing('return { error: «err.message» };')),
    leak("routing-controllers: the platform's response", 'errorMessage', routing('return res.status(500).json({ error: «err.message» });')),
    {
      name: 'routing-controllers: an error middleware',
      code: routingErrors('response.status(500).json({ text: error.message });'),
      errors: [{ messageId: 'errorMessage', line: 5, suggestions: [{ messageId: 'passToNext', output: routingErrors('next(error);') }] }],
    },
    leak('tRPC: the stack in an error formatter', 'errorStack', "import { initTRPC } from '@trpc/server';\ninitTRPC.create({ errorFormatter: ({ shape, error }) => ({ ...shape, trace: «error.stack» }) });"),
    leak('next-safe-action: the text of every error', 'errorMessage', "import { createSafeActionClient } from 'next-safe-action';\nexport const client = createSafeActionClient({ handleServerError: (e) => «e.message» });"),
    leak('next-safe-action: what an action gives back', 'errorMessage', `import { createSafeActionClient } from 'next-safe-action';\nconst client = createSafeActionClient().use(async ({ next }) => next({ ctx: {} }));\nexport const list = client.inputSchema(input).action(async ({ parsedInput }) => {\n  ${attempt('return { ok: false, error: «err.message» };')}\n});`),
    leak('Apollo: the stack of an error', 'errorStack', apollo('return { message: formatted.message, extensions: { trace: «error.stack» } };')),
    leak('Apollo: the error behind an error', 'errorStack', apollo('const original = unwrapResolverError(error);\n    return { message: formatted.message, extensions: { trace: «original.stack» } };')),
    leak("Apollo: the original of GraphQL's own error", 'errorMessage', apollo('return { message: «error.originalError.message» };')),
    leak('Nest: an error formatter of its GraphQL module', 'errorStack', "import { GraphQLModule } from '@nestjs/graphql';\nconst formatError = (formatted, error) => ({ message: formatted.message, trace: «error.stack» });\nexport const graphql = GraphQLModule.forRoot({ formatError });"),
    leak('Yoga: an error that is not masked', 'rawErrorObject', yoga('return «error»;')),
    leak('tRPC: a returned value', 'errorMessage', trpc('return { ok: false, error: «err.message» };')),
  ],
});

const payment = (body: string) => `export const resolvers = {\n  Mutation: {\n    pay: async (_parent, { id }) => {\n      ${attempt(body, '      ')}\n    },\n  },\n};\n`;

it.each<[title: string, body: string]>([
  ['a fixed text in the payload', "return { paid: false, reason: 'The payment failed' };"],
  ['an error that is returned, which counts as thrown', 'return err;'],
  ['the text of the error in the payload', 'return { paid: false, reason: err.message }; // expect: no-raw-error-response/errorMessage'],
  ['the stack in the payload', 'return { paid: false, trace: err.stack }; // expect: no-raw-error-response/errorStack'],
  ['failures that were collected', 'const failures = [];\n        failures.push({ id, message: err.message });\n        return { failures }; // expect: no-raw-error-response/errorMessage'],
])('a map of GraphQL resolvers: %s', (_title, body) => {
  const { found, expected } = judge({ 'package.json': '{ "dependencies": { "@apollo/server": "4", "graphql": "16" } }', 'src/resolvers.ts': payment(body) }, { rules: { 'no-raw-error-response': {} } });
  expect(found).toEqual(expected);
});
