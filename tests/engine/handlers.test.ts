/** Which functions does a framework call, and in which layer do they stand? */
import { describe, expect, it } from 'vitest';
import { ask } from '#kit';
import { nameOfHandler } from '../../src/engine/facts/controllers.js';
import { classRole, handlerAround, handlersOf, isResolver, isServerComponent, layerOfPath } from '../../src/engine/facts/layers.js';
import { enclosingFunction } from '../../src/engine/syntax/ast.js';

const express = "import express from 'express';\nconst app = express();\nconst router = express.Router();\n";

/** What the function around the mark is: its layer, and the method and path it is registered for. */
function told(files: string | Readonly<Record<string, string>>): string | undefined {
  const asked = ask(files);
  const handler = handlerAround(asked.analysis, asked.at('it'));
  if (!handler) return undefined;
  const { method, path, library } = handler.registration;
  return [library.name, handler.layer, method, path].filter((each) => each !== undefined).join(' ');
}

const mark = '{ /* it */ x; }';

describe('Express calls', () => {
  it.each([
    ['an inline function', `app.get('/users', (a, b) => ${mark});`, 'Express controller get /users'],
    ['every method', `app.all('/users', (a, b) => ${mark});`, 'Express controller all /users'],
    ['a function by its name', `function list(a, b) ${mark}\nrouter.post('/users', list);`, 'Express controller post /users'],
    ['a function by a variable', `const list = (a, b) => ${mark};\nrouter.get('/users', list);`, 'Express controller get /users'],
    ['a method of an object', `const users = { list(a, b) ${mark} };\nrouter.get('/users', users.list);`, 'Express controller get /users'],
    ['a method of a class', `class Users { list(a, b) ${mark} }\nconst users = new Users();\nrouter.get('/users', users.list);`, 'Express controller get /users'],
    ['a bound method', `class Users { list(a, b) ${mark} }\nconst users = new Users();\nrouter.get('/users', users.list.bind(users));`, 'Express controller get /users'],
    ['a field of a class', `class Users { list = (a, b) => ${mark}; }\nconst users = new Users();\nrouter.get('/users', users.list);`, 'Express controller get /users'],
    ['a method of this', `class Users { constructor() { router.get('/users', this.list); } list(a, b) ${mark} }`, 'Express controller get /users'],
    ['a method, by an arrow', `class Users { list(req, res) ${mark} }\nconst users = new Users();\nrouter.get('/users', (req, res) => users.list(req, res));`, undefined],
    ['a route of several methods', `router.route('/users').get((a, b) => {}).post((a, b) => ${mark});`, 'Express controller post'],
    ['a wrapped function', `app.get('/users', unseen((a, b) => ${mark}));`, 'Express controller get /users'],
    ['a function wrapped twice', `app.get('/users', unseen(1, other((a, b) => ${mark})));`, 'Express controller get /users'],
    ['a wrapped function with a name', `const list = unseen((a, b) => ${mark});\napp.get('/users', list);`, 'Express controller get /users'],
    ['a function taken out of an object under another name', `function list(a, b) ${mark}\nconst users = { all: list };\nconst { all } = users;\nrouter.get('/users', all);`, 'Express controller get /users'],
    ['a function with a name of its own, taken out by its property', `const users = { all: function list(a, b) ${mark} };\nconst { all: every } = users;\nrouter.get('/users', every);`, 'Express controller get /users'],
    ['a function that a helper hands back under a name of its own', `const guarded = (inner) => ({ handler: inner });\nfunction list(a, b) ${mark}\nconst { handler } = guarded(list);\nrouter.get('/users', handler);`, 'Express controller get /users'],
    ['the last function of an array', `app.get('/users', [(a, b, c) => {}, (a, b) => ${mark}]);`, 'Express controller get /users'],
    ['a function that hands errors on', `app.get('/users', (a, b, next) => { if (a) next(new Error('x')); /* it */ x; });`, 'Express controller get /users'],
    ['a function that answers, and passes on what it does not find', `app.get('/users/:id', (a, b, next) => { if (!a.x) return next(); b.json({}); /* it */ x; });`, 'Express controller get /users/:id'],
    ['a function that passes on what it does not refuse', `app.get('/users', (a, b, next) => { if (!a.x) return b.status(401).json({}); next(); /* it */ x; });`, 'Express middleware get /users'],
    ['a function that passes on what it does not lead elsewhere', `app.get('/users', (a, b, next) => { if (!a.x) return b.redirect('/login'); next(); /* it */ x; });`, 'Express middleware get /users'],
    ['a function that answers for many addresses, or passes on', `app.get('/users/*', (a, b, next) => { if (a.x) return b.json({}); next(); /* it */ x; });`, 'Express middleware get /users/*'],
    ['a function that answers for every method, or passes on', `app.all('/users', (a, b, next) => { if (a.x) return b.json({}); next(); /* it */ x; });`, 'Express middleware all /users'],
    ['a function before one that ends several routes', `const send = (a, b) => b.json(b.locals.data);\nrouter.get('/users', (a, b, next) => { next(); /* it */ x; }, send);\nrouter.get('/orders', (a, b, next) => { next(); }, send);`, 'Express controller get /users'],
    ['a wrapped function before one that ends several routes', `import { send, wrap } from './http';\nrouter.get('/users', wrap((a, b, next) => { next(); /* it */ x; }), send);\nrouter.get('/orders', wrap((a, b, next) => { next(); }), send);`, 'Express controller get /users'],
    ['a function before one that ends this route alone', `const send = (a, b) => b.json(b.locals.data);\nrouter.get('/users', (a, b, next) => { next(); /* it */ x; }, send);\nrouter.get('/orders', (a, b) => {});`, 'Express middleware get /users'],
    ['a function before one that ends another route with nothing in front of it', `const send = (a, b) => b.json(b.locals.data);\nrouter.get('/users', (a, b, next) => { next(); /* it */ x; }, send);\nrouter.get('/orders', send);`, 'Express middleware get /users'],
    ['a function two places before one that ends several routes', `const send = (a, b) => b.json(b.locals.data);\nrouter.get('/users', (a, b, next) => { next(); /* it */ x; }, (a, b, next) => next(), send);\nrouter.get('/orders', (a, b, next) => next(), send);`, 'Express middleware get /users'],
    ['a function that passes on', `app.get('/users', (a, b, next) => { next(); /* it */ x; });`, 'Express middleware get /users'],
    ['a function before the last', `app.get('/users', (a, b) => ${mark}, (a, b) => {});`, 'Express middleware get /users'],
    ['middleware', `app.use((a, b, c) => ${mark});`, 'Express middleware use'],
    ['middleware under a path', `app.use('/users', (a, b, c) => ${mark});`, 'Express middleware use /users'],
    ['an error handler', `app.use((a, b, c, d) => ${mark});`, 'Express errorHandler use'],
    ['a parameter callback', `router.param('id', (a, b, c, id) => ${mark});`, 'Express middleware *'],
    ['nobody: a function that is only called', `function f(a, b) ${mark}\nf(1, 2);`, undefined],
    ['nobody: a test', `test('x', (a, b) => ${mark});`, undefined],
    ['nobody: a method of that name on something else', `const cache = new Map();\ncache.get('/users', (a, b) => ${mark});`, undefined],
  ])('%s', (_title, code, expected) => {
    expect(told(express + code)).toBe(expected);
  });
});

describe("a router of the app's own", () => {
  const router = "import type { Context } from 'koa';\ninterface AppContext extends Context { user: string }\nclass Routes { get(path: string, handler: Function) {} del(path: string, handler: Function) {} on(path: string, handler: Function) {} }\nconst routes = new Routes();\n";
  it.each([
    ['takes handlers for a verb and an address', `routes.get('users/:id', async (path: string, ctx: AppContext) => ${mark});`, 'Koa controller get users/:id'],
    ['takes handlers under a short verb', `routes.del('users', async (path: string, ctx: Context) => ${mark});`, 'Koa controller delete users'],
    ['takes no handlers where no verb is called', `routes.on('users', async (path: string, ctx: AppContext) => ${mark});`, undefined],
    ['takes no handlers of something else', `routes.get('users', async (path: string, done: string) => ${mark});`, undefined],
    ['is no package that nobody knows', `import { store } from 'some-store';\nstore.get('users', async (path: string, ctx: AppContext) => ${mark});`, undefined],
  ])('%s', (_title, code, expected) => {
    expect(told(router + code)).toBe(expected);
  });
});

describe('a handler without a registration in sight is known', () => {
  it.each([
    ['by its parameters\' names and what it does with them', 'export const f = (req, res) => { res.json({}); /* it */ x; };', 'Express controller'],
    ['by such names in a class', 'export class A { f(req, res) { res.status(200); /* it */ x; } }', 'Express controller'],
    ['as one that passes on', 'export const f = (req, res, next) => { req.body; next(); /* it */ x; };', 'Express middleware'],
    ['as one for errors', 'export const f = (err, req, res, next) => { res.json({}); /* it */ x; };', 'Express errorHandler'],
    ['not by names that it does nothing with', 'export const f = (req, res) => { /* it */ x; };', undefined],
    ['not by one name', 'export const f = (req) => { req.body; /* it */ x; };', undefined],
    ['by the types of its parameters', "import { Request, Response } from 'express';\nexport const f = (a: Request, b: Response) => { /* it */ x; };", 'Express controller'],
    ['by its own type', "import { RequestHandler } from 'express';\nexport const f: RequestHandler = (a, b) => { /* it */ x; };", 'Express controller'],
    ['by its own type, asserted', "import { RequestHandler } from 'express';\nexport const f = ((a, b) => { /* it */ x; }) satisfies RequestHandler;", 'Express controller'],
    ['by its own type in a class', "import express from 'express';\nexport class A { f: express.RequestHandler = (a, b) => { /* it */ x; }; }", 'Express controller'],
    ['not by types of two frameworks', "import { Request } from 'express';\nimport { Response } from 'restify';\nexport const f = (a: Request, b: Response) => { /* it */ x; };", undefined],
    ['not by another type', "import { Other } from './other';\nexport const f: Other = (a, b) => { /* it */ x; };", undefined],
    ['by a context', 'export const f = async (ctx) => { ctx.body = 1; /* it */ x; };', 'Koa controller'],
    ['by a context of one letter', 'export const f = async (c) => { /* it */ x; return c.json({}); };', 'Hono controller'],
    ['by a declared event', "import { APIGatewayProxyEvent } from 'aws-lambda';\nexport const f = async (e: APIGatewayProxyEvent) => { /* it */ x; };", 'AWS Lambda controller'],
    ['by a declared context', "import { HttpContext } from '@adonisjs/core/http';\nexport class A { async f({ request }: HttpContext) { /* it */ x; } }", 'AdonisJS controller'],
  ])('%s', (_title, code, expected) => {
    expect(told(code)).toBe(expected);
  });
});

describe('other frameworks call', () => {
  const fastify = "import Fastify from 'fastify';\nconst app = Fastify();\n";
  const koa = "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\n";
  const hono = "import { Hono } from 'hono';\nconst app = new Hono();\n";
  const hapi = "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\n";
  const nest = "import { Catch, Controller, Get, Injectable, Post } from '@nestjs/common';\n";
  it.each([
    ['Fastify: after the options', `${fastify}app.get('/users', {}, async (a, b) => ${mark});`, 'Fastify controller get /users'],
    ['Fastify: in the options', `${fastify}app.get('/users', { handler: async (a, b) => ${mark} });`, 'Fastify controller get /users'],
    ['Fastify: a full declaration', `${fastify}app.route({ method: 'POST', url: '/users', handler: async (a, b) => ${mark} });`, 'Fastify controller post /users'],
    ['Fastify: a hook of a route', `${fastify}app.get('/users', { preHandler: async (a, b) => ${mark} }, f);`, 'Fastify middleware get /users'],
    ['Fastify: hooks of a route', `${fastify}app.get('/users', { onRequest: [async (a, b) => ${mark}] }, f);`, 'Fastify middleware get /users'],
    ['Fastify: a hook', `${fastify}app.addHook('onRequest', async (a, b) => ${mark});`, 'Fastify middleware use'],
    ['Fastify: an error handler', `${fastify}app.setErrorHandler((a, b, c) => ${mark});`, 'Fastify errorHandler *'],
    ['Fastify: in a plugin', `${fastify}app.register(async (inner) => { inner.get('/users', async (a, b) => ${mark}); });`, 'Fastify controller get /users'],
    ['Koa: a route', `${koa}router.get('/users', async (a) => ${mark});`, '@koa/router controller get /users'],
    ['Koa: a named route', `${koa}router.get('users', '/users', async (a) => ${mark});`, '@koa/router controller get users'],
    ['Koa: a route that answers, and passes on', `${koa}router.get('/users', async (a, next) => { a.body = {}; /* it */ x; return next(); });`, '@koa/router controller get /users'],
    ['Koa: a route that answers by a status, and passes on', `${koa}router.get('/users', async (a, next) => { a.status = x ? 204 : 503; /* it */ x; return next(); });`, '@koa/router controller get /users'],
    ['Koa: a route that refuses, or passes on', `${koa}router.get('/users', async (a, next) => { if (!x) { a.status = 401; a.body = {}; return; } /* it */ x; return next(); });`, '@koa/router middleware get /users'],
    ['Koa: middleware that answers, and passes on', `${koa}app.use(async (a, next) => { a.body = {}; /* it */ x; return next(); });`, 'Koa middleware use'],
    ['Koa: middleware', `${koa}app.use(async (a, next) => ${mark});`, 'Koa middleware use'],
    ['Hono: a route', `${hono}app.get('/users', (a) => ${mark});`, 'Hono controller get /users'],
    ['Hono: a route by a method\'s name', `${hono}app.on('PUT', '/users', (a) => ${mark});`, 'Hono controller put /users'],
    ['Hono: an error handler', `${hono}app.onError((a, b) => ${mark});`, 'Hono errorHandler *'],
    ['hapi: a route', `${hapi}server.route({ method: 'GET', path: '/users', handler: (a, b) => ${mark} });`, 'hapi controller get /users'],
    ['hapi: a list of routes', `${hapi}server.route([{ method: 'GET', path: '/users', handler: (a, b) => ${mark} }]);`, 'hapi controller'],
    ['hapi: a list of routes with a name', `${hapi}const list = (a, b) => ${mark};\nconst routes = [{ method: 'GET', path: '/users', handler: list }];\nserver.route(routes);`, 'hapi controller'],
    ['hapi: a handler by its name', `${hapi}function list(a, b) ${mark}\nserver.route({ method: 'GET', path: '/users', handler: list });`, 'hapi controller get /users'],
    ['Fastify: a handler by its name, in the options', `${fastify}async function list(a, b) ${mark}\napp.get('/users', { handler: list });`, 'Fastify controller get /users'],
    ['hapi: a step before', `${hapi}server.route({ method: 'GET', path: '/users', options: { pre: [{ method: (a, b) => ${mark} }] } });`, 'hapi middleware get /users'],
    ['h3: a handler', `export default defineEventHandler((a) => ${mark});`, 'h3 controller *'],
    ['NestJS: a method', `${nest}@Controller() class A { @Get('users') list() ${mark} }`, 'NestJS controller get users'],
    ['NestJS: a method without a path', `${nest}@Controller() class A { @Post() create() ${mark} }`, 'NestJS controller post'],
    ['NestJS: an exception filter', `${nest}@Catch() class A { catch(a, b) ${mark} }`, 'NestJS errorHandler'],
    ['nobody: another method of such a class', `${nest}@Controller() class A { other() ${mark} }`, undefined],
    ['a composed decorator\'s method', `${nest}import { applyDecorators } from '@nestjs/common';\nconst List = () => applyDecorators(Get('users'));\n@Controller() class A { @List() list() ${mark} }`, 'NestJS controller get users'],
    ['tRPC: a procedure', `import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nt.procedure.input(y).query((a) => ${mark});`, 'tRPC resolver get'],
    ['tRPC: middleware', `import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nt.procedure.use((a) => ${mark});`, 'tRPC middleware use'],
    ['Passport: a strategy', `import { Strategy } from 'passport-local';\nnew Strategy((a, b, c) => ${mark});`, 'Passport strategies middleware use'],
  ])('%s', (_title, code, expected) => {
    const is = told(code);
    if (expected === 'hapi controller') expect(is).toMatch(/^hapi controller/);
    else expect(is).toBe(expected);
  });

  it.each<[title: string, code: string, followImports: boolean, expected: string | undefined]>([
    ['takes a form', `'use server';\nexport async function save(form: FormData) ${mark}`, false, 'Next.js resolver'],
    ['says so itself', `export function Page() { async function save(a) { 'use server'; /* it */ x; } }`, false, 'Next.js resolver'],
    ['is called by nobody in sight', `'use server';\nexport const save = async (a) => ${mark};`, true, 'Next.js resolver'],
    ['nobody is looked for to call', `'use server';\nexport const save = async (a) => ${mark};`, false, undefined],
    ['is not exported', `'use server';\nasync function save(a) ${mark}\nexport const other = 1;`, true, undefined],
    ['the server calls', `'use server';\nexport async function save(a) ${mark}\nexport const other = async () => save(1);`, true, undefined],
  ])('an action of Next.js that %s', (_title, code, followImports, expected) => {
    const asked = ask(code, undefined, { followImports });
    const handler = handlerAround(asked.analysis, asked.at('it'));
    expect(handler && `${handler.registration.library.name} ${handler.layer}`).toBe(expected);
  });

  it.each([
    ['hapi', '@hapi/hapi', "const routes = [{ method: 'GET', path: '/users', handler: (a) => /* it */ x }];\nmodule.exports = routes;", 'hapi controller get /users'],
    ['hapi, without a path', '@hapi/hapi', "const routes = [{ method: 'GET', handler: (a) => /* it */ x }];\nmodule.exports = routes;", undefined],
    ['Fastify', 'fastify', "export const routes = [{ method: 'POST', url: '/users', handler: async (a) => /* it */ x }];", 'Fastify controller post /users'],
    ['another framework', 'express', "export const routes = [{ method: 'POST', url: '/users', handler: async (a) => /* it */ x }];", undefined],
  ])('an object that describes a route, of which nobody is seen to make one: %s', (_title, name, code, expected) => {
    expect(told({ 'src/file.ts': code, 'package.json': JSON.stringify({ dependencies: { [name]: '*' } }) })).toBe(expected);
  });

  it.each([
    ['app/users/route.ts', `export async function GET(a) ${mark}`, 'Next.js controller get'],
    ['src/app/api/users/route.js', `export const POST = async (a) => ${mark};`, 'Next.js controller post'],
    ['app/users/route.ts', `const handler = async (a) => ${mark};\nexport { handler as PUT };`, 'Next.js controller put'],
    ['app/users/route.ts', `export const GET = withAuth(async (a) => ${mark});`, 'Next.js controller get'],
    ['app/users/route.ts', `async function list(a) ${mark}\nexport const GET = withAuth(list);`, 'Next.js controller get'],
    ['app/users/route.ts', `async function list(a) ${mark}\nconst other = withAuth(list);\nexport const GET = () => other();`, undefined],
    ['app/users/route.ts', `function helper(a) ${mark}\nexport async function GET() { helper(); }`, undefined],
    ['app/users/page.tsx', `export default async function Page() ${mark}`, 'Next.js serverComponent *'],
    ['app/users/page.tsx', `export async function generateMetadata() ${mark}`, 'Next.js serverComponent generatemetadata'],
    ['pages/api/users.ts', `export default function f(a, b) ${mark}`, 'Next.js controller *'],
    ['pages/api/users.js', `module.exports = function (a, b) ${mark};`, 'Next.js controller *'],
    ['pages/users.tsx', `export default function f(a, b) ${mark}`, undefined],
    ['src/routes/users/+server.ts', `export const GET = (a) => ${mark};`, 'SvelteKit controller get'],
    ['src/routes/users/+page.server.ts', `export const load = (a) => ${mark};`, 'SvelteKit controller load'],
    ['app/routes/users.tsx', `export async function action(a) ${mark}`, 'React Router controller action'],
    ['src/pages/users.ts', `export const GET = (a) => ${mark};`, 'Astro controller get'],
  ])('by its place: %s, %s', (name, code, expected) => {
    expect(told({ [name]: code })).toBe(expected);
  });
});

describe('another file registers', () => {
  it.each([
    ['a function', `export function list(a, b) ${mark}`, "import { list } from './file';\nrouter.get('/users', list);"],
    ['a renamed function', `export function list(a, b) ${mark}`, "import { list as all } from './file';\nrouter.get('/users', all);"],
    ['a function of a namespace', `export const list = (a, b) => ${mark};`, "import * as users from './file';\nrouter.get('/users', users.list);"],
    ['a default', `export default function (a, b) ${mark}`, "import list from './file';\nrouter.get('/users', list);"],
    ['a function that the default names', `function list(a, b) ${mark}\nexport default list;`, "import all from './file';\nrouter.get('/users', all);"],
    ['a constant that the default names', `const list = (a, b) => ${mark};\nexport default list;`, "import all from './file';\nrouter.get('/users', all);"],
    ['a function that exports name otherwise', `function list(a, b) ${mark}\nexports.all = list;`, "const users = require('./file');\nrouter.get('/users', users.all);"],
    ['a property of exports', `exports.list = (a, b) => ${mark};`, "const users = require('./file');\nrouter.get('/users', users.list);"],
    ['a part of exports', `module.exports = { list(a, b) ${mark} };`, "const { list } = require('./file');\nrouter.get('/users', list);"],
    ['the whole of a module', `module.exports = (a, b) => ${mark};`, "router.get('/users', require('./file'));"],
    ['a method of an instance', `export class Users { list(a, b) ${mark} }`, "import { Users } from './file';\nconst users = new Users();\nrouter.get('/users', users.list);"],
    ['a method of an exported instance', `class Users { list = (a, b) => ${mark}; }\nexport const users = new Users();`, "import { users } from './file';\nrouter.get('/users', users.list);"],
    ['a static method', `export class Users { static list(a, b) ${mark} }`, "import { Users } from './file';\nrouter.get('/users', Users.list);"],
    ['a wrapped function', `export const list = wrap((a, b) => ${mark});`, "import { list } from './file';\nrouter.get('/users', list);"],
    ['a function that it wraps itself', `export const list = (a, b) => ${mark};`, "import { list } from './file';\nrouter.get('/users', unseen(list));"],
    ['a function in the options of a route', `export const list = (a, b) => ${mark};`, "import { list } from './file';\nrouter.get('/users', { x: list }, list);"],
    ['a function in an array', `export const list = (a, b) => ${mark};`, "import { list } from './file';\nrouter.get('/users', [auth, list]);"],
  ])('%s', (_title, code, routes) => {
    expect(told({ 'src/file.ts': code, 'src/routes.ts': `import express from 'express';\nconst router = express.Router();\n${routes}` })).toMatch(/^Express controller get \/users/);
  });

  it('a function behind a barrel', () => {
    expect(told({ 'src/file.ts': `export function list(a, b) ${mark}`, 'src/index.ts': "export * from './file';", 'src/routes.ts': "import express from 'express';\nimport { list } from '.';\nexpress().get('/users', list);" })).toBe('Express controller get /users');
  });

  it('nothing where imports are not followed', () => {
    const files = { 'src/file.ts': `export function list(a, b) ${mark}`, 'src/routes.ts': "import express from 'express';\nimport { list } from './file';\nexpress().get('/users', list);" };
    const asked = ask(files, undefined, { followImports: false });
    expect(handlerAround(asked.analysis, asked.at('it'))).toBeUndefined();
  });
});

describe('a wrapper that settings name', () => {
  const files = { 'src/file.ts': `import { secured } from './secured';\nexport const list = secured('x', (a, b) => ${mark});`, 'src/secured.ts': 'export const secured = (role, fn) => { const run = (a, b) => fn(a, b); return run; };', 'src/routes.ts': "import express from 'express';\nimport { list } from './file';\nexpress().get('/users', list);" };

  it.each([
    [[], undefined],
    [['secured'], 'controller'],
  ])('%j', (asyncHandlers, layer) => {
    const asked = ask(files, undefined, { names: { hashFunctions: [], boundFunctions: [], errorSanitizers: [], iterationHelpers: [], asyncHandlers, responseMethods: [] } });
    expect(handlerAround(asked.analysis, asked.at('it'))?.layer).toBe(layer);
  });
});

describe('a class is', () => {
  const nest = "import { CanActivate, Catch, Controller, Injectable, PipeTransform } from '@nestjs/common';\n";
  it.each([
    ['a controller', `${nest}@Controller() class A {}`, 'controller'],
    ['a service', `${nest}@Injectable() class A {}`, 'service'],
    ['an exception filter', `${nest}@Catch() class A {}`, 'exceptionFilter'],
    ['a resolver', "import { Resolver } from '@nestjs/graphql';\n@Resolver() class A {}", 'resolver'],
    ['an entity', "import { Entity } from 'typeorm';\n@Entity() class A {}", 'entity'],
    ['a guard', `${nest}@Injectable() class A implements CanActivate {}`, 'middleware'],
    ['a guard by its base', `${nest}abstract class Base implements CanActivate {}\n@Injectable() class A extends Base {}`, 'middleware'],
    ['a pipe without a decorator', `${nest}class A implements PipeTransform {}`, 'middleware'],
    ['a strategy', "import { PassportStrategy } from '@nestjs/passport';\nimport { Strategy } from 'passport-jwt';\nclass A extends PassportStrategy(Strategy) {}", 'middleware'],
    ['a validator', "import { ValidatorConstraint } from 'class-validator';\n@ValidatorConstraint() class A {}", 'middleware'],
    ['nothing by its name', 'class UserController {}', undefined],
    ['nothing by an interface of the app', 'interface CanActivate {}\nclass A implements CanActivate {}', undefined],
    ['nothing by a decorator of the app', 'function Controller() { return () => {}; }\n@Controller() class A {}', undefined],
  ])('%s', (_title, code, role) => {
    const asked = ask(code);
    const owner = asked.module.bindings.classes.at(-1);
    expect(owner && classRole(asked.analysis, owner)).toBe(role);
  });
});

describe('a resolver', () => {
  it.each([
    ['under Query', `const resolvers = { Query: { users: () => ${mark} } };`, true],
    ['beside Query', `const resolvers = { Query: {}, User: { posts: () => ${mark} } };`, true],
    ['in a part with that name', `export const Mutation = { create() ${mark} };`, true],
    ['by its name', `const users = () => ${mark};\nconst resolvers = { Query: { users } };`, true],
    ['of a field', `const field = { type: X, resolve() ${mark} };`, true],
    ['not in another map', `const jobs = { Nightly: { users: () => ${mark} } };`, false],
    ['not a resolve of something else', `const plugin = { name: 'x', resolve() ${mark} };`, false],
    ['not nested deeper', `const resolvers = { Query: { users: { x: () => ${mark} } } };`, false],
  ])('%s', (_title, code, is) => {
    const asked = ask(code);
    const fn = enclosingFunction(asked.at('it'));
    expect(fn && isResolver(asked.analysis, fn)).toBe(is);
  });
});

describe('a resolver is a handler in a project that has such an API', () => {
  const inProject = (code: string, packages = '"graphql": "16"'): Record<string, string> => ({ 'src/a.ts': code, 'package.json': `{ "dependencies": { ${packages} } }` });
  it.each([
    ['under Query', inProject(`export default { Query: { users: (_, args) => ${mark} } };`), 'GraphQL resolver'],
    ['by its name, in another file', { ...inProject(`const users = (_, args) => ${mark};\nexport default users;`), 'src/b.ts': "import users from './a';\nexport const resolvers = { Query: { users } };\n" }, 'GraphQL resolver'],
    ['of a field that says what it takes', inProject(`builder.queryFields((t) => ({ users: t.int({ args: { first: t.arg.int() }, resolve: (_, args) => ${mark} }) }));`), 'GraphQL resolver'],
    ['of a field of Prisma', inProject(`builder.queryFields((t) => ({ users: t.prismaField({ resolve: (query, _, args) => ${mark} }) }));`, '"@pothos/core": "4"'), 'GraphQL resolver'],
    ['not where the project has none', inProject(`export default { Query: { users: (_, args) => ${mark} } };`, '"express": "4"'), undefined],
    ['not under another name', inProject(`export default { Jobs: { users: (_, args) => ${mark} } };`), undefined],
  ])('%s', (_title, files, expected) => {
    expect(told(files)).toBe(expected);
  });
});

describe('a server component', () => {
  it.each([
    ['waits, and gives an element', 'async function A() { return <p />; }', true],
    ['gives a fragment at once', 'const A = async () => <></>;', true],
    ['does not wait', 'function A() { return <p />; }', false],
    ['gives no element', 'async function A() { return 1; }', false],
    ['does not give what a function in it gives', 'async function A() { const B = () => { return <p />; }; return 1; }', false],
  ])('%s', (_title, code, is) => {
    const [fn] = ask({ 'src/a.tsx': code }).module.bindings.functions;
    expect(fn && isServerComponent(fn)).toBe(is);
  });
});

it('names a handler by its route, or else by itself', () => {
  const asked = ask(`${express}app.get('/users', (req, res) => {});\napp.post('', function create(req, res) {});\napp.use(function auth(req, res, next) {});\napp.use((req, res, next) => {});`);
  expect(handlersOf(asked.analysis, asked.module).map((handler) => nameOfHandler(handler))).toEqual(['the handler of `GET /users`', 'the handler of `POST /`', 'handler `auth`', 'a request handler']);
});

describe('the layer of a path', () => {
  it.each([
    ['src/users.test.ts', 'test'],
    ['src/users.spec.js', 'test'],
    ['src/__tests__/users.ts', 'test'],
    ['test/users.ts', 'test'],
    ['e2e/users.ts', 'test'],
    ['src\\__tests__\\users.ts', 'test'],
    ['prisma/seed.ts', 'script'],
    ['src/database/migrations/001.ts', 'script'],
    ['scripts/import.ts', 'script'],
    ['bin/www', 'script'],
    ['src/users.seeder.ts', 'script'],
    ['src/users.ts', 'unknown'],
    ['src/controllers/users.ts', 'unknown'],
    ['src/latest/contest.ts', 'unknown'],
    ['src/testimonials.ts', 'unknown'],
  ])('%s', (name, layer) => {
    expect(layerOfPath(name)).toBe(layer);
  });
});
