/** Sizes in SQL text, sizes that go through functions, and how a message calls them. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { EXPRESS, listing, PRISMA, uncapped } from './pagination.kit.js';

const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const HELD = '// expect: require-pagination-cap/uncappedLimit';

tester.run('require-pagination-cap: sizes in SQL', rule('require-pagination-cap'), {
  valid: [
    { name: 'parameters that a name holds', code: listing(PG, "const values = await valuesOf(req);\n  res.json(await pool.query('SELECT * FROM users LIMIT $1', values));") },
    { name: 'parameters that end in a spread', code: listing(PG, "res.json(await pool.query('SELECT * FROM users WHERE role = $1 LIMIT $2', ['admin', ...page(req)]));") },
    { name: 'fewer parameters than placeholders', code: listing(PG, "res.json(await pool.query('SELECT * FROM users LIMIT $2', [req.query.limit]));") },
    { name: 'a placeholder for an offset', code: listing(PG, "res.json(await pool.query('SELECT * FROM users LIMIT 20 OFFSET $1', [req.query.skip]));") },
  ],
  invalid: [
    uncapped({ name: 'the second placeholder', code: listing(PG, "res.json(await pool.query('SELECT * FROM users WHERE role = $1 LIMIT $2', ['admin', «req.query.limit»]));"), data: { value: 'limit', query: 'users.query', max: '100' } }),
    uncapped({ name: 'MySQL’s count after its offset', code: listing("import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\n", "const [rows] = await pool.query('SELECT * FROM users LIMIT ?, ?', [0, «Number(req.query.limit)»]);\n  res.json(rows);") }),
    uncapped({ name: 'text that is put together for a client that nobody knows', code: listing("import { run } from './database';\n", 'res.json(await run(`SELECT * FROM users ORDER BY name LIMIT ${«req.query.limit»}`));'), data: { value: 'limit', query: 'LIMIT', max: '100' } }),
    uncapped({ name: 'a size under a key that is picked by name', code: listing(PRISMA, 'res.json(await prisma.user.findMany({ take: «Number(req.query[KEY])» }));'), data: { value: 'the value', query: 'user.findMany', max: '100' } }),
    uncapped({ name: 'a size of such a key, which has a name here', code: listing(PRISMA, 'const size = Number(req.query[KEY]);\n  res.json(await prisma.user.findMany({ take: «size» }));'), data: { value: 'size', query: 'user.findMany', max: '100' } }),
    uncapped({ name: 'a body that is the size itself', code: `${EXPRESS}${PRISMA}app.post('/sample', async (req, res) => {\n  res.json(await prisma.user.findMany({ take: «Number(req.body)» }));\n});\n` }),
  ],
});

/** A file of an Express app with some functions, and handlers that call them. */
const app = (functions: string, ...handlers: string[]) => `${EXPRESS}${PRISMA}${functions}\n${handlers.map((handler, index) => `app.get('/list${String(index)}', async (req, res) => {\n  ${handler}\n});`).join('\n')}\n`;

function judged(code: string): void {
  const { found, expected } = judge({ 'src/app.ts': code }, { rules: { 'require-pagination-cap': {} } });
  expect(found).toEqual(expected);
}

describe('require-pagination-cap: sizes that are handed to functions', () => {
  it.each<[title: string, code: string]>([
    ['a caller that leaves the size out caps nothing', app(`function list(limit?: number) {\n  return prisma.user.findMany({ take: limit ?? 20 }); ${HELD}\n}`, `res.json(await list(Number(req.query.limit))); ${HELD}`, 'res.json(await list());')],
    ['a function that is called by name for every element takes no size', app(`function list(role: string, limit: number) {\n  return prisma.user.findMany({ where: { role }, take: limit }); ${HELD}\n}`, `res.json(await list('admin', Number(req.query.limit))); ${HELD}`, "res.json(await Promise.all(['admin'].map(list)));")],
    ['one report at the call where two queries have the size', app(`async function list(limit: number) {\n  const users = await prisma.user.findMany({ take: limit }); ${HELD}\n  return [users, await prisma.admin.findMany({ take: limit })]; ${HELD}\n}`, `res.json(await list(Number(req.query.limit))); ${HELD}`)],
    ['two sizes in two parameters', app(`async function list(few: number, many: number) {\n  const users = await prisma.user.findMany({ take: few }); ${HELD}\n  return [users, await prisma.admin.findMany({ take: many })]; ${HELD}\n}`, `res.json(await list(\n    Number(req.query.few), ${HELD}\n    Number(req.query.many), ${HELD}\n  ));`)],
    ['two sizes in two fields', app(`async function list(page: { few: number; many: number }) {\n  const users = await prisma.user.findMany({ take: page.few }); ${HELD}\n  return [users, await prisma.admin.findMany({ take: page.many })]; ${HELD}\n}`, `res.json(await list({\n    few: Number(req.query.few), ${HELD}\n    many: Number(req.query.many), ${HELD}\n  }));`)],
    ['a size that goes on to a function which may get none', app(`function list(limit?: number) {\n  return prisma.user.findMany({ take: limit ?? 20 }); ${HELD}\n}\nconst first = () => list();\nconst page = (limit: number) => list(limit);`, `res.json(await page(Number(req.query.limit))); ${HELD}`, 'res.json(await first());')],
    ['a field that the caller does not give', app('function list({ limit = 20, page = 0 }) {\n  return prisma.user.findMany({ take: limit, skip: page * limit });\n}', 'res.json(await list({ page: Number(req.query.page) }));')],
    ['a caller that nobody is seen to call says nothing', app(`export function list(limit: number) {\n  return prisma.user.findMany({ take: limit }); ${HELD}\n}\nexport const adminsOf = (limit: number) => list(limit);`, `res.json(await list(Number(req.query.limit))); ${HELD}`)],
    ['a fallback from a function that nobody is seen to call leaves the report to the call', app('', 'res.send("ok");').replace('\napp.get', `\nexport function routes(fallback: number) {\n  const list = (limit: number) => prisma.user.findMany({ take: limit || fallback });\n  app.get('/users', async (req, res) => {\n    res.json(await list(Number(req.query.limit))); ${HELD}\n  });\n}\napp.get`)],
    ['a caller that caps it, among callers that do not', app('function list(limit: number) {\n  return prisma.user.findMany({ take: limit });\n}', `res.json(await list(Number(req.query.limit))); ${HELD}`, 'res.json(await list(Math.min(Number(req.query.limit), 100)));')],
  ])('%s', (_title, code) => {
    judged(code);
  });
});
