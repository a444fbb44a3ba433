/** Which routes take credentials, by their addresses, the names of their handlers and what these read; and what closes a route. */
import { expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';

const app = "import express from 'express';\nconst app = express();\n";
const HANDLER = 'async (req, res) => { res.json(await check(req.body.email, req.body.password)); }';
const BARE = 'async (req, res) => { res.json(await look(req.body.email)); }';
const named = (name: string, fn = HANDLER) => `const ${name} = ${fn};\n`;

/** Each pair differs in one thing: the first is quiet, the second reported. */
const pairs: readonly [name: string, valid: string, invalid: string, messageId: string][] = [
  ['a recovery of files and one of an account', `app.post('/files/recover', ${BARE});`, `app.post('/account/recover', ${BARE});`, 'passwordReset'],
  ['a reset without a password and with one', `app.post('/account/reset', ${BARE});`, `app.post('/account/reset', ${HANDLER});`, 'passwordReset'],
  ['a sign-up elsewhere without a password and with one', `app.post('/shop/signup', ${BARE});`, `app.post('/shop/signup', ${HANDLER});`, 'registration'],
  ['tokens without a password and with one', `app.post('/auth/token', ${BARE});`, `app.post('/auth/token', ${HANDLER});`, 'login'],
  ['a session that is ended and one that is created', `${named('expireSession')}app.post('/sessions', expireSession);`, `${named('createSession')}app.post('/sessions', createSession);`, 'login'],
  ['sessions by PUT and by any method', `app.put('/sessions', ${HANDLER});`, `app.all('/sessions', ${HANDLER});`, 'login'],
  ['users by PATCH and by any method', `app.patch('/users', ${HANDLER});`, `app.all('/users', ${HANDLER});`, 'registration'],
  ['users by another name and by a login', `app.post('/users', ${BARE});`, `${named('login')}app.post('/users', login);`, 'login'],
  ['a handler for something else and one for a forgotten password', `${named('lookAround', BARE)}app.post('/auth', lookAround);`, `${named('forgotPassword', BARE)}app.post('/auth', forgotPassword);`, 'passwordReset'],
  ['a handler that changes a profile and one that registers', `${named('update')}app.post('/profile', update);`, `${named('register')}app.post('/profile', register);`, 'registration'],
  ['a handler that changes a profile and one that logs in', `${named('update')}app.post('/profile', update);`, `${named('loginUser')}app.post('/profile', loginUser);`, 'login'],
  ['codes in a list of countries and one that is checked', `app.post('/codes/check', ${BARE});`, `app.post('/otp/check', ${BARE});`, 'oneTimeCode'],
  ['a step that is named for who asks and one that is not', `const requireAdmin = (req, res, next) => known(req, next);\napp.post('/users', requireAdmin, ${HANDLER});`, `const trim = (req, res, next) => known(req, next);\napp.post('/users', trim, ${HANDLER});`, 'registration'],
  ['a step for users only and one for guests only', `const members = (req, res, next) => (req.user ? next() : res.redirect('/'));\napp.post('/users', members, ${HANDLER});`, `const guestOnly = (req, res, next) => (req.user ? res.redirect('/') : next());\napp.post('/users', guestOnly, ${HANDLER});`, 'registration'],
  ['a step that asks passport for a token and one that asks it for a password', `import passport from 'passport';\nconst first = (req, res, next) => passport.authenticate('jwt')(req, res, next);\napp.post('/users', first, ${HANDLER});`, `import passport from 'passport';\nconst first = (req, res, next) => passport.authenticate('local')(req, res, next);\napp.post('/users', first, ${HANDLER});`, 'registration'],
  ['a step that asks a package which knows one way only, and one that asks nobody', `import { expressjwt } from 'express-jwt';\nconst first = (req, res, next) => expressjwt({ secret })(req, res, next);\napp.post('/users', first, ${HANDLER});`, `const first = (req, res, next) => next();\napp.post('/users', first, ${HANDLER});`, 'registration'],
  ['authentication of the whole app, and with exceptions', `import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret }));\napp.post('/login', ${HANDLER});`, `import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret }).unless({ path: ['/login'] }));\napp.post('/login', ${HANDLER});`, 'login'],
  ['a limiter on all of several addresses and on others', `import { rateLimit } from 'express-rate-limit';\napp.use(['/files', , '/auth'], rateLimit());\napp.post('/auth/login', ${HANDLER});`, `import { rateLimit } from 'express-rate-limit';\napp.use(['/files', , '/pages'], rateLimit());\napp.post('/auth/login', ${HANDLER});`, 'login'],
  ['a list of steps with a gap', `import { rateLimit } from 'express-rate-limit';\nconst steps = [, rateLimit()];\napp.post('/login', [, steps], ${HANDLER});`, `const steps = [, (req, res, next) => next()];\napp.post('/login', [, steps], ${HANDLER});`, 'login'],
];

tester.run('require-rate-limit: addresses', rule('require-rate-limit'), {
  valid: pairs.map(([name, code]) => ({ name: `${name}: the first`, code: app + code })),
  invalid: [
    ...pairs.map(([name, , code, messageId]) => ({ name: `${name}: the second`, code: app + code, errors: [{ messageId }] })),
    { name: 'one address once', code: `${app}app.post('/login', ${HANDLER});\napp.post('/login', ${HANDLER});`, errors: [{ messageId: 'login', line: 3 }] },
    { name: 'a Fastify route of which the method cannot be read', code: `import fastify from 'fastify';\nconst server = fastify();\nserver.route({ method: chosen, url: '/login', handler: async (request) => check(request.body.password) });`, errors: [{ messageId: 'login' }] },
    { name: 'a chained route whose address cannot be read', code: `${app}const { address } = settings();\n${named('login')}app.use('/auth', express.Router().post('/login', login));\napp.route(address).post(login);`, errors: [{ messageId: 'login', line: 5 }, { messageId: 'login', line: 6 }] },
  ],
});

/** Routers that a file elsewhere mounts. */
const ROUTER = "import { Router } from 'express';\nexport const router = Router();\nrouter.post('/login', async (req, res) => { res.json(await check(req.body.password)); });\n";
it.each([
  ['reports a router that a list of another file holds', { 'auth.ts': ROUTER, 'routes.ts': "import { router } from './auth';\nexport const all = [{ path: '/auth', router }];\n", 'main.ts': "import express from 'express';\nimport { all } from './routes';\nconst app = express();\nall.forEach((each) => app.use(each.path, each.router));\napp.listen(1);\n" }, ['auth.ts:3 require-rate-limit/login']],
  ['reports a router that a class holds, mounted by an app that is a class, with require', {
    'auth.js': "const express = require('express');\nmodule.exports = class AuthRoute {\n  constructor() {\n    this.router = express.Router();\n    this.router.post('/login', async (req, res) => { res.json(await check(req.body.password)); });\n  }\n};\n",
    'app.js': "const express = require('express');\nmodule.exports = class App {\n  constructor(routes) {\n    this.app = express();\n    routes.forEach((route) => { this.app.use('/', route.router); });\n  }\n};\n",
    'server.js': "const fs = require('fs');\nconst missing = require('./missing');\nconst App = require('./app');\nconst AuthRoute = require('./auth');\nnew App([new AuthRoute()]);\n",
  }, ['auth.js:5 require-rate-limit/login']],
  ['is quiet where nobody mounts it', { 'auth.ts': ROUTER, 'routes.ts': "import { router } from './auth';\nimport fs from 'fs';\nimport { other } from './missing';\nimport { log } from './log';\nexport const all = [{ path: '/auth', router }];\n", 'log.ts': 'export const log = console.log;\n', 'main.ts': "import express from 'express';\nimport { all } from './routes';\nconst app = express();\napp.listen(1);\n" }, []],
] as const)('require-rate-limit: %s', (_name, files, expected) => {
  expect(judge(files, { rules: { 'require-rate-limit': {} } }).found).toEqual(expected);
});
