import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";
const ROUTER = "import { Router } from 'express';\nexport const router = Router();\n";
/** A service whose one function takes as many users as it is told. */
const SERVICE = "import { prisma } from './db';\nexport function listUsers(limit: number) {\n  return prisma.user.findMany({ take: limit }); // expect: require-pagination-cap/uncappedLimit\n}\n";
const SILENT_SERVICE = SERVICE.replace(/ \/\/ expect.*/, '');

/** Judges a project that has the client in `src/db.ts`. */
function verdict(files: Readonly<Record<string, string>>) {
  const { found, expected } = judge({ 'src/db.ts': DB, ...files }, { rules: { 'require-pagination-cap': {} } });
  expect(found).toEqual(expected);
  return expected.length;
}

describe('require-pagination-cap: an action of next-safe-action', () => {
  const action = (schema: string, take: string) => `'use server';\nimport { createSafeActionClient } from 'next-safe-action';\nimport { z } from 'zod';\nimport { prisma } from './db';\nconst client = createSafeActionClient();\nexport const list = client.schema(z.object({ size: ${schema} })).action(async ({ parsedInput }) => {\n  return prisma.user.findMany({ take: parsedInput.size });${take}\n});\n`;

  it('is reported where its schema has no maximum', () => {
    expect(verdict({ 'src/actions.ts': action('z.number()', ' // expect: require-pagination-cap/uncappedLimit') })).toBe(1);
  });

  it('is left alone where its schema has one', () => {
    expect(verdict({ 'src/actions.ts': action('z.number().max(50)', '') })).toBe(0);
  });
});

describe('require-pagination-cap: a builder that a class carries', () => {
  const features = (limit: string, mark = '') => `export class Features {
  constructor(query, params) {
    this.query = query;
    this.params = params;
  }
  page() {
    const limit = ${limit};
    this.query = this.query.skip(0).limit(limit);${mark}
    return this;
  }
}
`;
  const routes = `${ROUTER}import mongoose from 'mongoose';\nimport { Features } from './features';\nconst User = mongoose.model('User', new mongoose.Schema({}));\nrouter.get('/users', async (req, res) => {\n  res.json(await new Features(User.find(), req.query).page().query);\n});\n`;

  it('is reported where its size is set', () => {
    expect(verdict({ 'src/routes.js': routes, 'src/features.js': features('this.params.limit * 1 || 50', ' // expect: require-pagination-cap/uncappedLimit') })).toBe(1);
  });

  it('is left alone where the size is capped', () => {
    expect(verdict({ 'src/routes.js': routes, 'src/features.js': features('Math.min(this.params.limit, 50)') })).toBe(0);
  });

  it('is reported where the constructor keeps what it is given by itself', () => {
    const typed = features('Number(this.params.limit)', ' // expect: require-pagination-cap/uncappedLimit').replace('query, params', 'private query, private params').replace(/ {4}this\.(?:query|params) = (?:query|params);\n/g, '');
    expect(verdict({ 'src/routes.ts': routes, 'src/features.ts': typed })).toBe(1);
  });
});

describe('require-pagination-cap: a size that leaves the handler', () => {
  it('is reported at the argument and, all callers being uncapped, at the size', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit))); // expect: require-pagination-cap/uncappedLimit\n});\n`,
      'src/service.ts': SERVICE,
    })).toBe(2);
  });

  it('is left alone where the handler caps it', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Math.min(Number(req.query.limit), 100)));\n});\n`,
      'src/service.ts': SILENT_SERVICE,
    })).toBe(0);
  });

  it("is reported where it is a resolver's argument, and left alone where it is what the resolver is given besides", () => {
    const api = { 'package.json': '{ "dependencies": { "graphql": "16", "@pothos/core": "4", "@prisma/client": "5" } }' };
    expect(verdict({
      ...api,
      'src/users.ts': "import { prisma } from './db';\nexport const users = (_: unknown, { first }: { first: number }) => prisma.user.findMany({ take: first }); // expect: require-pagination-cap/uncappedLimit\nexport const mine = (root: { first: number }, _: unknown) => prisma.user.findMany({ take: root.first });\n",
      'src/schema.ts': "import { mine, users } from './users';\nexport default { Query: { users, mine } };\n",
      'src/fields.ts': "import { prisma } from './db';\nexport const fields = (t) => ({ users: t.prismaField({ resolve: (query, _root, args) => prisma.user.findMany({ ...query, take: args.first }) }) }); // expect: require-pagination-cap/uncappedLimit\n",
    })).toBe(2);
    expect(verdict({
      'src/users.ts': "import { prisma } from './db';\nexport const users = (_: unknown, { first }: { first: number }) => prisma.user.findMany({ take: first });\n",
      'src/schema.ts': "import { users } from './users';\nexport default { Query: { users } };\n",
    })).toBe(0);
  });

  it('is left alone where the service caps it', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit)));\n});\n`,
      'src/service.ts': "import { prisma } from './db';\nexport function listUsers(limit: number) {\n  return prisma.user.findMany({ take: Math.min(limit, 100) });\n}\n",
    })).toBe(0);
  });

  it('is silent in the service that one caller hands a capped size, and reported at the other caller', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit))); // expect: require-pagination-cap/uncappedLimit\n});\nrouter.get('/members', async (req, res) => {\n  res.json(await listUsers(Math.min(Number(req.query.limit), 100)));\n});\n`,
      'src/service.ts': SILENT_SERVICE,
    })).toBe(1);
  });

  it('is silent in the service that a job calls with a constant', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit))); // expect: require-pagination-cap/uncappedLimit\n});\n`,
      'src/job.ts': "import { listUsers } from './service';\nexport async function digest() {\n  return (await listUsers(500)).length;\n}\n",
      'src/service.ts': SILENT_SERVICE,
    })).toBe(1);
  });

  it('is reported at the property of an options object', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers({\n    role: 'member',\n    limit: Number(req.query.limit), // expect: require-pagination-cap/uncappedLimit\n  }));\n});\n`,
      'src/service.ts': "import { prisma } from './db';\nexport function listUsers({ role, limit = 20 }: { role: string; limit?: number }) {\n  return prisma.user.findMany({ where: { role }, take: limit }); // expect: require-pagination-cap/uncappedLimit\n}\n",
    })).toBe(2);
  });

  it('is reported at the size alone where the whole query string is handed over', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(req.query));\n});\n`,
      'src/service.ts': "import { prisma } from './db';\nexport function listUsers(query) {\n  return prisma.user.findMany({ take: Number(query.limit) || 20 }); // expect: require-pagination-cap/uncappedLimit\n}\n",
    })).toBe(1);
  });

  it('is followed through a service into the repository', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit))); // expect: require-pagination-cap/uncappedLimit\n});\n`,
      'src/service.ts': "import * as repository from './repository';\nexport async function listUsers(limit: number) {\n  return repository.page(0, limit);\n}\n",
      'src/repository.ts': "import { prisma } from './db';\nexport function page(skip: number, take: number) {\n  return prisma.user.findMany({\n    skip,\n    take, // expect: require-pagination-cap/uncappedLimit\n  });\n}\n",
    })).toBe(2);
  });

  it('is capped halfway', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit)));\n});\n`,
      'src/service.ts': "import * as repository from './repository';\nexport async function listUsers(limit: number) {\n  return repository.page(0, limit > 100 ? 100 : limit);\n}\n",
      'src/repository.ts': "import { prisma } from './db';\nexport function page(skip: number, take: number) {\n  return prisma.user.findMany({ skip, take });\n}\n",
    })).toBe(0);
  });
});

const NEST_SERVICE = (size: string) => `import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';
@Injectable()
export class UsersService {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}
  list(query: any) {
    return this.users.find({ take: ${size}
  }
}
`;
const NEST_CONTROLLER = `import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from './page.dto';
import { UsersService } from './users.service';
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}
  @Get()
  list(@Query() query: PageQuery) {
    return this.users.list(query);
  }
}
`;
const ENTITY = "import { Entity } from 'typeorm';\n@Entity()\nexport class User {}\n";

describe('require-pagination-cap: NestJS in its own files', () => {
  it('reports a DTO without a maximum where the service uses it', () => {
    expect(verdict({
      'src/users.controller.ts': NEST_CONTROLLER,
      'src/page.dto.ts': "import { IsInt, Min } from 'class-validator';\nexport class PageQuery {\n  @IsInt()\n  @Min(1)\n  limit = 20;\n}\n",
      'src/users.service.ts': NEST_SERVICE('query.limit }); // expect: require-pagination-cap/uncappedLimit'),
      'src/user.entity.ts': ENTITY,
    })).toBe(1);
  });

  it('leaves a DTO with @Max alone', () => {
    expect(verdict({
      'src/users.controller.ts': NEST_CONTROLLER,
      'src/page.dto.ts': "import { IsInt, Max, Min } from 'class-validator';\nexport class PageQuery {\n  @IsInt()\n  @Min(1)\n  @Max(100)\n  limit = 20;\n}\n",
      'src/users.service.ts': NEST_SERVICE('query.limit });'),
      'src/user.entity.ts': ENTITY,
    })).toBe(0);
  });

  it('reports a decorated parameter at the argument that hands it to an injected service', () => {
    expect(verdict({
      'src/users.controller.ts': NEST_CONTROLLER.replace("import { PageQuery } from './page.dto';\n", '').replace('@Query() query: PageQuery', "@Query('limit') limit: number").replace('list(query);', 'list({ limit }); // expect: require-pagination-cap/uncappedLimit'),
      'src/users.service.ts': NEST_SERVICE('query.limit }); // expect: require-pagination-cap/uncappedLimit'),
      'src/user.entity.ts': ENTITY,
    })).toBe(2);
  });
});

describe('require-pagination-cap: helpers and bounds of other files', () => {
  const using = (helper: string, take: string) => `${ROUTER}import { prisma } from './db';\nimport { ${helper} } from './paging';\nrouter.get('/users', async (req, res) => {\n  res.json(await prisma.user.findMany({ take: ${take}\n});\n`;

  it('follows a helper that reads the page', () => {
    expect(verdict({
      'src/routes.ts': using('readPage', 'readPage(req.query).limit })); // expect: require-pagination-cap/uncappedLimit'),
      'src/paging.ts': "const positive = (text, fallback) => Math.max(parseInt(text, 10) || fallback, 1);\nexport function readPage(query) {\n  return { page: positive(query.page, 1), limit: positive(query.limit, 20) };\n}\n",
    })).toBe(1);
  });

  it('follows a helper that caps the page', () => {
    expect(verdict({
      'src/routes.ts': using('readPage', 'readPage(req.query).limit }));'),
      'src/paging.ts': "const positive = (text, fallback, most) => Math.min(Math.max(parseInt(text, 10) || fallback, 1), most);\nexport function readPage(query) {\n  return { page: positive(query.page, 1, 1e6), limit: positive(query.limit, 20, 100) };\n}\n",
    })).toBe(0);
  });

  it('takes a followed helper at its body, whatever it is called', () => {
    expect(verdict({
      'src/routes.ts': using('clampLimit', 'clampLimit(req.query.limit) })); // expect: require-pagination-cap/uncappedLimit'),
      'src/paging.ts': 'export const clampLimit = (text) => Number(text) || 20;\n',
    })).toBe(1);
  });

  it('sees a schema and the middleware that applies it', () => {
    const routes = (schema: string, mark: string) => `${ROUTER}import { prisma } from './db';\nimport { validate } from './paging';\nimport { ${schema} } from './schemas';\nrouter.get('/users', validate(${schema}), async (req, res) => {\n  res.json(await prisma.user.findMany({ take: req.query.limit }));${mark}\n});\n`;
    const rest = {
      'src/schemas.ts': "import { z } from 'zod';\nexport const capped = z.object({ query: z.object({ limit: z.coerce.number().max(100) }) });\nexport const open = z.object({ query: z.object({ limit: z.coerce.number() }) });\n",
      'src/paging.ts': 'export const validate = (schema) => (req, res, next) => {\n  schema.parse({ query: req.query });\n  next();\n};\n',
    };
    expect(verdict({ 'src/routes.ts': routes('capped', ''), ...rest })).toBe(0);
    expect(verdict({ 'src/routes.ts': routes('open', ' // expect: require-pagination-cap/uncappedLimit'), ...rest })).toBe(1);
  });

  it('sees the schema on the route of a handler that another file holds', () => {
    const routes = (rules: string) => `${ROUTER}import { query } from 'express-validator';\nimport { list } from './controller';\nrouter.get('/users', query('limit').isInt(${rules}), list);\n`;
    const controller = (mark: string) => `import { prisma } from './db';\nexport const list = async (req, res) => {\n  res.json(await prisma.user.findMany({ take: Number(req.query.limit) }));${mark}\n};\n`;
    expect(verdict({ 'src/routes.ts': routes('{ max: 100 }'), 'src/controller.ts': controller('') })).toBe(0);
    expect(verdict({ 'src/routes.ts': routes('{ min: 1 }'), 'src/controller.ts': controller(' // expect: require-pagination-cap/uncappedLimit') })).toBe(1);
  });

  it('takes an imported constant as a bound', () => {
    const paging = 'export const MAX_PAGE = 100;\n';
    expect(verdict({ 'src/paging.ts': paging, 'src/routes.ts': using('MAX_PAGE', 'Number(req.query.limit) <= MAX_PAGE ? Number(req.query.limit) : MAX_PAGE }));') })).toBe(0);
    expect(verdict({ 'src/paging.ts': paging, 'src/routes.ts': using('MAX_PAGE', 'req.query.limit ? Number(req.query.limit) : MAX_PAGE })); // expect: require-pagination-cap/uncappedLimit') })).toBe(1);
  });
});

describe('require-pagination-cap: followImports', () => {
  it('keeps to one file where it is off', () => {
    const files = {
      'src/db.ts': DB,
      'src/routes.ts': `${ROUTER}import { listUsers } from './service';\nrouter.get('/users', async (req, res) => {\n  res.json(await listUsers(Number(req.query.limit)));\n});\n`,
      'src/service.ts': SILENT_SERVICE,
    };
    const off = judge(files, { rules: { 'require-pagination-cap': {} }, settings: { followImports: false } });
    expect(off.found).toEqual([]);
    const on = judge(files, { rules: { 'require-pagination-cap': {} } });
    expect(on.found).toEqual(['src/routes.ts:5 require-pagination-cap/uncappedLimit', 'src/service.ts:3 require-pagination-cap/uncappedLimit']);
  });
});
