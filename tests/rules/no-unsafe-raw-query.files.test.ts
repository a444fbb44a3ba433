import { describe, expect, it } from 'vitest';
import { judge } from '#kit';

const DB = "import { Pool } from 'pg';\nexport const pool = new Pool();\nexport const query = (text: string, values?: unknown[]) => pool.query(text, values);\n";
const ROUTER = "import { Router } from 'express';\nexport const router = Router();\n";
const REPORT = ' // expect: no-unsafe-raw-query/';

/** Judges a project that has the client in `src/db.ts`. */
function verdict(files: Readonly<Record<string, string>>) {
  const { found, expected } = judge({ 'src/db.ts': DB, ...files }, { rules: { 'no-unsafe-raw-query': {} } });
  expect(found).toEqual(expected);
  return expected.length;
}

describe('no-unsafe-raw-query: a text that the app runs itself', () => {
  it('is reported where it is put together', () => {
    expect(verdict({ 'src/routes.ts': `${ROUTER}import { query } from './db';\nrouter.get('/', async (req, res) => {\n  res.json(await query(\`SELECT * FROM items WHERE name = '\${req.query.name}'\`));${REPORT}unsafeValue\n});\n` })).toBe(1);
  });

  it('is fine with its values beside it', () => {
    expect(verdict({ 'src/routes.ts': `${ROUTER}import { query } from './db';\nrouter.get('/', async (req, res) => {\n  res.json(await query('SELECT * FROM items WHERE name = $1', [req.query.name]));\n});\n` })).toBe(0);
  });

  it('is reported through two functions', () => {
    expect(verdict({
      'src/store.ts': "import { query } from './db';\nexport class Store {\n  async rows(sql: string) {\n    return (await query(sql)).rows;\n  }\n}\n",
      'src/routes.ts': `${ROUTER}import { Store } from './store';\nconst store = new Store();\nrouter.get('/', async (req, res) => {\n  res.json(await store.rows('SELECT * FROM items WHERE name = ' + req.query.name));${REPORT}unsafeValue\n});\n`,
    })).toBe(1);
  });

  it('is reported where the client writes all of it', () => {
    expect(verdict({ 'src/routes.ts': `${ROUTER}import { query } from './db';\nrouter.post('/', async (req, res) => {\n  res.json(await query(req.body.sql));${REPORT}clientStatement\n});\n` })).toBe(1);
  });
});

describe('no-unsafe-raw-query: a value that a function puts into its text', () => {
  const store = (report: string) => `import { pool } from './db';\nexport async function sorted(column: string) {\n  return (await pool.query(\`SELECT * FROM items ORDER BY \${column}\`)).rows;${report}\n}\n`;
  const handing = (argument: string, report = '', name = 'routes') => ({ [`src/${name}.ts`]: `${ROUTER}import { sorted } from './store';\nrouter.get('/', async (req, res) => {\n  res.json(await sorted(${argument}));${report}\n});\n` });

  it('is reported there, where every caller hands in the client\'s choice', () => {
    expect(verdict({ 'src/store.ts': store(`${REPORT}unsafeName`), ...handing('req.query.sort') })).toBe(1);
  });

  it('is fine where the caller hands in a constant', () => {
    expect(verdict({ 'src/store.ts': store(''), ...handing("'name'") })).toBe(0);
  });

  it('is fine where the caller picks from a list', () => {
    expect(verdict({ 'src/store.ts': store(''), ...handing("['name', 'age'].includes(req.query.sort) ? req.query.sort : 'name'") })).toBe(0);
  });

  it('is fine where nobody calls it', () => {
    expect(verdict({ 'src/store.ts': store('') })).toBe(0);
  });

  it('is reported at the one caller that hands it in, where another one does not', () => {
    expect(verdict({ 'src/store.ts': store(''), ...handing('req.query.sort', `${REPORT}unsafeName`), ...handing("'name'", '', 'other') })).toBe(1);
  });

  it('is fine where a caller hands in nothing', () => {
    expect(verdict({ 'src/store.ts': store(''), ...handing('') })).toBe(0);
  });

  it('is reported at the caller that puts it into a text of its own', () => {
    expect(verdict({ 'src/store.ts': store(''), ...handing('`${req.query.sort} desc`', `${REPORT}unsafeValue`) })).toBe(1);
  });

  it('is fine in a service that nobody calls', () => {
    expect(verdict({ 'src/store.ts': store(''), 'src/service.ts': "import { sorted } from './store';\nexport const list = (sort: string) => sorted(sort);\n" })).toBe(0);
  });

  it('is reported where a function takes it out of the request', () => {
    expect(verdict({
      'src/list.ts': `import { pool } from './db';\nexport const list = (req) => pool.query(\`SELECT * FROM items ORDER BY \${req.query.sort}\`);${REPORT}unsafeName\n`,
      'src/routes.ts': `${ROUTER}import { list } from './list';\nrouter.get('/', async (req, res) => {\n  res.json(await list(req));\n});\n`,
    })).toBe(1);
  });

  it('is fine where a function is given the whole request and takes the session out of it', () => {
    expect(verdict({
      'src/list.ts': "import { pool } from './db';\nexport const list = (req) => pool.query(`SELECT * FROM items WHERE owner = ${req.session.userId}`);\n",
      'src/routes.ts': `${ROUTER}import { list } from './list';\nrouter.get('/', async (req, res) => {\n  res.json(await list(req));\n});\n`,
    })).toBe(0);
  });

  it('is reported there through a service', () => {
    expect(verdict({
      'src/store.ts': store(`${REPORT}unsafeName`),
      'src/service.ts': "import { sorted } from './store';\nexport const list = ({ sort }: { sort: string }) => sorted(sort);\n",
      'src/routes.ts': `${ROUTER}import { list } from './service';\nrouter.get('/', async (req, res) => {\n  res.json(await list({ sort: String(req.query.sort) }));\n});\n`,
    })).toBe(1);
  });

  it('is fine where the service picks from a list', () => {
    expect(verdict({
      'src/store.ts': store(''),
      'src/service.ts': "import { sorted } from './store';\nconst KNOWN = ['name'];\nexport const list = ({ sort }: { sort: string }) => {\n  if (!KNOWN.includes(sort)) throw new Error('unknown column');\n  return sorted(sort);\n};\n",
      'src/routes.ts': `${ROUTER}import { list } from './service';\nrouter.get('/', async (req, res) => {\n  res.json(await list({ sort: String(req.query.sort) }));\n});\n`,
    })).toBe(0);
  });

  it('is fine where its type is one of few', () => {
    expect(verdict({
      'src/store.ts': store('').replace('column: string', "column: 'name' | 'age'"),
      ...handing("req.query.sort as 'name'"),
    })).toBe(0);
  });

  it('is fine where its type is a number', () => {
    expect(verdict({ 'src/store.ts': store('').replace('column: string', 'column: number'), ...handing('req.query.sort as any') })).toBe(0);
  });

  it('is reported where the text is made, if that is a function of the file', () => {
    expect(verdict({
      'src/routes.ts': `${ROUTER}import { pool } from './db';\nfunction where(filters) {\n  return \`WHERE name = '\${filters.name}'\`;${REPORT}unsafeValue\n}\nrouter.get('/', async (req, res) => {\n  res.json(await pool.query(\`SELECT * FROM items \${where(req.query)}\`));\n});\n`,
    })).toBe(1);
  });

  it('is reported where it is handed over, if another file makes the text', () => {
    expect(verdict({
      'src/where.ts': "export function where(filters) {\n  return `WHERE name = '${filters.name}'`;\n}\n",
      'src/routes.ts': `${ROUTER}import { pool } from './db';\nimport { where } from './where';\nrouter.get('/', async (req, res) => {\n  res.json(await pool.query(\`SELECT * FROM items \${where(req.query)}\`));${REPORT}unsafeValue\n});\n`,
    })).toBe(1);
  });
});

describe('no-unsafe-raw-query: values of other frameworks', () => {
  const nest = (parameter: string, report = '', more = '') => ({
    'src/items.controller.ts': `import { Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Query } from '@nestjs/common';\nimport { IsEnum, IsInt, IsString } from 'class-validator';\nimport { pool } from './db';\n${more}@Controller('items')\nexport class ItemsController {\n  @Get(':id')\n  async find(${parameter}) {\n    return pool.query(\`SELECT * FROM items WHERE id = '\${value}'\`);${report}\n  }\n}\n`,
  });

  it('of Nest, as they come', () => expect(verdict(nest("@Param('id') value: string", `${REPORT}unsafeValue`))).toBe(1));
  it('of Nest, through a pipe that makes a number', () => expect(verdict(nest("@Param('id', ParseIntPipe) value: number"))).toBe(0));
  it('of Nest, through a pipe that asks for a UUID', () => expect(verdict(nest("@Param('id', new ParseUUIDPipe()) value: string"))).toBe(0));
  it('of Nest, through a pipe of the app', () => expect(verdict(nest("@Param('id', SlugPipe) value: string", '', 'class SlugPipe {\n  transform(text: string) {\n    return text;\n  }\n}\n'))).toBe(0));
  const dto = (decorators: string, type = 'string') => `class FindQuery {\n  ${decorators} value: ${type};\n}\n`;
  it('of Nest, in a DTO with an enumeration', () => expect(verdict(nest('@Query() { value }: FindQuery', '', `enum Kind { A = 'a' }\n${dto('@IsEnum(Kind)')}`))).toBe(0));
  it('of Nest, in a DTO with a text', () => expect(verdict(nest('@Query() { value }: FindQuery', `${REPORT}unsafeValue`, dto('@IsString()')))).toBe(1));
  it('of Nest, in a DTO with a number', () => expect(verdict(nest('@Query() { value }: FindQuery', '', dto('@IsInt()', 'number')))).toBe(0));

  const fastify = (schema: string, report = '') => ({ 'src/app.ts': `import Fastify from 'fastify';\nimport { pool } from './db';\nconst app = Fastify();\napp.get('/items/:id', { schema: { params: { type: 'object', properties: { id: ${schema} } } } }, async (request) => {\n  const { id } = request.params;\n  return pool.query(\`SELECT * FROM items WHERE id = '\${id}'\`);${report}\n});\n` });
  it('of Fastify, with a schema that asks for a number', () => expect(verdict(fastify("{ type: 'integer' }"))).toBe(0));
  it('of Fastify, with a schema that asks for a text', () => expect(verdict(fastify("{ type: 'string' }", `${REPORT}unsafeValue`))).toBe(1));
  it('of Fastify, with a pattern', () => expect(verdict(fastify("{ type: 'string', pattern: '^[a-z]+$' }"))).toBe(0));

  it('of Hono and of a Next.js route', () => {
    expect(verdict({
      'src/hono.ts': `import { Hono } from 'hono';\nimport { pool } from './db';\nconst app = new Hono();\napp.get('/items', async (c) => c.json(await pool.query('SELECT * FROM items WHERE name = ' + c.req.query('name'))));${REPORT}unsafeValue\n`,
      'src/app/api/items/route.ts': `import { pool } from '../../../db';\nexport async function POST(request: Request) {\n  const { name } = await request.json();\n  return Response.json(await pool.query(\`SELECT * FROM items WHERE name = '\${name}'\`));${REPORT}unsafeValue\n}\n`,
    })).toBe(2);
  });
});
