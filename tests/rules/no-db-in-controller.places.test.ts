/** What a message calls a place without a name, and what is no controller after all. */
import { describe, expect, it } from 'vitest';
import { inApp, judge, lintProject, rule, tester } from '#kit';

const query = { messageId: 'queryInController' as const };
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();";
const express = "import express from 'express';\nconst app = express();";
const nest = "import { Controller, Get } from '@nestjs/common';\nimport { PrismaClient } from '@prisma/client';";

tester.run('no-db-in-controller: places', rule('no-db-in-controller'), {
  valid: [
    { name: 'a helper that only middleware hands its request', code: `${express}\n${prisma}\nfunction load(req) {\n  return prisma.user.findUnique({ where: { id: req.userId } });\n}\napp.use(async (req, res, next) => {\n  req.user = await load(req);\n  next();\n});` },
    { name: 'a cache that a controller is given', code: `${nest}\nimport Redis from 'ioredis';\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly redis: Redis) {}\n}` },
    { name: 'something of another library that a controller is given', code: `${nest}\nimport { EventEmitter } from 'node:events';\nclass Bus extends EventEmitter {}\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly bus: Bus) {}\n}` },
    { name: 'a value of a database library that is no client', code: `${nest}\nimport { Prisma } from '@prisma/client';\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly error: Prisma.PrismaClientKnownRequestError) {}\n}` },
    { name: "a repository of the app's own", code: `${nest}\nimport { Repository } from 'typeorm';\nclass User {}\nclass UserRepository extends Repository<User> {}\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly users: UserRepository) {}\n}` },
    { name: 'a client under a name that is worked out', code: `${nest}\n@Controller('users')\nexport class UsersController {\n  [FIELD] = new PrismaClient();\n}` },
    { name: 'a client that a constructor takes and does not keep', code: `${nest}\n@Controller('users')\nexport class UsersController {\n  constructor(prisma: PrismaClient) {\n    setUp(prisma);\n  }\n}` },
    { name: 'a function whose parameters are a request and a response the wrong way round', code: `import type { Request, Response } from 'express';\n${prisma}\nexport const load = async (to: Response, from: Request) => prisma.user.findUnique({ where: { id: 1 } });` },
    { name: 'a class that is called a controller and has no routes', code: `import { Controller, Get, Watch } from './decorators';\n${prisma}\n@Controller('sessions')\nexport class Sessions {\n  @Watch('expired')\n  run() {\n    return prisma.session.deleteMany({});\n  }\n}` },
    { name: 'a class with a method of such a name that is no controller', code: `import { Cached, Get } from './decorators';\n${prisma}\n@Cached('sessions')\nexport class Sessions {\n  @Get('all')\n  run() {\n    return prisma.session.findMany();\n  }\n}` },
    { name: 'a function in the place of a path', code: `${express}\n${prisma}\napp.get((a, b) => prisma.user.findMany());` },
    { name: 'a method under a decorator that nobody knows', code: `import { Job } from './jobs';\n${prisma}\nexport class Cleaning {\n  @Job('nightly')\n  run() {\n    return prisma.session.deleteMany({});\n  }\n}` },
    { name: 'a method under a decorator that is a table of others', code: `${prisma}\nconst jobs = { nightly: true };\nexport class Cleaning {\n  @jobs\n  run() {\n    return prisma.session.deleteMany({});\n  }\n}` },
    {
      name: 'a job of Next.js that a scheduler starts by its address',
      filename: inApp('app/api/cron/expire-sessions/route.ts'),
      code: `${prisma}\nexport async function POST() {\n  await prisma.session.deleteMany({ where: { expired: true } });\n  return Response.json({ done: true });\n}`,
    },
    { name: 'a job of Express that a scheduler starts by its address', code: `${express}\n${prisma}\napp.post('/cron/expire-sessions', async (req, res) => {\n  await prisma.session.deleteMany({ where: { expired: true } });\n  res.json({ done: true });\n});` },
  ],
  invalid: [
    {
      name: 'a route whose resource only sounds like a scheduler',
      code: `${express}\n${prisma}\napp.get('/chronicles', async (req, res) => {\n  res.json(await prisma.chronicle.findMany());\n});`,
      errors: [query],
    },
    {
      name: 'a route of an app that lies in a folder of that name',
      filename: inApp('cron/app/api/users/route.ts'),
      code: `${prisma}\nexport async function GET() {\n  return Response.json(await prisma.user.findMany());\n}`,
      errors: [query],
    },
    {
      name: "a controller by decorators of the app's own",
      code: `import { Get, RestController } from './decorators';\n${prisma}\n@RestController('/users')\nexport class UsersController {\n  @Get('/count')\n  count() {\n    return prisma.user.count();\n  }\n}`,
      errors: [{ ...query, data: { query: 'user.count', controller: 'controller `UsersController`' } }],
    },
    {
      name: 'a controller by decorators of a package that nobody described, beside one that makes it injectable',
      code: `import { Injectable } from '@nestjs/common';\nimport { controller, httpGet } from 'some-express-utils';\n${prisma}\n@Injectable()\n@controller('/users')\nexport class UsersController {\n  @httpGet('/')\n  all() {\n    return prisma.user.findMany();\n  }\n}`,
      errors: [query],
    },
    {
      name: 'a class without a name',
      code: `${nest}\n@Controller('users')\nexport default class {\n  private readonly prisma = new PrismaClient();\n  all() {\n    return this.prisma.user.findMany();\n  }\n}`,
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'controller `class`' } }],
    },
    {
      name: 'a client that a class without a name is given',
      code: `${nest}\n@Controller('users')\nexport default class {\n  constructor(private readonly prisma: PrismaClient) {}\n}`,
      errors: [{ messageId: 'injectedClient' }],
    },
    {
      name: 'a component without a name',
      filename: inApp('app/users/page.tsx'),
      code: `${prisma}\nexport default async function () {\n  const users = await prisma.user.findMany();\n  return <p>{users.length}</p>;\n}`,
      options: [{ serverComponents: true }],
      errors: [{ ...query, data: { query: 'user.findMany', controller: 'a server component' } }],
    },
    {
      name: 'a client of the app that extends the one of the library',
      code: `${nest}\nclass Database extends PrismaClient {}\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly database: Database) {}\n}`,
      errors: [{ messageId: 'injectedClient' }],
    },
    {
      name: 'a data source of the app that extends the one of the library',
      code: `${nest}\nimport { DataSource } from 'typeorm';\nclass Database extends DataSource {}\n@Controller('users')\nexport class UsersController {\n  constructor(private readonly database: Database) {}\n}`,
      errors: [{ messageId: 'injectedClient' }],
    },
    {
      name: 'a route file whose handler is wrapped by a function of its own',
      filename: inApp('app/api/users/route.ts'),
      code: `${prisma}\nconst withAuth = (role, fn) => {\n  const run = async (a) => fn(await a);\n  return run;\n};\nexport const GET = withAuth('admin', async () => Response.json(await prisma.user.findUnique({ where: { id: 1 } })));`,
      errors: [query],
    },
    {
      name: 'a route file whose handler is wrapped',
      filename: inApp('app/api/users/route.ts'),
      code: `import { withAuth } from './auth';\n${prisma}\nexport const GET = withAuth(async () => Response.json(await prisma.user.findUnique({ where: { id: 1 } })));`,
      errors: [query],
    },
  ],
});

describe('no-db-in-controller: over files', () => {
  const db = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";

  it('leaves a helper alone that a handler of another file hands its request', () => {
    const { found, expected } = judge({
      'src/db.ts': db,
      'src/load.ts': "import type { Request } from 'express';\nimport { prisma } from './db';\nexport function load(req: Request) {\n  return prisma.user.findUnique({ where: { id: req.params.id } });\n}\n",
      'src/routes.ts': "import { Router } from 'express';\nimport { load } from './load';\nRouter().get('/x', async (req, res) => {\n  res.json(await load(req));\n});\n",
    }, { rules: { 'no-db-in-controller': {} } });
    expect(found).toEqual(expected);
  });

  it('calls a function without a name what it is, in a file that settings call a controller', () => {
    const [finding] = lintProject({ 'src/db.ts': db, 'src/x.ts': "import { prisma } from './db';\nexport default async () => prisma.user.findUnique({ where: { id: 1 } });\n" }, { rules: { 'no-db-in-controller': {} }, settings: { layers: { 'src/x.ts': 'controller' } } });
    expect(finding?.message).toContain('`a function`, in a file of the controller layer');
  });
});
