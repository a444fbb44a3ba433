/** Where the bound of a size may stand in a schema, and how the schema is come by. */
import { describe, expect, it } from 'vitest';
import { judge, rule, tester } from '#kit';
import { EXPRESS, listing, PRISMA, uncapped } from './pagination.kit.js';

const ZOD = "import { z } from 'zod';\n";
const BOUNDED = 'z.object({ limit: z.coerce.number().max(100) })';
const OPEN = 'z.object({ limit: z.coerce.number() })';
const parsed = (before: string, parse: string) => listing(`${ZOD}${before}\n${PRISMA}`, `${parse}\n  res.json(await prisma.user.findMany({ take: limit }));`);
const marked = (before: string, parse: string) => listing(`${ZOD}${before}\n${PRISMA}`, `${parse}\n  res.json(await prisma.user.findMany({ take: «limit» }));`);
const routed = (before: string, rules: string, take = 'Number(req.query.limit)') => `${EXPRESS}${ZOD}${PRISMA}${before}\napp.get('/users', ${rules}, async (req, res) => {\n  res.json(await prisma.user.findMany({ take: ${take} }));\n});\n`;
const nest = (parameter: string, take = 'limit', before = '') => `import { Controller, Get, Query } from '@nestjs/common';\n${ZOD}import { ZodPipe } from './zod.pipe';\n${PRISMA}${before}@Controller('users')\nexport class UsersController {\n  @Get()\n  list(${parameter}) {\n    return prisma.user.findMany({ take: ${take} });\n  }\n}\n`;

const withSchema = (schema: string, take = 'req.query.limit') => `${EXPRESS}${ZOD}import { withSchema } from './schemas';\n${PRISMA}const config = { query: ${schema} };\nexport const list = withSchema(config, async (req: express.Request, res: express.Response) => {\n  res.json(await prisma.user.findMany({ take: ${take} }));\n});\n`;

tester.run('require-pagination-cap: where schemas stand', rule('require-pagination-cap'), {
  valid: [
    { name: 'in a table of schemas', code: parsed(`const schemas = { users: ${BOUNDED}, posts: ${OPEN} };`, 'const { limit } = schemas.users.parse(req.query);') },
    { name: 'in a table inside a table', code: parsed(`const schemas = { api: { users: ${BOUNDED} } };`, 'const { limit } = schemas.api.users.parse(req.query);') },
    { name: 'an array of numbers', code: parsed('', 'const [limit] = z.array(z.coerce.number().max(100)).parse(req.query.sizes);') },
    { name: 'a field that is an array', code: parsed('const Query = z.object({ sizes: z.array(z.coerce.number().max(100)) });', 'const { sizes: [limit] } = Query.parse(req.query);') },
    { name: 'an array of objects', code: parsed('', `const [{ limit }] = z.array(${BOUNDED}).parse(req.body);`) },
    { name: 'schemas that mention each other', code: parsed('const Page = z.object({ limit: z.coerce.number().max(100), next: z.lazy(() => Next) });\nconst Next = z.object({ page: z.lazy(() => Page) });', 'const { limit } = Next.parse(req.query).page;') },
    { name: "a table of rules whose bound is a constant", code: routed("import { checkSchema } from 'express-validator';\nconst MOST = 100;", 'checkSchema({ limit: { isInt: { options: { min: 1, max: MOST } } } })') },
    { name: "a rule of a validator of the app's own", code: routed("import { validate } from './validate';", "validate({ limit: { type: 'number', max: 100 } })") },
    { name: 'an exclusive maximum', code: routed("import { validate } from './validate';", "validate({ limit: { type: 'integer', exclusiveMaximum: 101 } })") },
    { name: 'an enumeration of sizes', code: routed("import { validate } from './validate';", "validate({ limit: { type: 'integer', enum: [10, 50] } })") },
    { name: 'one size', code: routed("import { validate } from './validate';", "validate({ limit: { const: 50 } })") },
    { name: 'in what a wrapper is given beside the handler', code: withSchema(BOUNDED) },
    { name: 'in a pipe of a Nest parameter', code: nest("@Query('limit', new ZodPipe(z.coerce.number().max(100))) limit: number") },
  ],
  invalid: [
    uncapped({ name: 'open, in what a wrapper is given beside the handler', code: withSchema(OPEN, '«req.query.limit»') }),
    uncapped({ name: 'the open one in a table of schemas', code: marked(`const schemas = { users: ${BOUNDED}, posts: ${OPEN} };`, 'const { limit } = schemas.posts.parse(req.query);') }),
    uncapped({ name: 'an array of numbers without a maximum', code: marked('', 'const [limit] = z.array(z.coerce.number()).parse(req.query.sizes);') }),
    uncapped({ name: 'a field that is an array without a maximum', code: marked('const Query = z.object({ sizes: z.array(z.coerce.number()) });', 'const { sizes: [limit] } = Query.parse(req.query);') }),
    uncapped({ name: 'schemas that mention each other and no limit', code: marked('const Page = z.object({ next: z.lazy(() => Next) }).passthrough();\nconst Next = z.object({ page: z.lazy(() => Page) }).passthrough();', 'const { limit } = Next.parse(req.query);') }),
    uncapped({ name: 'a table of rules with a minimum', code: routed("import { checkSchema } from 'express-validator';\nconst LEAST = 1;", 'checkSchema({ limit: { isInt: { options: { min: LEAST } } } })', '«Number(req.query.limit)»') }),
    uncapped({ name: 'a callback that takes a maximum apart', code: routed("import { validate } from './validate';", 'validate({ limit: ({ max }) => max > 0 })', '«Number(req.query.limit)»') }),
    uncapped({ name: 'in a pipe of a Nest parameter, without a maximum', code: nest("@Query('limit', new ZodPipe(z.coerce.number())) limit: number", '«limit»') }),
    uncapped({ name: 'a Nest parameter whose key is a constant', code: nest('@Query(LIMIT) limit: number', '«limit»', "const LIMIT = 'limit';\n") }),
  ],
});

describe('require-pagination-cap: schemas of other files', () => {
  const routes = (schema: string, from: string, mark: string) => `import express from 'express';\nimport { prisma } from './db';\nimport { ${schema} } from '${from}';\nconst app = express();\napp.get('/users', async (req, res) => {\n  const { limit } = ${schema}.parse(req.query);\n  res.json(await prisma.user.findMany({ take: limit }));${mark}\n});\n`;
  const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n";
  const EXPECT = ' // expect: require-pagination-cap/uncappedLimit';

  it.each<[title: string, files: Record<string, string>]>([
    ['exported later', { 'src/routes.ts': routes('Query', './schemas', ''), 'src/schemas.ts': `${ZOD}const Query = ${BOUNDED};\nexport { Query };\n` }],
    ['exported later, open', { 'src/routes.ts': routes('Query', './schemas', EXPECT), 'src/schemas.ts': `${ZOD}const Query = ${OPEN};\nexport { Query };\n` }],
    ['handed on by a barrel', { 'src/routes.ts': routes('Query', './schemas', ''), 'src/schemas/index.ts': "export { UserQuery as Query } from './user';\n", 'src/schemas/user.ts': `${ZOD}export const UserQuery = ${BOUNDED};\n` }],
    ['handed on by a barrel, open', { 'src/routes.ts': routes('Query', './schemas', EXPECT), 'src/schemas/index.ts': "export { UserQuery as Query } from './user';\n", 'src/schemas/user.ts': `${ZOD}export const UserQuery = ${OPEN};\n` }],
    ['handed on with all of a file', { 'src/routes.ts': routes('Query', './schemas', ''), 'src/schemas/index.ts': "export * from './gone';\nexport * from './post';\nexport * from './user';\n", 'src/schemas/post.ts': 'export const one = 1;\n', 'src/schemas/user.ts': `${ZOD}export const Query = ${BOUNDED};\n` }],
    ['not found in files that hand on each other, so that nothing is known of it', { 'src/routes.ts': routes('Query', './a', ''), 'src/a.ts': "export * from './b';\n", 'src/b.ts': "export * from './a';\n" }],
    ['in a table of another file', { 'src/routes.ts': routes('schemas', './schemas', '').replace('schemas.parse', 'schemas.users.parse'), 'src/schemas.ts': `${ZOD}export const schemas = { users: ${BOUNDED} };\n` }],
    ['missing in a table of another file, so that nothing is known of it', { 'src/routes.ts': routes('schemas', './schemas', '').replace('schemas.parse', 'schemas.posts.parse'), 'src/schemas.ts': `${ZOD}export const schemas = { users: ${BOUNDED} };\n` }],
  ])('%s', (_title, files) => {
    const { found, expected } = judge({ ...files, 'src/db.ts': DB }, { rules: { 'require-pagination-cap': {} } });
    expect(found).toEqual(expected);
  });
});
