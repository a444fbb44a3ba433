import { expect, describe, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';

const login = { messageId: 'login' } as const;
const registration = { messageId: 'registration' } as const;
const passwordReset = { messageId: 'passwordReset' } as const;
const oneTimeCode = { messageId: 'oneTimeCode' } as const;

const app = `import express from 'express';
const app = express();
`;
const handlers = `const login = async (req, res) => { res.json(await check(req.body.email, req.body.password)); };
const register = async (req, res) => { res.status(201).json(await create(req.body.email, req.body.password)); };
`;
const limited = `import { rateLimit } from 'express-rate-limit';
const limiter = rateLimit({ windowMs: 60_000, limit: 10 });
`;

/** Findings and marks of a project, for this rule alone. */
function judged(files: Readonly<Record<string, string>>, settings?: unknown) {
  return judge(files, { rules: { 'require-rate-limit': {} }, settings });
}

tester.run('require-rate-limit: which routes', rule('require-rate-limit'), {
  valid: [
    ['a page that only shows the form', "app.get('/login', (req, res) => res.render('login'));"],
    ['a route about something else', "app.post('/orders', login);"],
    ['the registration of a device', "app.post('/devices/register', (req, res) => res.json(save(req.body.deviceId)));"],
    ['a webhook to be registered', "app.post('/webhooks/register', (req, res) => res.json(save(req.body.url)));"],
    ['the callback of an identity provider', "app.post('/login/oauth/callback', login);"],
    ['the end of a session', "app.post('/logout', (req, res) => res.json({}));"],
    ['an address that a word only begins with', "app.post('/loginfo', (req, res) => res.json({}));"],
    ['users without a password', "app.post('/users', (req, res) => res.json(save(req.body.name)));"],
    ['the invitation of a user to a team', "app.post('/teams/:id/users', register);"],
    ['codes that are set up', "app.post('/2fa/enable', (req, res) => res.json({}));"],
  ].map(([name = '', code = '']) => ({ name, code: `${app}${handlers}${code}` })),
  invalid: ([
    ['a login', "app.post('/login', login);", login],
    ['a login under another word', "app.post('/auth/sign-in', login);", login],
    ['a login by whom', "app.post('/api/v1/users/login', login);", login],
    ['a session that is made', "app.post('/sessions', login);", login],
    ['a login whose address is not its own', "const router = express.Router();\nrouter.post('/', login);\napp.use('/session', router);", login],
    ['a registration', "app.post('/register', register);", registration],
    ['a registration under another word', "app.post('/auth/signup', register);", registration],
    ['users that anybody may make', "app.post('/users', register);", registration],
    ['a forgotten password', "app.post('/forgot-password', (req, res) => res.json(mail(req.body.email)));", passwordReset],
    ['a forgotten password in two segments', "app.post('/password/forgot', (req, res) => res.json(mail(req.body.email)));", passwordReset],
    ['a reset with its token in the address', "app.put('/resetpassword/:token', (req, res) => res.json(change(req.params.token, req.body.password)));", passwordReset],
    ['a one-time code that is checked', "app.post('/verify-otp', (req, res) => res.json(verify(req.body.code)));", oneTimeCode],
    ['a second factor', "app.post('/auth/2fa/verify', (req, res) => res.json(verify(req.body.code)));", oneTimeCode],
    ['a code that is sent again', "app.post('/auth/resend-code', (req, res) => res.json(send(req.body.phone)));", oneTimeCode],
  ] as const).map(([name, code, error]) => ({ name, code: `${app}${handlers}${code}`, errors: [error] })),
});

tester.run('require-rate-limit: Express', rule('require-rate-limit'), {
  valid: [
    { name: 'a limiter on the route', code: `${app}${handlers}${limited}app.post('/login', limiter, login);` },
    { name: 'a limiter in a list', code: `${app}${handlers}${limited}app.post('/login', [validate(schema), limiter], login);` },
    { name: 'a limiter in a list with a name', code: `${app}${handlers}${limited}const before = [limiter];\napp.post('/login', ...before, login);` },
    { name: 'a limiter on the whole app', code: `${app}${handlers}${limited}app.use(limiter);\napp.post('/login', login);` },
    { name: 'a limiter on the address', code: `${app}${handlers}${limited}app.use('/auth', limiter);\napp.post('/auth/login', login);` },
    { name: 'a limiter on one of several addresses', code: `${app}${handlers}${limited}app.use(['/auth', '/admin'], limiter);\napp.post('/auth/login', login);` },
    { name: 'a limiter on the router', code: `${app}${handlers}${limited}const router = express.Router();\nrouter.use(limiter);\nrouter.post('/login', login);\napp.use(router);` },
    { name: 'a limiter beside the router where it is mounted', code: `${app}${handlers}${limited}const router = express.Router();\nrouter.post('/login', login);\napp.use('/auth', limiter, router);` },
    { name: 'a limiter in production only', code: `${app}${handlers}${limited}if (process.env.NODE_ENV === 'production') app.use(limiter);\napp.post('/login', login);` },
    { name: 'a limiter for all methods of the route', code: `${app}${handlers}${limited}app.route('/login').all(limiter).post(login);` },
    { name: 'a limiter registered for the same address before', code: `${app}${handlers}${limited}app.post('/login', limiter);\napp.post('/login', login);` },
    { name: 'a limiter in the handler', code: `${app}import { RateLimiterMemory } from 'rate-limiter-flexible';\nconst perAddress = new RateLimiterMemory({ points: 5 });\napp.post('/login', async (req, res) => { await perAddress.consume(req.ip); res.json(await check(req.body.password)); });` },
    { name: 'a limiter that the handler asks through a function', code: `${app}import { Ratelimit } from '@upstash/ratelimit';\nconst window = new Ratelimit({ limiter: Ratelimit.slidingWindow(5, '1 m') });\nasync function slow(req) { return (await window.limit(req.ip)).success; }\napp.post('/login', async (req, res) => { if (!(await slow(req))) return res.sendStatus(503); res.json(await check(req.body.password)); });` },
    { name: 'a function of the app that counts and refuses', code: `${app}${handlers}const seen = new Map();\nfunction calm(req, res, next) { const count = (seen.get(req.ip) ?? 0) + 1; seen.set(req.ip, count); if (count > 5) return res.status(429).end(); next(); }\napp.post('/login', calm, login);` },
    { name: 'an account that is locked after some attempts', code: `${app}app.post('/login', async (req, res) => { const user = await find(req.body.email); if (user.loginAttempts > 5) return res.sendStatus(403); res.json(await check(user, req.body.password)); });` },
    { name: 'a limiter of a package that nobody has described, by its name', code: `${app}${handlers}import { throttle } from 'calm-down';\napp.post('/login', throttle(5), login);` },
    { name: 'a puzzle for people', code: `${app}${handlers}import { verifyCaptcha } from 'some-captcha';\napp.post('/register', verifyCaptcha(), register);` },
    { name: 'express-slow-down', code: `${app}${handlers}import { slowDown } from 'express-slow-down';\napp.post('/login', slowDown({ windowMs: 1000 }), login);` },
    { name: 'express-brute', code: `${app}${handlers}import Guard from 'express-brute';\nconst bouncer = new Guard(store);\napp.post('/login', bouncer.prevent, login);` },
    { name: 'a router that nobody is seen to mount', code: `import { Router } from 'express';\n${handlers}export const router = Router();\nrouter.post('/login', login);` },
    { name: 'an app that comes in', code: `${handlers}export function routes(app) { app.post('/login', login); }` },
    { name: 'a limiter on a router that is a step of the app', code: `${app}${handlers}${limited}const calm = express.Router();\ncalm.use(limiter);\napp.use(calm);\napp.post('/login', login);` },
    { name: 'an app of who knows where', code: `${handlers}import { app } from './nowhere';\napp.post('/login', login);` },
    { name: 'a step that cannot be seen', code: `${app}${handlers}import { before } from './before';\napp.post('/login', before, login);` },
    { name: 'an app that is handed to a function which cannot be seen', code: `${app}${handlers}import { setUp } from './set-up';\nsetUp(app);\napp.post('/login', login);` },
    { name: 'behind authentication', code: `${app}${handlers}import passport from 'passport';\napp.post('/users', passport.authenticate('jwt'), register);` },
    { name: 'behind a check of the app for who is signed in', code: `${app}${handlers}const isLoggedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));\napp.post('/users', isLoggedIn, register);` },
    { name: 'behind authentication of the router', code: `${app}${handlers}import { expressjwt } from 'express-jwt';\nconst router = express.Router();\nrouter.use(expressjwt({ secret }));\nrouter.post('/users', register);\napp.use(router);` },
    { name: 'users whose handler asks who it is', code: `${app}app.post('/users', async (req, res) => { if (!req.user?.admin) return res.sendStatus(403); res.json(await create(req.body.password)); });` },
  ],
  invalid: [
    { name: 'a limiter on some addresses of a router that is a step of the app', code: `${app}${handlers}${limited}const calm = express.Router();\ncalm.use('/slow', limiter);\ncalm.get('/fast', limiter);\napp.use(calm);\napp.post('/login', login);`, errors: [login] },
    { name: 'a limiter on the routes beside it', code: `${app}${handlers}${limited}app.post('/reset', limiter, register);\napp.post('/login', login);`, errors: [login] },
    { name: 'a limiter on another address', code: `${app}${handlers}${limited}app.use('/api', limiter);\napp.post('/auth/login', login);`, errors: [login] },
    { name: 'a limiter that comes after the route', code: `${app}${handlers}${limited}app.post('/login', login);\napp.use(limiter);`, errors: [login] },
    { name: 'a limiter on another router', code: `${app}${handlers}${limited}const one = express.Router();\nconst other = express.Router();\nother.use(limiter);\none.post('/login', login);\napp.use('/a', one);\napp.use('/b', other);`, errors: [login] },
    { name: 'a comment about a limiter', code: `${app}app.post('/login', async (req, res) => { /* a rate limit would be good */ res.json(await check(req.body.password)); });`, errors: [login] },
    { name: 'steps that do something else', code: `${app}${handlers}import helmet from 'helmet';\napp.use(helmet());\napp.use(express.json());\napp.post('/login', (req, res, next) => { trim(req.body); next(); }, login);`, errors: [login] },
    { name: 'a chain on one route', code: `${app}${handlers}app.route('/login').get((req, res) => res.render('login')).post(login);`, errors: [login] },
    { name: 'the login that a strategy does', code: `${app}import passport from 'passport';\napp.post('/login', passport.authenticate('local'), (req, res) => res.json(req.user));`, errors: [login] },
    { name: 'the login that a strategy does by itself', code: `${app}import passport from 'passport';\napp.post('/login', passport.authenticate('local', { successRedirect: '/' }));`, errors: [login] },
    { name: 'a session that is read, and lets everybody through', code: `${app}${handlers}import passport from 'passport';\napp.use(passport.initialize());\napp.use(passport.session());\napp.post('/login', login);`, errors: [login] },
    { name: 'a handler in a wrapper', code: `${app}${handlers}const safely = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);\napp.post('/login', safely(login));`, errors: [login] },
    { name: 'authentication on another address', code: `${app}${handlers}import { expressjwt } from 'express-jwt';\napp.use('/admin', expressjwt({ secret }));\napp.post('/users', register);`, errors: [registration] },
  ],
});

tester.run('require-rate-limit: Fastify', rule('require-rate-limit'), {
  valid: [
    { name: 'a limiter on the server', code: "import fastify from 'fastify';\nimport rateLimit from '@fastify/rate-limit';\nconst server = fastify();\nawait server.register(rateLimit, { max: 100 });\nserver.post('/login', async (request) => check(request.body.password));" },
    { name: 'a limiter for those who ask, and a route that does', code: "import fastify from 'fastify';\nimport rateLimit from '@fastify/rate-limit';\nconst server = fastify();\nawait server.register(rateLimit, { global: false });\nserver.post('/login', { config: { rateLimit: { max: 5 } } }, async (request) => check(request.body.password));" },
    { name: 'a limiter that a plugin puts on the server', code: "import fastify from 'fastify';\nimport fp from 'fastify-plugin';\nimport rateLimit from '@fastify/rate-limit';\nconst server = fastify();\nasync function calm(instance) { instance.register(rateLimit, { max: 100 }); }\nserver.register(calm);\nserver.post('/login', async (request) => check(request.body.password));" },
    { name: 'a hook of the route', code: "import fastify from 'fastify';\nimport { throttle } from './throttle';\nconst server = fastify();\nserver.route({ method: 'POST', url: '/login', preHandler: throttle, handler: async (request) => check(request.body.password) });" },
    { name: 'a folder that is loaded', code: "import fastify from 'fastify';\nimport autoload from '@fastify/autoload';\nconst server = fastify();\nserver.register(autoload, { dir: 'plugins' });\nserver.post('/login', async (request) => check(request.body.password));" },
    { name: 'a plugin that nobody is seen to register', code: "export default async function routes(fastify) { fastify.post('/login', async (request, reply) => reply.send(check(request.body.password))); }" },
  ],
  invalid: [
    { name: 'no limiter', code: "import fastify from 'fastify';\nconst server = fastify();\nserver.post('/login', async (request) => check(request.body.password));", errors: [login] },
    { name: 'a plugin that puts something else on the server', code: "import fastify from 'fastify';\nimport cors from '@fastify/cors';\nconst server = fastify();\nasync function open(instance) { instance.register(cors); }\nserver.register(open);\nserver.post('/login', async (request) => check(request.body.password));", errors: [login] },
    { name: 'a limiter for those who ask', code: "import fastify from 'fastify';\nimport rateLimit from '@fastify/rate-limit';\nconst server = fastify();\nawait server.register(rateLimit, { global: false });\nserver.post('/login', async (request) => check(request.body.password));", errors: [login] },
    { name: 'a route by its options', code: "import fastify from 'fastify';\nconst server = fastify();\nserver.route({ method: 'POST', url: '/login', handler: async (request) => check(request.body.password) });", errors: [login] },
    { name: 'a plugin with a prefix', code: "import fastify from 'fastify';\nconst server = fastify();\nserver.register(async (instance) => { instance.post('/login', async (request) => check(request.body.password)); }, { prefix: '/auth' });", errors: [login] },
  ],
});

tester.run('require-rate-limit: Koa and Hono', rule('require-rate-limit'), {
  valid: [
    { name: 'koa-ratelimit', code: "import Koa from 'koa';\nimport Router from '@koa/router';\nimport ratelimit from 'koa-ratelimit';\nconst app = new Koa();\nconst router = new Router();\nrouter.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });\napp.use(ratelimit({ driver: 'memory', db: new Map() }));\napp.use(router.routes());" },
    { name: 'hono-rate-limiter', code: "import { Hono } from 'hono';\nimport { rateLimiter } from 'hono-rate-limiter';\nconst app = new Hono();\napp.use(rateLimiter({ limit: 10 }));\napp.post('/login', async (c) => c.json(await check((await c.req.json()).password)));" },
    { name: 'hono-rate-limiter on some addresses', code: "import { Hono } from 'hono';\nimport { rateLimiter } from 'hono-rate-limiter';\nconst auth = new Hono().post('/login', async (c) => c.json(await check((await c.req.json()).password)));\nconst app = new Hono().use('/auth/*', rateLimiter({ limit: 10 })).route('/auth', auth);" },
  ],
  invalid: [
    { name: 'Koa without one', code: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router({ prefix: '/auth' });\nrouter.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });\napp.use(router.routes());", errors: [login] },
    { name: 'Koa, a prefix that is set later', code: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\nconst other = new Router();\nother.prefix('/orders');\nrouter.prefix('/login');\nrouter.post('/', async (ctx) => { ctx.body = await check(ctx.request.body.password); });\napp.use(router.routes());\napp.use(other.routes());", errors: [login] },
    { name: 'Koa, the limiter behind the router', code: "import Koa from 'koa';\nimport Router from '@koa/router';\nimport ratelimit from 'koa-ratelimit';\nconst app = new Koa();\nconst router = new Router();\nrouter.post('/login', async (ctx) => { ctx.body = await check(ctx.request.body.password); });\napp.use(router.routes());\napp.use(ratelimit({ driver: 'memory', db: new Map() }));", errors: [login] },
    { name: 'Hono without one', code: "import { Hono } from 'hono';\nconst app = new Hono();\napp.post('/login', async (c) => c.json(await check((await c.req.json()).password)));", errors: [login] },
    { name: 'Hono with one for other addresses', code: "import { Hono } from 'hono';\nimport { rateLimiter } from 'hono-rate-limiter';\nconst auth = new Hono().post('/login', async (c) => c.json(await check((await c.req.json()).password)));\nconst app = new Hono().use('/api/*', rateLimiter({ limit: 10 })).route('/auth', auth);", errors: [login] },
  ],
});

const nest = (module: string, controller: string, more: Readonly<Record<string, string>> = {}) => ({
  'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\nconst app = await NestFactory.create(AppModule);\nawait app.listen(3000);\n",
  'src/app.module.ts': `import { Module } from '@nestjs/common';\nimport { AuthController } from './auth.controller';\n${module}`,
  'src/auth.controller.ts': `import { Body, Controller, Post, UseGuards } from '@nestjs/common';\n${controller}`,
  ...more,
});
const open = `class LoginDto { email: string; password: string; }
@Controller('auth')
export class AuthController {
  @Post('login') // expect: require-rate-limit/login
  login(@Body() dto: LoginDto) { return this.auth.login(dto); }
}
`;
const quiet = open.replace(/ \/\/ expect.*/, '');
const plain = '@Module({ controllers: [AuthController] })\nexport class AppModule {}\n';

describe('require-rate-limit: NestJS', () => {
  it.each([
    ['reports a login without a throttler', nest(plain, open)],
    ['is quiet where the throttler guards every route', nest("import { APP_GUARD } from '@nestjs/core';\nimport { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';\n@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60, limit: 10 }])], controllers: [AuthController], providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })\nexport class AppModule {}\n", quiet)],
    ['reports where the throttler is set up and guards nothing', nest("import { ThrottlerModule } from '@nestjs/throttler';\n@Module({ imports: [ThrottlerModule.forRoot([{ ttl: 60, limit: 10 }])], controllers: [AuthController] })\nexport class AppModule {}\n", open.replace("  @Post", "  @Throttle({ default: { limit: 3, ttl: 60 } })\n  @Post").replace('class', "import { Throttle } from '@nestjs/throttler';\nclass"))],
    ['is quiet where the throttler guards the class', nest(plain, quiet.replace('@Controller', "import { ThrottlerGuard } from '@nestjs/throttler';\n@UseGuards(ThrottlerGuard)\n@Controller"))],
    ['is quiet where a guard of the app extends the throttler', nest(plain, quiet.replace('  @Post', '  @UseGuards(CalmGuard)\n  @Post').replace('class', "import { CalmGuard } from './calm.guard';\nclass"), { 'src/calm.guard.ts': "import { ThrottlerGuard } from '@nestjs/throttler';\nexport class CalmGuard extends ThrottlerGuard {}\n" })],
    ['is quiet where the throttler stands in a module that the app imports', nest("import { CalmModule } from './calm.module';\n@Module({ imports: [CalmModule], controllers: [AuthController] })\nexport class AppModule {}\n", quiet, { 'src/calm.module.ts': "import { Module } from '@nestjs/common';\nimport { APP_GUARD } from '@nestjs/core';\nimport { ThrottlerGuard } from '@nestjs/throttler';\n@Module({ providers: [{ provide: APP_GUARD, useClass: ThrottlerGuard }] })\nexport class CalmModule {}\n" })],
    ['is quiet where a middleware of the app limits', { ...nest(plain, quiet), 'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport { rateLimit } from 'express-rate-limit';\nimport { AppModule } from './app.module';\nconst app = await NestFactory.create(AppModule);\napp.use(rateLimit({ limit: 10 }));\n" }],
    ['is quiet where the start of the app is not in sight', { 'src/auth.controller.ts': nest(plain, quiet)['src/auth.controller.ts'] }],
    ['is quiet where a module cannot be seen', nest("import { CalmModule } from './calm.module';\n@Module({ imports: [CalmModule], controllers: [AuthController] })\nexport class AppModule {}\n", quiet)],
    ['is quiet behind a guard of the route that authenticates', nest(plain, quiet.replace('  @Post', "  @UseGuards(AuthGuard('jwt'))\n  @Post").replace('class', "import { AuthGuard } from '@nestjs/passport';\nclass"))],
    ['reports the guard that does the login itself', nest(plain, open.replace('  @Post', "  @UseGuards(AuthGuard('local'))\n  @Post").replace('class', "import { AuthGuard } from '@nestjs/passport';\nclass"))],
    ['reports what is opened in an app that authenticates', nest("import { APP_GUARD } from '@nestjs/core';\nimport { AuthGuard } from '@nestjs/passport';\nclass JwtGuard extends AuthGuard('jwt') { canActivate(context) { return this.reflector.get('open', context.getHandler()) || super.canActivate(context); } }\n@Module({ controllers: [AuthController], providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })\nexport class AppModule {}\n", open.replace('  @Post', '  @Public()\n  @Post').replace('class', "import { Public } from './public';\nclass"), { 'src/public.ts': "import { SetMetadata } from '@nestjs/common';\nexport const Public = () => SetMetadata('open', true);\n" })],
    ['is quiet where the middleware of a module asks for a token on this route', nest("import { TokenMiddleware } from './token.middleware';\n@Module({ controllers: [AuthController] })\nexport class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(TokenMiddleware).forRoutes({ path: 'auth/register', method: RequestMethod.POST }); } }\n".replace("import {", "import { MiddlewareConsumer, RequestMethod } from '@nestjs/common';\nimport {"), quiet.replace("'login'", "'register'"), { 'src/token.middleware.ts': TOKEN() })],
    ['reports where the middleware of a module is for other routes', nest("import { TokenMiddleware } from './token.middleware';\n@Module({ controllers: [AuthController] })\nexport class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(TokenMiddleware).forRoutes({ path: 'user', method: RequestMethod.GET }); } }\n".replace("import {", "import { MiddlewareConsumer, RequestMethod } from '@nestjs/common';\nimport {"), open, { 'src/token.middleware.ts': TOKEN() })],
  ])('%s', (_title, files) => {
    const { found, expected } = judged(files);
    expect(found).toEqual(expected);
  });
});

function TOKEN(): string {
  return "import { HttpException, NestMiddleware } from '@nestjs/common';\nexport class TokenMiddleware implements NestMiddleware {\n  use(req, res, next) { if (!req.headers.authorization) throw new HttpException('Not authorized', 401); next(); }\n}\n";
}

describe('require-rate-limit: across files', () => {
  const router = "const router = require('express').Router();\nconst { login } = require('./users');\nrouter.post('/login', login);MARK\nmodule.exports = router;\n";
  const users = "exports.login = async (req, res) => { res.json(await check(req.body.password)); };\n";
  const marked = router.replace('MARK', ' // expect: require-rate-limit/login');
  const unmarked = router.replace('MARK', '');
  const main = (before: string) => `const express = require('express');\nconst { rateLimit } = require('express-rate-limit');\nconst app = express();\n${before}app.use('/auth', require('./auth'));\napp.listen(3000);\n`;
  it.each([
    ['reports a router that another file mounts with nothing before it', { 'auth.js': marked, 'users.js': users, 'main.js': main('') }],
    ['is quiet where the file that mounts it has a limiter before', { 'auth.js': unmarked, 'users.js': users, 'main.js': main('app.use(rateLimit({ limit: 5 }));\n') }],
    ['reports where the limiter comes after', { 'auth.js': marked, 'users.js': users, 'main.js': main('').replace('app.listen', 'app.use(rateLimit({ limit: 5 }));\napp.listen') }],
    ['is quiet where a function that gets the app puts one on it', { 'auth.js': unmarked, 'users.js': users, 'set-up.js': "const { rateLimit } = require('express-rate-limit');\nmodule.exports = (app) => { app.use(rateLimit({ limit: 5 })); };\n", 'main.js': main("require('./set-up')(app);\n") }],
    ['reports where that function puts something else on it', { 'auth.js': marked, 'users.js': users, 'set-up.js': "const helmet = require('helmet');\nmodule.exports = (app) => { app.use(helmet()); };\n", 'main.js': main("require('./set-up')(app);\n") }],
    ['follows a list of routes', { 'auth.js': marked, 'users.js': users, 'main.js': "const app = require('express')();\nconst routes = [{ path: '/auth', route: require('./auth') }];\nroutes.forEach((each) => app.use(each.path, each.route));\napp.listen(3000);\n" }],
    ['follows routers in routers', { 'auth.js': marked, 'users.js': users, 'routes.js': "const router = require('express').Router();\nrouter.use('/auth', require('./auth'));\nmodule.exports = router;\n", 'main.js': "const app = require('express')();\napp.use('/v1', require('./routes'));\napp.listen(3000);\n" }],
    ['is quiet where the router around it has a limiter', { 'auth.js': unmarked, 'users.js': users, 'routes.js': "const router = require('express').Router();\nrouter.use(require('express-rate-limit')({ max: 5 }));\nrouter.use('/auth', require('./auth'));\nmodule.exports = router;\n", 'main.js': "const app = require('express')();\napp.use('/v1', require('./routes'));\napp.listen(3000);\n" }],
    ['follows a function that gets the app', { 'users.js': users, 'routes.js': "const { login } = require('./users');\nmodule.exports = (app, db) => {\n  app.post('/login', login); // expect: require-rate-limit/login\n};\n", 'main.js': "const app = require('express')();\nrequire('./routes')(app, db);\napp.listen(3000);\n" }],
    ['follows a router that a class holds, in an app that is a class', {
      'src/auth.route.ts': "import { Router } from 'express';\nexport class AuthRoute {\n  public router = Router();\n  constructor() { this.initializeRoutes(); }\n  private initializeRoutes() {\n    this.router.post('/login', async (req, res) => { res.json(await check(req.body.password)); }); // expect: require-rate-limit/login\n  }\n}\n",
      'src/app.ts': "import express from 'express';\nexport class App {\n  public app: express.Application;\n  constructor(routes) { this.app = express(); this.app.use(express.json()); this.initializeRoutes(routes); }\n  private initializeRoutes(routes) { routes.forEach((route) => { this.app.use('/', route.router); }); }\n}\n",
      'src/server.ts': "import { App } from './app';\nimport { AuthRoute } from './auth.route';\nnew App([new AuthRoute()]);\n",
    }],
    ['reads the body of the service for who limits', { 'auth.js': unmarked, 'users.js': "const { calm } = require('./calm');\nexports.login = async (req, res) => { await calm(req.ip); res.json(await check(req.body.password)); };\n", 'calm.js': "exports.calm = async (ip) => { if (await count(ip) > 5) throw Object.assign(new Error('slowly'), { status: 429 }); };\n", 'main.js': main('') }],
  ])('%s', (_title, files) => {
    const { found, expected } = judged(files);
    expect(found).toEqual(expected);
  });
});

describe('require-rate-limit: settings', () => {
  const code = `${app}${handlers}const calm = (req, res, next) => (enough(req) ? next() : res.sendStatus(503));\nconst known = (req, res, next) => (look(req) ? next() : next('route'));\n`;
  it('takes the limiters that a team names', () => {
    const files = { 'src/app.ts': `${code}app.post('/login', calm, login);` };
    expect(judged(files).found).toEqual(['src/app.ts:7 require-rate-limit/login']);
    expect(judged(files, { rateLimiters: ['calm'] }).found).toEqual([]);
  });

  it('takes the authentication that a team names', () => {
    const files = { 'src/app.ts': `${code}app.post('/users', known, register);` };
    expect(judged(files).found).toEqual(['src/app.ts:7 require-rate-limit/registration']);
    expect(judged(files, { authMiddleware: ['known'] }).found).toEqual([]);
  });
});

describe('require-rate-limit: its message', () => {
  it('names the route and the limiter of the framework', () => {
    const [found] = lintProject({ 'src/app.ts': `${app}${handlers}const router = express.Router();\nrouter.post('/login', login);\napp.use('/auth', router);` }, { rules: { 'require-rate-limit': {} } });
    expect(found?.message).toContain('`POST /auth/login`');
    expect(found?.message).toContain('express-rate-limit');
  });
});
