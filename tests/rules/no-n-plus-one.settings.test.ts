/** What a team's settings add to the rule, or take from it. */
import { describe, expect, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';

const HEAD = "import { db } from '@acme/db';\n";
const each = (head: string, body: string) => `${head}export async function run(ids: number[]) {\n  for (const id of ids) ${body}\n}`;
const settings = { 'backend-patterns': { databaseClients: [{ module: '@acme/db', name: 'db', read: ['fetch', 'fetchOne'], write: ['store'] }] } };
const anyExport = { 'backend-patterns': { databaseClients: [{ module: '@acme/db', read: ['fetch'] }] } };
const byName = { 'backend-patterns': { databaseClients: [{ name: 'Gateway', read: ['fetch'] }] } };

tester.run('no-n-plus-one: databaseClients', rule('no-n-plus-one'), {
  valid: [
    { name: 'an in-house client that no setting names', code: each(HEAD, "await db.fetch('lines', id);") },
    { name: 'a method that the setting does not name', code: each(HEAD, "await db.describe('lines', id);"), settings },
    { name: 'outside of a loop', code: `${HEAD}export const run = (ids: number[]) => db.fetch('lines', ids);`, settings },
    { name: 'the same name of another module', code: each("import { db } from '@acme/memory';\n", "await db.fetch('lines', id);"), settings },
    { name: 'an export that the setting does not name', code: each("import { cache } from '@acme/db';\n", "await cache.fetch('lines', id);"), settings },
  ],
  invalid: [
    {
      name: 'a read',
      code: each(HEAD, "await db.fetch('lines', id);"),
      settings,
      errors: [{ messageId: 'queryInLoop', line: 3, data: { what: '`fetch`', loop: 'per `id` of `ids`', remedy: 'fetch all rows in one call' } }],
    },
    {
      name: 'a write',
      code: each(HEAD, "await db.store('lines', { id });"),
      settings,
      errors: [{ messageId: 'writeInLoop', line: 3, data: { what: '`store`', loop: 'per `id` of `ids`', remedy: 'write all rows in one call' } }],
    },
    {
      name: 'below a model',
      code: each(HEAD, 'await db.lines.fetchOne({ id });'),
      settings,
      errors: [{ messageId: 'queryInLoop', line: 3, data: { what: '`lines.fetchOne`', loop: 'per `id` of `ids`', remedy: 'fetch all rows in one call' } }],
    },
    { name: 'a client that is made', code: each("import { db } from '@acme/db';\nconst client = new db();\n", "await client.fetch('lines', id);"), settings, errors: [{ messageId: 'queryInLoop', line: 4 }] },
    { name: 'any export of a module', code: each("import { replica } from '@acme/db';\n", "await replica.fetch('lines', id);"), settings: anyExport, errors: [{ messageId: 'queryInLoop', line: 3 }] },
    { name: 'the default export of a module', code: each("import replica from '@acme/db';\n", "await replica.fetch('lines', id);"), settings: anyExport, errors: [{ messageId: 'queryInLoop', line: 3 }] },
    { name: 'a module that is required', code: each("const { db } = require('@acme/db');\n", "await db.fetch('lines', id);"), settings, errors: [{ messageId: 'queryInLoop', line: 3 }] },
    { name: 'a name alone', code: each('', "await Gateway.fetch('lines', id);"), settings: byName, errors: [{ messageId: 'queryInLoop', line: 2 }] },
    { name: 'a name alone, as a type', code: 'export class Lines {\n  constructor(private readonly gateway: Gateway) {}\n  async run(ids: number[]) {\n    for (const id of ids) await this.gateway.fetch(id);\n  }\n}', settings: byName, errors: [{ messageId: 'queryInLoop', line: 4 }] },
    { name: 'beside the libraries that the plugin knows', code: each("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n", 'await prisma.line.findMany({ where: { orderId: id } });'), settings, errors: [{ messageId: 'queryInLoop', line: 4 }] },
  ],
});

describe('no-n-plus-one: settings of a project', () => {
  const files = {
    'src/run.ts': "import { load } from './lines';\nexport async function run(ids: number[]) {\n  for (const id of ids) await load(id); // expect: no-n-plus-one/queryInLoop\n}\n",
    'src/lines.ts': "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const load = (id: number) => prisma.line.findMany({ where: { orderId: id } });\n",
  };
  const rules = { 'no-n-plus-one': {} };

  it('follows imports unless told not to', () => {
    const { found, expected } = judge(files, { rules });
    expect(found).toEqual(expected);
    expect(lintProject(files, { rules, settings: { followImports: false } })).toEqual([]);
  });

  it('leaves alone the files and layers that it is told to', () => {
    expect(lintProject(files, { rules, settings: { ignore: ['src/run.ts'] } })).toEqual([]);
    expect(lintProject(files, { rules, settings: { layers: { 'src/run.ts': 'script' } } })).toEqual([]);
    expect(lintProject(files, { rules, settings: { ignore: ['src/other/**'] } })).toHaveLength(1);
  });

  it('looks at scripts where they are not ignored', () => {
    const script = { 'scripts/run.ts': files['src/run.ts'].replace('./lines', '../src/lines'), 'src/lines.ts': files['src/lines.ts'] };
    expect(lintProject(script, { rules })).toEqual([]);
    expect(lintProject(script, { rules, settings: { ignore: ['test'] } })).toHaveLength(1);
  });

  it('finds a client of the settings in another file', () => {
    const project = {
      'src/run.ts': files['src/run.ts'],
      'src/lines.ts': "import { db } from '@acme/db';\nexport const load = (id: number) => db.fetch('lines', id);\n",
    };
    const { found, expected } = judge(project, { rules, settings: settings['backend-patterns'] });
    expect(found).toEqual(expected);
  });
});
