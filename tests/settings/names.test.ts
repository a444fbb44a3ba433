/** Each setting that names functions or clients, and each that says which files count: the same project with it and without it. */
import { describe, expect, it } from 'vitest';
import { type LintOptions, lintProject } from '#kit';

type Files = Readonly<Record<string, string>>;

/** `rule:line` of what is found in a project under some settings. */
function found(files: Files, settings: object = {}, options: LintOptions = {}): string[] {
  return lintProject(files, { ...options, settings }).map(({ file, rule, line }) => `${file}:${String(line)} ${rule}`);
}

const APP = "import express from 'express';\nconst app = express();\n";
const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";

/** A project, a setting, and what each of the two says of it. */
const CASES: readonly (readonly [title: string, files: Files, settings: object, without: string[], having: string[]])[] = [
  [
    'databaseClients: an in-house client queries',
    { 'src/run.ts': "import { db } from '@acme/db';\nexport async function run(ids: number[]) {\n  for (const id of ids) await db.lines.fetch(id);\n}\n" },
    { databaseClients: [{ module: '@acme/db', name: 'db', read: ['fetch'] }] },
    [],
    ['src/run.ts:3 no-n-plus-one'],
  ],
  [
    'databaseClients: what an in-house client writes is stored',
    { 'src/run.ts': `${APP}app.post('/users', async (req, res) => {\n  await store.put({ password: req.body.password });\n  res.sendStatus(201);\n});\n` },
    { databaseClients: [{ name: 'store', write: ['put'] }] },
    ['src/run.ts:3 require-rate-limit'],
    ['src/run.ts:3 require-rate-limit', 'src/run.ts:4 no-db-in-controller', 'src/run.ts:4 no-unhashed-password'],
  ],
  [
    'responseMethods: a method answers the client',
    { 'src/run.ts': `${APP}app.get('/orders', async (req, res) => {\n  try {\n    res.renderJSON(await load());\n  } catch (err) {\n    res.renderJSON({ error: err.message });\n  }\n});\n` },
    { responseMethods: ['renderJSON'] },
    [],
    ['src/run.ts:7 no-raw-error-response'],
  ],
  [
    'hashFunctions: a function hashes',
    { 'src/run.ts': `${PRISMA}${APP}const protect = (text: string) => text;\napp.post('/users', async (req, res) => {\n  res.json(await create(protect(req.body.password)));\n});\nfunction create(password: string) {\n  return prisma.user.create({ data: { password } });\n}\n` },
    { hashFunctions: ['protect'] },
    ['src/run.ts:6 require-rate-limit', 'src/run.ts:10 no-unhashed-password'],
    ['src/run.ts:6 require-rate-limit'],
  ],
  [
    'boundFunctions: a function caps',
    { 'src/run.ts': `${PRISMA}${APP}const keep = (text: string) => Number(text);\napp.get('/users', async (req, res) => {\n  res.json(await page(keep(req.query.limit)));\n});\nfunction page(take: number) {\n  return prisma.user.findMany({ take });\n}\n` },
    { boundFunctions: ['keep'] },
    ['src/run.ts:7 require-pagination-cap', 'src/run.ts:10 require-pagination-cap'],
    [],
  ],
  [
    'errorSanitizers: what a function gives is safe',
    { 'src/run.ts': `${APP}const publicText = (error: Error) => error.message;\napp.get('/orders', async (req, res) => {\n  try {\n    res.json(await load());\n  } catch (err) {\n    res.status(500).json({ error: publicText(err) });\n  }\n});\n` },
    { errorSanitizers: ['publicText'] },
    ['src/run.ts:8 no-raw-error-response'],
    [],
  ],
  [
    'iterationHelpers: a function calls back for every element',
    { 'src/run.ts': `${PRISMA}import { inTurn } from './turns';\nexport const run = (ids: number[]) => inTurn(ids, (id) => prisma.line.findMany({ where: { orderId: id } }));\n` },
    { iterationHelpers: ['inTurn'] },
    [],
    ['src/run.ts:4 no-n-plus-one'],
  ],
  [
    'asyncHandlers: what a function is handed handles requests',
    {
      'src/users.ts': `${PRISMA}import { secured } from './wrap';\nexport const list = secured('admin', async (a, b) => {\n  b.json(await prisma.user.findUnique({ where: { id: 1 } }));\n});\n`,
      'src/wrap.ts': 'export const secured = (role, fn) => {\n  const run = (a, b) => fn(a, b);\n  return run;\n};\n',
      'src/routes.ts': "import { Router } from 'express';\nimport { list } from './users';\nRouter().get('/users', list);\n",
    },
    { asyncHandlers: ['secured'] },
    [],
    ['src/users.ts:5 no-db-in-controller'],
  ],
  [
    'layers: files of services may query',
    { 'src/jobs/run.ts': `${APP}${PRISMA}app.get('/x', async (req, res) => {\n  res.json(await prisma.user.findUnique({ where: { id: 1 } }));\n});\n` },
    { layers: { 'src/jobs/**': 'service' } },
    ['src/jobs/run.ts:6 no-db-in-controller'],
    [],
  ],
];

describe('a setting changes what is found', () => {
  it.each(CASES)('%s', (_title, files, settings, without, having) => {
    expect(found(files)).toEqual(without);
    expect(found(files, settings)).toEqual(having);
  });
});

const HANDLER = `${APP}${PRISMA}app.get('/x', async (req, res) => {\n  res.json(await prisma.user.findUnique({ where: { id: 1 } }));\n});\n`;

describe('ignore', () => {
  const FILES = { 'src/api/users.ts': HANDLER, 'src/api/users.test.ts': HANDLER, 'scripts/seed.ts': HANDLER, 'src/legacy/old/users.ts': HANDLER };
  const names = (settings: object) => found(FILES, settings).map((each) => each.replace(/:.*/, ''));

  it.each<[title: string, settings: object, files: string[]]>([
    ['leaves tests and scripts alone by default', {}, ['src/api/users.ts', 'src/legacy/old/users.ts']],
    ['looks at everything where it is empty', { ignore: [] }, Object.keys(FILES)],
    ['leaves one layer alone', { ignore: ['test'] }, ['src/api/users.ts', 'scripts/seed.ts', 'src/legacy/old/users.ts']],
    ['leaves a folder alone', { ignore: ['src/legacy/**'] }, ['src/api/users.ts', 'src/api/users.test.ts', 'scripts/seed.ts']],
    ['leaves folders of a name alone, wherever', { ignore: ['**/api/*'] }, ['scripts/seed.ts', 'src/legacy/old/users.ts']],
    ['stays in one folder with one star', { ignore: ['src/*/users.ts'] }, ['src/api/users.test.ts', 'scripts/seed.ts', 'src/legacy/old/users.ts']],
    ['takes any one character for a question mark', { ignore: ['scripts/see?.ts'] }, ['src/api/users.ts', 'src/api/users.test.ts', 'src/legacy/old/users.ts']],
    ['takes either of two', { ignore: ['{scripts,src/api}/*.ts'] }, ['src/legacy/old/users.ts']],
    ['takes a dot for a dot', { ignore: ['src/api/users.tes?.ts', 'scripts/seedXts'] }, ['src/api/users.ts', 'scripts/seed.ts', 'src/legacy/old/users.ts']],
    ['takes a word that is no layer for nothing', { ignore: ['users'] }, Object.keys(FILES)],
  ])('%s', (_title, settings, files) => {
    expect(names(settings)).toEqual(files);
  });
});

describe('followImports', () => {
  const FILES = {
    'src/routes.ts': `${APP}import { take } from './size';\nimport { prisma } from './db';\napp.get('/users', async (req, res) => {\n  res.json(await prisma.user.findMany({ take: take(req.query.limit) }));\n});\n`,
    'src/size.ts': 'export const take = (text: string) => Math.min(Number(text), 100);\n',
    'src/db.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n",
  };

  it('sees the bound in another file, and what cannot be seen where it is off stays silent', () => {
    const rules = { 'require-pagination-cap': {} };
    expect(found(FILES, {}, { rules })).toEqual([]);
    expect(found(FILES, { followImports: false }, { rules })).toEqual([]);
    const open = { ...FILES, 'src/size.ts': 'export const take = (text: string) => Number(text);\n' };
    expect(found(open, {}, { rules })).toEqual(['src/routes.ts:6 require-pagination-cap']);
    expect(found(open, { followImports: false }, { rules })).toEqual([]);
  });
});

describe('options of no-db-in-controller', () => {
  const client = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
  const FILES = {
    'src/graph.ts': `${client}export const resolvers = { Query: { users: () => prisma.user.findMany() } };\n`,
    'app/users/page.tsx': `${client}export default async function () {\n  const users = await prisma.user.findMany();\n  return <p>{users.length}</p>;\n}\n`,
    'src/guard.ts': `import { Router } from 'express';\n${client}Router().use(async (req, res, next) => {\n  req.user = await prisma.user.findUnique({ where: { id: 1 } });\n  next();\n});\n`,
  };
  const names = (options: object) => lintProject(FILES, { rules: { 'no-db-in-controller': options } }).map(({ file, message }) => `${file}: ${/(?:resolver|server component|handler)(?: `\w+`)?/.exec(message)?.[0] ?? message}`);

  it.each<[title: string, options: object, files: string[]]>([
    ['none', {}, []],
    ['resolvers', { resolvers: true }, ['src/graph.ts: resolver `users`']],
    ['serverComponents', { serverComponents: true }, ['app/users/page.tsx: server component']],
    ['middleware', { middleware: true }, ['src/guard.ts: handler']],
    ['all of them', { middleware: true, resolvers: true, serverComponents: true }, ['src/graph.ts: resolver `users`', 'app/users/page.tsx: server component', 'src/guard.ts: handler']],
  ])('%s', (_title, options, files) => {
    expect(names(options)).toEqual(files);
  });
});
