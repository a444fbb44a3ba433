/** What runs at the start only, what is gathered for a transaction, and calls without a name. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const LOAD = 'async function loadAll() {\n  for (const name of NAMES) await prisma.role.findFirst({ where: { name } });\n}\n';
const NESTED = '{ data: { name: each.name, tags: { create: each.tags } } }';
const report = [{ messageId: 'queryInLoop' as const }];

tester.run('no-n-plus-one: the start', rule('no-n-plus-one'), {
  valid: [
    { name: 'a function that the module calls', code: `${PRISMA}${LOAD}void loadAll();` },
    { name: 'a function that is handed to one that runs it', code: `${PRISMA}${LOAD}retry(loadAll);` },
    { name: 'a function that is handed to what another one gives', code: `${PRISMA}${LOAD}retrying(3)(loadAll);` },
  ],
  invalid: [
    { name: 'a function that a field of a class calls', code: `${PRISMA}${LOAD}export class Roles {\n  all = loadAll();\n}`, errors: report },
    { name: 'a function that is handed on in a field of a class', code: `${PRISMA}${LOAD}export class Roles {\n  all = retry(loadAll);\n}`, errors: report },
    { name: 'a function that a timer calls', code: `${PRISMA}${LOAD}setInterval(loadAll, 1000);`, errors: report },
    { name: 'a function that a method calls', code: `${PRISMA}${LOAD}export class Roles {\n  all() {\n    return loadAll();\n  }\n}`, errors: report },
    { name: 'a function that a schedule calls later', code: `${PRISMA}${LOAD}cron.schedule('* * * * *', loadAll);`, errors: report },
  ],
});

tester.run('no-n-plus-one: writes with further rows', rule('no-n-plus-one'), {
  valid: [
    { name: 'gathered by a push for a transaction', code: `${PRISMA}export async function run(all) {\n  const writes = [];\n  for (const each of all) writes.push(prisma.post.create(${NESTED}));\n  await prisma.$transaction(writes);\n}` },
    { name: 'gathered under a name for a transaction', code: `${PRISMA}export async function run(all) {\n  const writes = all.map((each) => prisma.post.create(${NESTED}));\n  await prisma.$transaction(writes);\n}` },
    { name: 'gathered in place for a transaction', code: `${PRISMA}export const run = (all) => prisma.$transaction(all.map((each) => prisma.post.create(${NESTED})));` },
  ],
  invalid: [
    { name: 'gathered by a push for nothing', code: `${PRISMA}export async function run(all) {\n  const writes = [];\n  for (const each of all) writes.push(prisma.post.create(${NESTED}));\n  await Promise.all(writes);\n}`, errors: [{ messageId: 'writeInLoop' }] },
    { name: 'gathered on a property', code: `${PRISMA}export async function run(all, batch) {\n  for (const each of all) batch.writes.push(prisma.post.create(${NESTED}));\n}`, errors: [{ messageId: 'writeInLoop' }] },
    { name: 'pushed to a list that is declared nowhere', code: `${PRISMA}export async function run(all) {\n  for (const each of all) writes.push(prisma.post.create(${NESTED}));\n}`, errors: [{ messageId: 'writeInLoop' }] },
    { name: 'without further rows', code: `${PRISMA}export async function run(all) {\n  const writes = [];\n  for (const each of all) writes.push(prisma.post.create({ data: { name: each.name } }));\n  await prisma.$transaction(writes);\n}`, errors: [{ messageId: 'writeInLoop' }] },
  ],
});

tester.run('no-n-plus-one: calls without a name', rule('no-n-plus-one'), {
  valid: [{ name: 'a call that nobody can see through', code: `${PRISMA}export async function run(ids) {\n  for (const id of ids) await loaders[id](id);\n}` }],
  invalid: [
    {
      name: 'a function that another one gives',
      code: `${PRISMA}const loading = (model) => (id) => prisma.user.findFirst({ where: { id, model } });\nexport async function run(ids) {\n  for (const id of ids) await loading('x')(id);\n}`,
      errors: [{ messageId: 'queryInLoop', data: { what: '`the call` (which reaches `user.findFirst` at file.tsx:3)', loop: 'per `id` of `ids`', remedy: 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`' } }],
    },
  ],
});
