/** Guards that ask for a role too early, too late, or of nobody. Each harmless case has a twin that is reported. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const NAME = 'authenticate-before-authorize';
const GUARDS = `function authenticate(req, res, next) {
  const token = req.headers.authorization;
  if (!token) return res.status(401).end();
  req.user = verifyToken(token);
  next();
}
const authorize = (...roles) => (req, res, next) => {
  if (!req.user || !roles.includes(req.user.role)) return res.status(403).end();
  next();
};
const list = (req, res) => res.json([]);
`;
const express = (code: string, more = '') => `import express from 'express';\n${more}const app = express();\n${GUARDS}${code}\n`;
const router = (code: string, mount = "app.use('/admin', router);") => express(`const router = express.Router();\n${code}\n${mount}`);
const fastify = (code: string) => `import Fastify from 'fastify';
const app = Fastify();
const authenticate = async (request, reply) => { request.user = await request.jwtVerify(); };
const authorize = async (request, reply) => { if (request.user.role !== 'admin') return reply.code(403).send(); };
const list = async (request, reply) => [];
${code}
`;
const koa = (code: string) => `import Koa from 'koa';
import Router from '@koa/router';
const app = new Koa();
const router = new Router();
const authenticate = async (ctx, next) => { ctx.state.user = verifyToken(ctx.get('authorization')); await next(); };
const authorize = (role) => async (ctx, next) => { if (ctx.state.user.role !== role) ctx.throw(403); await next(); };
const list = async (ctx) => { ctx.body = []; };
${code}
app.use(router.routes());
`;
const hono = (code: string) => `import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
const app = new Hono();
const authorize = async (c, next) => { if (c.get('user').role !== 'admin') return c.json({}, 403); await next(); };
const authenticate = async (c, next) => { c.set('user', await verifyToken(c.req.header('authorization'))); await next(); };
const list = (c) => c.json([]);
${code}
export default app;
`;
const swapped = (name: string, text: string, first: string, second: string, id = 'before') => {
  const plain = text.replace('«', '').replace('»', '');
  return marked(name, id, text, { suggested: ['swap', plain.replace(`${first}, ${second}`, `${second}, ${first}`)] });
};

tester.run(NAME, rule(NAME), {
  valid: [
    { name: 'authentication first', code: express("app.get('/admin', authenticate, authorize('admin'), list);") },
    { name: 'authentication first, in a list', code: express("app.get('/admin', [authenticate, authorize('admin')], list);") },
    { name: 'authentication on the app', code: express("app.use(authenticate);\napp.get('/admin', authorize('admin'), list);") },
    { name: 'authentication before the guard, and once more behind it', code: express("app.get('/admin', authenticate, authorize('admin'), authenticate, list);") },
    { name: 'authentication on the router', code: router("router.use(authenticate);\nrouter.get('/', authorize('admin'), list);") },
    { name: 'both on the router, in order', code: router("router.use(authenticate);\nrouter.use(authorize('admin'));\nrouter.get('/', list);") },
    { name: 'both in one call of the router', code: router("router.use(authenticate, authorize('admin'));\nrouter.get('/', list);") },
    { name: 'authentication where the router is mounted', code: router("router.use(authorize('admin'));\nrouter.get('/', list);", "app.use('/admin', authenticate, router);") },
    { name: 'authentication for all methods of the address', code: express("app.all('/admin', authenticate);\napp.get('/admin', authorize('admin'), list);") },
    { name: "Passport's strategy", code: express("app.get('/admin', passport.authenticate('jwt'), authorize('admin'), list);", "import passport from 'passport';\n") },
    { name: "Passport's session", code: express("app.use(passport.session());\napp.get('/admin', authorize('admin'), list);", "import passport from 'passport';\n") },
    { name: 'a guard that finds out by itself', code: express("const admins = (req, res, next) => {\n  req.user = verifyToken(req.headers.authorization);\n  if (req.user.role !== 'admin') return res.status(403).end();\n  next();\n};\napp.get('/admin', admins, list);") },
    { name: 'a guard that looks the user up', code: express("const admins = async (req, res, next) => {\n  const user = await User.findById(req.user);\n  if (user.role !== 'admin') return res.status(403).end();\n  next();\n};\napp.get('/admin', admins, list);") },
    { name: 'a guard that looks into the session', code: express("const admins = (req, res, next) => {\n  if (req.session.user.role !== 'admin') return res.status(403).end();\n  next();\n};\napp.get('/admin', admins, list);") },
    { name: 'a guard that asks for no role', code: express("const grown = (req, res, next) => {\n  if (req.user.age < 18) return res.status(403).end();\n  next();\n};\napp.get('/bar', grown, list);") },
    { name: 'a step that reads a role and refuses nobody', code: express("const mark = (req, res, next) => {\n  res.locals.isAdmin = req.user.role === 'admin';\n  next();\n};\napp.get('/admin', mark, list);") },
    { name: 'a middleware that nobody can look into', code: express("app.use(loadContext);\napp.get('/admin', authorize('admin'), list);", "import { loadContext } from './context';\n") },
    { name: 'a package that may find out', code: express("app.use(identity());\napp.get('/admin', authorize('admin'), list);", "import identity from 'some-identity';\n") },
    { name: 'a router that nobody is seen to mount', code: `import express from 'express';\nexport const router = express.Router();\n${GUARDS}router.get('/', authorize('admin'), list);\n` },
    { name: 'a handler that finds out by itself', code: express("app.get('/admin', authorize('admin'), (req, res) => {\n  const user = verifyToken(req.headers.authorization);\n  res.json(user);\n});") },
    { name: 'a handler behind the guard', code: express("app.get('/admin', authenticate, authorize('admin'), list);\napp.get('/list', list);") },
    { name: 'a guard behind a step that passes on', code: express("const note = (req, res, next) => {\n  if (!req.query.q) return res.json([]);\n  next();\n};\napp.get('/admin', authenticate, note, authorize('admin'));") },
    { name: 'two guards in a row, the authenticating one first', code: express("app.get('/admin', authenticate, authorize('staff'), authorize('admin'), list);") },
    { name: 'Fastify, in order', code: fastify("app.get('/admin', { preHandler: [authenticate, authorize] }, list);") },
    { name: 'Fastify with a hook', code: fastify("app.addHook('onRequest', authenticate);\napp.get('/admin', { preHandler: authorize }, list);") },
    { name: 'Koa, in order', code: koa("router.get('/admin', authenticate, authorize('admin'), list);") },
    { name: 'Hono, in order', code: hono("app.get('/admin', authenticate, authorize, list);") },
    { name: "Hono's own middleware", code: hono("app.use('/admin', jwt({ secret: KEY }));\napp.get('/admin', authorize, list);") },
    { name: 'a route with no handler', code: express("app.get('/admin');") },
  ],
  invalid: [
    swapped('the guard first', express("app.get('/admin', «authorize('admin')», authenticate, list);"), "authorize('admin')", 'authenticate'),
    swapped('the guard first, in a list', express("app.get('/admin', [«authorize('admin')», authenticate], list);"), "authorize('admin')", 'authenticate'),
    swapped('the guard first, in one call of the router', router("router.use(«authorize('admin')», authenticate);\nrouter.get('/', list);"), "authorize('admin')", 'authenticate'),
    swapped('the guard first of three, in one call of the router', router("router.use(«authorize('admin')», authenticate, log);\nrouter.get('/', list);"), "authorize('admin')", 'authenticate'),
    marked('no authentication on the way', 'without', express("app.get('/admin', «authorize('admin')», list);")),
    marked('both on the router, the guard first', 'before', router("router.use(«authorize('admin')»);\nrouter.use(authenticate);\nrouter.get('/', list);")),
    marked('a guard on the router, and no authentication', 'without', router("router.use(«authorize('admin')»);\nrouter.get('/', list);")),
    marked('a guard on the route, and authentication on another router', 'without', router("router.use(authenticate);\napp.get('/admin', «authorize('admin')», list);", "app.use('/other', router);")),
    marked('a guard for one address of a router, authentication for another', 'without', router("router.use('/staff', «authorize('admin')»);\nrouter.use('/other', authenticate);\nrouter.get('/staff', list);")),
    swapped('the guard first, in a list with a name', express("const before = [«authorize('admin')», authenticate];\napp.get('/admin', before, list);"), "authorize('admin')", 'authenticate'),
    marked('packages that have nothing to do with it', 'without', express("app.use(helmet());\napp.get('/admin', «authorize('admin')», list);", "import helmet from 'helmet';\n")),
    swapped('a package of which nothing is said before both', express("app.use(fancy());\napp.get('/admin', «authorize('admin')», authenticate, list);", "import fancy from 'some-fancy';\n"), "authorize('admin')", 'authenticate'),
    swapped("Passport's strategy behind the guard", express("app.get('/admin', «authorize('admin')», passport.authenticate('jwt'), list);", "import passport from 'passport';\n"), "authorize('admin')", "passport.authenticate('jwt')"),
    swapped('the guard behind the handler', express("app.get('/admin', authenticate, list, «authorize('admin')»);"), 'list', "authorize('admin')", 'afterHandler'),
    marked('the guard behind a handler in place', 'afterHandler', express("app.get('/admin', authenticate, (req, res) => res.json([]), «authorize('admin')»);"), { suggested: ['swap', express("app.get('/admin', authenticate, authorize('admin'), (req, res) => res.json([]));")] }),
    marked('a handler that looks something up', 'without', express("app.get('/admin', «authorize('admin')», async (req, res) => {\n  res.json(await Course.findById(req.params.id));\n});")),
    marked('a guard in place', 'without', express("app.get('/admin', «(req, res, next) => {\n  if (req.user.role !== 'admin') return res.status(403).end();\n  next();\n}», list);")),
    swapped('Fastify', fastify("app.get('/admin', { preHandler: [«authorize», authenticate] }, list);"), 'authorize', 'authenticate'),
    swapped('Koa', koa("router.get('/admin', «authorize('admin')», authenticate, list);"), "authorize('admin')", 'authenticate'),
    swapped('Koa, behind the handler', koa("router.get('/admin', authenticate, list, «authorize('admin')»);"), 'list', "authorize('admin')", 'afterHandler'),
    swapped('Hono', hono("app.get('/admin', «authorize», authenticate, list);"), 'authorize', 'authenticate'),
    swapped("Hono, with its own middleware", hono("app.get('/admin', «authorize», jwt({ secret: KEY }), list);"), 'authorize', 'jwt({ secret: KEY })'),
  ],
});

const JWT = "import { Injectable } from '@nestjs/common';\nimport { AuthGuard } from '@nestjs/passport';\n@Injectable()\nexport class JwtGuard extends AuthGuard('jwt') {}\n";
const ROLES = `import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.get<string[]>('roles', context.getHandler());
    const { user } = context.switchToHttp().getRequest();
    return roles.some((role) => user.roles.includes(role));
  }
}
`;
const controller = (decorators: string, imports = '') => `import { Controller, Get, UseGuards } from '@nestjs/common';\nimport { JwtGuard } from './jwt.guard';\nimport { RolesGuard } from './roles.guard';\n${imports}@Controller('staff')\nexport class StaffController {\n  @Get()\n  ${decorators}\n  list() {\n    return [];\n  }\n}\n`;
const MODULE = "import { Module } from '@nestjs/common';\nimport { StaffController } from './staff.controller';\n@Module({ controllers: [StaffController] })\nexport class AppModule {}\n";
const globally = (...guards: string[]) => `import { Module } from '@nestjs/common';\nimport { APP_GUARD } from '@nestjs/core';\nimport { JwtGuard } from './jwt.guard';\nimport { RolesGuard } from './roles.guard';\nimport { StaffController } from './staff.controller';\n@Module({ controllers: [StaffController], providers: [\n${guards.map((guard) => `  { provide: APP_GUARD, useClass: ${guard}\n`).join('')}] })\nexport class AppModule {}\n`;
const nest = (files: Record<string, string>) => ({ 'src/main.ts': "import { NestFactory } from '@nestjs/core';\nimport { AppModule } from './app.module';\nconst app = await NestFactory.create(AppModule);\nawait app.listen(3000);\n", 'src/app.module.ts': MODULE, 'src/jwt.guard.ts': JWT, 'src/roles.guard.ts': ROLES, ...files });
const BEFORE = `// expect: ${NAME}/before`;
const WITHOUT = `// expect: ${NAME}/without`;

const projects: Record<string, Record<string, string>> = {
  "Nest's decorator, in order": nest({ 'src/staff.controller.ts': controller('@UseGuards(JwtGuard, RolesGuard)') }),
  "Nest's decorator, the guard first": nest({ 'src/staff.controller.ts': controller(`@UseGuards(RolesGuard, JwtGuard) ${BEFORE}`) }),
  "Nest's guard alone": nest({ 'src/staff.controller.ts': controller(`@UseGuards(RolesGuard) ${WITHOUT}`) }),
  "Nest's guard alone, in an app that is not seen to start": { 'src/jwt.guard.ts': JWT, 'src/roles.guard.ts': ROLES, 'src/staff.controller.ts': controller('@UseGuards(RolesGuard)') },
  "Nest's guard under a decorator that may bring authentication along": nest({ 'src/auth.ts': "import { applyDecorators } from './nowhere';\nexport const Auth = () => applyDecorators();\n", 'src/staff.controller.ts': controller('@UseGuards(RolesGuard)\n  @Auth()', "import { Auth } from './auth';\n") }),
  "Nest's decorator, the guard first, and authentication by a class between": nest({ 'src/base.guard.ts': JWT.replace('JwtGuard', 'BaseGuard'), 'src/jwt.guard.ts': "import { BaseGuard } from './base.guard';\nexport class JwtGuard extends BaseGuard {}\n", 'src/staff.controller.ts': controller(`@UseGuards(RolesGuard, JwtGuard) ${BEFORE}`) }),
  "Nest's guard, and another one that extends what nobody describes": nest({ 'src/jwt.guard.ts': "import { BaseGuard } from 'some-guards';\nexport class JwtGuard extends BaseGuard {}\n", 'src/staff.controller.ts': controller('@UseGuards(RolesGuard, JwtGuard)') }),
  "Nest's guard under a decorator that says nothing of authentication": nest({ 'src/noted.ts': 'export const Noted = (target: object) => target;\n', 'src/staff.controller.ts': controller(`@UseGuards(RolesGuard) ${WITHOUT}`, "import { Noted } from './noted';\n").replace("@Controller('staff')", "@Noted\n@Controller('staff')") }),
  'guards that another file lists in order': {
    'src/app.js': "const express = require('express');\nconst { guards } = require('./guards');\nconst app = express();\napp.get('/staff', guards, (req, res) => res.json([]));\n",
    'src/guards.js': `${GUARDS}module.exports = { guards: [authenticate, authorize('admin')] };\n`,
  },
  'guards that another file lists the other way round, which is not the file at fault': {
    'src/app.js': "const express = require('express');\nconst { guards } = require('./guards');\nconst app = express();\napp.get('/staff', guards, (req, res) => res.json([]));\n",
    'src/guards.js': `${GUARDS}module.exports = { guards: [authorize('admin'), authenticate] };\n`,
  },
  "Nest's guard in a controller that extends another one": nest({ 'src/base.ts': "import { UseGuards } from '@nestjs/common';\nimport { JwtGuard } from './jwt.guard';\n@UseGuards(JwtGuard)\nexport class Base {}\n", 'src/staff.controller.ts': controller('@UseGuards(RolesGuard)', "import { Base } from './base';\n").replace('StaffController {', 'StaffController extends Base {') }),
  "Nest's authentication on the class": nest({ 'src/staff.controller.ts': controller('@UseGuards(RolesGuard)').replace("@Controller('staff')", "@Controller('staff')\n@UseGuards(JwtGuard)") }),
  "Nest's guard on the class, authentication on the method": nest({ 'src/staff.controller.ts': controller('@UseGuards(JwtGuard)').replace("@Controller('staff')", `@Controller('staff')\n@UseGuards(RolesGuard) ${BEFORE}`) }),
  'guards of the whole app, in order': nest({ 'src/app.module.ts': globally('JwtGuard },', 'RolesGuard },'), 'src/staff.controller.ts': controller('') }),
  'guards of the whole app, the guard first': nest({ 'src/app.module.ts': globally(`RolesGuard }, ${BEFORE}`, 'JwtGuard },'), 'src/staff.controller.ts': controller('') }),
  'a guard of the whole app before the authentication of a controller': nest({ 'src/app.module.ts': globally(`RolesGuard }, ${BEFORE}`), 'src/staff.controller.ts': controller('@UseGuards(JwtGuard)') }),
  'a guard of the whole app, and no authentication at all': nest({ 'src/app.module.ts': globally('RolesGuard },'), 'src/staff.controller.ts': controller('') }),
  'authentication of the whole app before the guard of a controller': nest({ 'src/app.module.ts': globally('JwtGuard },'), 'src/staff.controller.ts': controller('@UseGuards(RolesGuard)') }),
  'a router that another file guards': {
    'src/app.js': "const express = require('express');\nconst { authenticate } = require('./guards');\nconst staff = require('./staff');\nconst app = express();\napp.use('/staff', authenticate, staff);\n",
    'src/guards.js': `${GUARDS}module.exports = { authenticate, authorize };\n`,
    'src/staff.js': "const express = require('express');\nconst { authorize } = require('./guards');\nconst router = express.Router();\nrouter.get('/', authorize('admin'), (req, res) => res.json([]));\nmodule.exports = router;\n",
  },
  'a router that no file guards': {
    'src/app.js': "const express = require('express');\nconst staff = require('./staff');\nconst app = express();\napp.use('/staff', staff);\n",
    'src/guards.js': `${GUARDS}module.exports = { authenticate, authorize };\n`,
    'src/staff.js': `const express = require('express');\nconst { authorize } = require('./guards');\nconst router = express.Router();\nrouter.get('/', authorize('admin'), (req, res) => res.json([])); ${WITHOUT}\nmodule.exports = router;\n`,
  },
};

describe(`${NAME} across files`, () => {
  it.each(Object.entries(projects))('%s', (_name, files) => {
    const { found, expected } = judge(files, { rules: { [NAME]: {} } });
    expect(found).toEqual(expected);
  });

  it('takes the names of the settings for authentication', () => {
    const code = { 'src/app.ts': express("app.use(who);\napp.get('/admin', authorize('admin'), list);", 'const who = (req, res, next) => next();\n') };
    expect(lintProject(code, { rules: { [NAME]: {} } })).toHaveLength(1);
    expect(lintProject(code, { rules: { [NAME]: {} }, settings: { authMiddleware: ['who'] } })).toEqual([]);
  });

  it('names both steps', () => {
    const [finding] = lintProject({ 'src/app.ts': express("app.get('/admin', authorize('admin'), authenticate, list);") }, { rules: { [NAME]: {} } });
    expect(finding?.message).toContain('Here `authorize` asks for the role of the user before `authenticate` has found out who that is');
  });
});
