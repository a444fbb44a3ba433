import { inApp, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const USER = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ role: String }));\n";
const whole = (name: string, code: string) => marked(name, 'wholeBody', code);
const fine = (name: string, code: string) => ({ name, code });

const EXPRESS = `import express from 'express';\nconst app = express();\n${USER}`;
const posting = (before: string, body: string, imported = '') => `${imported}${EXPRESS}app.post('/', ${before}async (req, res) => {\n  res.json(await User.create(${body}));\n});\n`;
const FASTIFY = `import Fastify from 'fastify';\n${USER}const app = Fastify();\n`;
const fastify = (options: string, body: string) => `${FASTIFY}app.post('/', ${options}async (request) => User.create(${body}));\n`;
const DTO = "import { IsString } from 'class-validator';\nclass UserDto {\n  @IsString() name: string;\n}\n";
interface Nest {
  readonly body?: string;
  readonly method?: string;
  readonly around?: string;
  readonly more?: string;
  readonly type?: string;
}
const nest = (data: string, { body = '@Body()', method = '', around = '', more = '', type = ': UserDto' }: Nest) =>
  `import { Body, Controller, Get, Module, NestMiddleware, ParseArrayPipe, ParseIntPipe, Post, UsePipes, ValidationPipe } from '@nestjs/common';\nimport { APP_PIPE, NestFactory } from '@nestjs/core';\n${USER}${DTO}${more}${around}@Controller()\nclass Users {\n  ${method}@Post()\n  create(${body} dto${type}) {\n    return User.create(${data});\n  }\n}\n`;
const STRICT = 'new ValidationPipe({ whitelist: true })';
/** What leaves the body as it is, and the nearest thing that does not. */
const PIPES: readonly (readonly [name: string, bad: Nest, good: Nest])[] = [
  ['no pipe; one on the parameter', {}, { body: `@Body(${STRICT})` }],
  ['a field; a field with a pipe', { body: "@Body('user')" }, { body: `@Body('user', ${STRICT})` }],
  ['pipes that nobody can see', { body: "@Body('user')" }, { body: '@Body(...pipes)', more: "import { pipes, Custom } from './pipes';\n", around: '@UsePipes(Custom)\n' }],
  ['a pipe without its setting; a pipe of the app', { body: '@Body(new ValidationPipe())' }, { body: '@Body(new Own())', more: 'class Own {\n  transform(value) {\n    return { name: value.name };\n  }\n}\n' }],
  ['a pipe without new; with it', { body: '@Body(ValidationPipe)' }, { body: `@Body(${STRICT})` }],
  ['a decorator that is not called', { body: '@Body' }, { body: `@Body(${STRICT})` }],
  ['another setting', { body: '@Body(new ValidationPipe({ transform: true }))' }, { body: '@Body(new ValidationPipe({ transform: true, whitelist: true }))' }],
  ['the setting, off', { body: '@Body(new ValidationPipe({ whitelist: false }))' }, { body: '@Body(new ValidationPipe({ whitelist: on }))', more: "import { on } from './on';\n" }],
  ['settings that are spread', { body: '@Body(new ValidationPipe({ transform: true }))' }, { body: '@Body(new ValidationPipe({ ...settings }))', more: "import { settings } from './settings';\n" }],
  ['settings of another file', { body: '@Body(new ValidationPipe(null))' }, { body: '@Body(new ValidationPipe(settings))', more: "import { settings } from './settings';\n" }],
  ['a text, a number or an object for a pipe', { body: '@Body({}, `user`, 1)' }, { body: '@Body(ParseIntPipe)' }],
  ['the method', { method: '@UsePipes(new ValidationPipe())\n  ' }, { method: `@UsePipes(${STRICT})\n  ` }],
  ['the class', { around: '@UsePipes(new ValidationPipe())\n' }, { around: `@UsePipes(${STRICT})\n` }],
  ['a decorator that is no call', { around: '@UsePipes\n' }, { around: `@UsePipes(${STRICT})\n` }],
  ['the app', { more: 'const app = await NestFactory.create(App);\napp.useGlobalPipes(new ValidationPipe());\n' }, { more: `const app = await NestFactory.create(App);\napp.useGlobalPipes(${STRICT});\n` }],
  ['the app that is a parameter', { more: 'const setUp = (app) => app.useGlobalPipes(...more);\n' }, { more: `const setUp = (app) => app.useGlobalPipes(${STRICT});\n` }],
  ['a provider', { more: '@Module({ providers: [{ provide: APP_PIPE, useValue: new ValidationPipe() }] })\nclass App {}\n' }, { more: `@Module({ providers: [{ provide: APP_PIPE, useFactory: () => ${STRICT} }] })\nclass App {}\n` }],
  ['a provider of something else', { more: "@Module({ providers: [{ provide: 'key', useValue: 1 }, { provide: name(), useValue: 1 }, { ...other }] })\nclass App {}\n" }, { more: '@Module({ providers: [{ provide: APP_PIPE, ...other, useClass: OwnPipe }] })\nclass App {}\n' }],
  ['no type', { body: `@Body(${STRICT})`, type: '' }, { body: `@Body(${STRICT})` }],
  ['any', { body: `@Body(${STRICT})`, type: ': any' }, { body: `@Body(${STRICT})` }],
  ['unknown', { body: `@Body(${STRICT})`, type: ': unknown' }, { body: `@Body(${STRICT})` }],
  ['object', { body: `@Body(${STRICT})`, type: ': object' }, { body: `@Body(${STRICT})`, type: ': UserDto | undefined' }],
  ['a type literal', { body: `@Body(${STRICT})`, type: ': { name: string }' }, { body: `@Body(${STRICT})`, type: ': dtos.UserDto' }],
  ['a part of a class; a class of another file', { body: `@Body(${STRICT})`, type: ': Partial<UserDto>' }, { body: `@Body(${STRICT})`, type: ': OtherDto', more: "import { OtherDto } from './other.dto';\n" }],
  ['an interface; an alias', { body: `@Body(${STRICT})`, type: ': Shape', more: 'interface Shape {\n  name: string;\n}\n' }, { body: `@Body(${STRICT})`, type: ': Alias', more: "type Alias = import('./other').Alias;\n" }],
];

tester.run('no-mass-assignment: NestJS', rule('no-mass-assignment'), {
  valid: PIPES.map(([name, , good]) => fine(name, nest('dto', good))),
  invalid: PIPES.map(([name, bad]) => whole(name, nest('«dto»', bad))),
});

tester.run('no-mass-assignment: frameworks', rule('no-mass-assignment'), {
  valid: [
    fine('Express with celebrate', posting('celebrate({ body: Joi.object({ name: Joi.string() }) }), ', 'req.body', "import { celebrate, Joi } from 'celebrate';\n")),
    fine('Express with a schema for a function that nobody can see', posting('check(z.object({ name: z.string() })), ', 'req.body', "import { z } from 'zod';\nimport { check } from './check';\n")),
    fine('Express with an object of schemas', posting('check({ body: z.object({ name: z.string() }) }), ', 'req.body', "import { z } from 'zod';\nimport { check } from './check';\n")),
    fine('Express with a class', posting('check(UserDto), ', 'req.body', `${DTO}import { check } from './check';\n`)),
    fine('Express with a schema that nobody can see', posting('check(userSchema), ', 'req.body', "import { userSchema } from './schema';\nimport { check } from './check';\n")),
    fine('Express with a middleware that replaces the body', posting('strip, ', 'req.body', 'const strip = (req, res, next) => {\n  req.body = { name: req.body.name };\n  next();\n};\n')),
    fine('Express with a middleware that parses', posting('strip, ', 'req.body', "import { schema } from './schema';\nfunction strip({ body }, res, next) {\n  schema.validate(body);\n  next();\n}\n")),
    fine('Express with a function that hands the body on', posting('strip, ', 'req.body', "import { schema } from './schema';\nconst held = (data) => schema.validate(data);\nfunction strip({ body }, res, next) {\n  held(body);\n  next();\n}\n")),
    fine('Express with a function that gives a validator nobody can see', posting('described(1), ', 'req.body', "import { api } from './api';\nconst described = (op) => {\n  return api.validPath(op);\n};\n")),
    fine('Express, without a body', posting('', 'req.params')),
    fine('a function that is no handler', `import type { Request } from 'express';\n${USER}export const create = (name: string, req: Request) => User.create(req.body);\n`),
    fine('Fastify with a schema', fastify("{ schema: { body: { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false } } }, ", 'request.body')),
    fine('Fastify with a hook', `import { validate } from './validate';\n${fastify('{ preHandler: [validate] }, ', 'request.body')}`),
    fine('tRPC', `import { initTRPC } from '@trpc/server';\n${USER}const t = initTRPC.create();\nexport const router = t.router({ add: t.procedure.mutation(({ input }) => User.create(input)) });\n`),
    fine('tsoa', `import { Body, Post, Route } from 'tsoa';\n${USER}@Route('users')\nclass Users {\n  @Post()\n  create(@Body() body: any) {\n    return User.create(body);\n  }\n}\n`),
    fine('routing-controllers with its setting', `import { Body, createExpressServer, JsonController, Post } from 'routing-controllers';\n${USER}${DTO}createExpressServer({ validation: { whitelist: true } });\n@JsonController()\nclass Users {\n  @Post()\n  create(@Body() body: UserDto) {\n    return User.create(body);\n  }\n}\n`),
    { ...fine('Next.js, inside a wrapper that validates', `${USER}import { withValidation } from './validate';\nexport const POST = withValidation(async (request: Request) => Response.json(await User.create(await request.json())));\n`), filename: inApp('src/app/api/users/route.ts') },
    fine('Hono with a schema', `import { Hono } from 'hono';\nimport { zValidator } from '@hono/zod-validator';\nimport { z } from 'zod';\n${USER}const app = new Hono();\napp.post('/', zValidator('json', z.object({ name: z.string() })), async (c) => c.json(await User.create(c.req.valid('json'))));\n`),
  ],
  invalid: [
    whole('Express with a function that nobody can see', posting('check(1), ', '«req.body»', "import { check } from './check';\n")),
    whole('Express with a list of roles', posting('...[check], allow({ role: 1 }, ...roles, () => true, make()()), ', '«req.body»', "import { allow, check, make, roles } from './allow';\n")),
    whole('Express with chains of express-validator', posting("body('name').trim().isString(), ", '«req.body»', "import { body } from 'express-validator';\n")),
    whole('Express with JSON of something else', posting('read, ', '«req.body»', 'const read = (req, res, next) => {\n  req.user = JSON.parse(req.headers.user);\n  next();\n};\n')),
    whole('Express with what a call of a call gives', posting('make()(), ', '«req.body»', "import { make } from './make';\n")),
    whole('Express with a function that gives something else nobody can see', posting('described(1), ', '«req.body»', "import { api } from './api';\nconst described = (op) => {\n  return api.logged(op);\n};\n")),
    whole('Express with a text', posting("'name', ", '«req.body»')),
    whole('Fastify', fastify('', '«request.body»')),
    whole('Fastify with other options', fastify('{ ...shared, config: { limit: 1 } }, ', '«request.body»').replace('const app', "import { shared } from './shared';\nconst app")),
    whole('Koa', `import Router from '@koa/router';\n${USER}const router = new Router();\nrouter.post('/', async (ctx) => {\n  ctx.body = await User.create(«ctx.request.body»);\n});\n`),
    whole('Hono', `import { Hono } from 'hono';\n${USER}const app = new Hono();\napp.post('/', async (c) => c.json(await User.create(«await c.req.json()»)));\n`),
    { ...whole('a Next.js route', `${USER}export async function POST(request: Request) {\n  return Response.json(await User.create(«await request.json()»));\n}\n`), filename: inApp('src/app/api/users/route.ts') },
    { ...whole('a Next.js page', `${USER}export default async function handler(req, res) {\n  res.json(await User.create(«req.body»));\n}\n`), filename: inApp('src/pages/api/users.ts') },
    whole('routing-controllers', `import { Body, createExpressServer, JsonController, Post } from 'routing-controllers';\n${USER}${DTO}createExpressServer({ validation: true });\n@JsonController()\nclass Users {\n  @Post()\n  create(@Body() body: UserDto) {\n    return User.create(«body»);\n  }\n}\n`),
  ],
});
