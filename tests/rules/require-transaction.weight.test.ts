/** Writes that bear little, that only see to it that a row is there, and whose failure is dealt with on its own. */
import { rule, tester } from '#kit';

const RULE = 'require-transaction';
const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const two = { messageId: 'twoModels' } as const;
const run = (body: string, before = '') => `${PRISMA}${before}export async function run(id: number, fresh: boolean, kind: string, n: number) {\n  ${body}\n}`;
const ORDER = 'await prisma.order.create({ data: { id } });';
const STOCK = 'await prisma.stock.update({ where: { id }, data: { left: 1 } });';
const HELPER = 'async function take(id: number) { await prisma.stock.update({ where: { id }, data: { left: 1 } }); }\n';
const page = (data: string) => run(`${ORDER} await prisma.page.update({ where: { id }, data: ${data} });`);
const first = (write: string) => run(`${write} ${ORDER}`);
const KNEX = "import knex from 'knex';\nconst db = knex({});\n";
const tags = (rest: string) => `${KNEX}export async function run(id: number) {\n  await db('tags').insert({ id }).onConflict('id').${rest};\n  await db('orders').insert({ id });\n}`;
const SEQUELIZE = "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('a');\nconst Tag = sequelize.define('Tag', {});\nconst Order = sequelize.define('Order', {});\n";
const pool = (end: string) => `import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function run() { await pool.query('INSERT INTO tags VALUES (1) ${end}'); await pool.query('INSERT INTO orders VALUES (1)'); }`;
const DELETES = 'await prisma.line.deleteMany({}); await prisma.order.delete({ where: { id: 1 } });';
const made = (by: string, body = DELETES) => `${PRISMA}declare const ${by}: (job: object) => void;\n${by}({ async handle() { ${body} } });`;

tester.run(`${RULE}: what bears little`, rule(RULE), {
  valid: [
    { name: 'a counter', code: page('{ views: { increment: 1 } }') },
    { name: 'a counter that goes up by one where nobody says how far', code: page('{ views: { increment: n ?? 1 } }') },
    { name: 'a counter and the sum beside it', code: page('{ orders: { increment: 1 }, orderTotal: { increment: n }, lastOrderAt: new Date() }') },
    { name: 'counters under a condition', code: page('{ ...(fresh && { views: { increment: 1 } }) }') },
    { name: 'a notification', code: run(`${ORDER} await prisma.notification.create({ data: { id } });`) },
    { name: 'a record of mail that was sent', code: run(`${ORDER} await prisma.sentEmail.create({ data: { id } });`) },
    { name: 'a document that is searched', code: run(`${ORDER} await prisma.order_search_documents.create({ data: { id } });`) },
    { name: 'codes for one sign-in, made anew', code: run('await prisma.loginCode.deleteMany({ where: { id } }); await prisma.loginCode.createMany({ data: [{ id }] });') },
  ],
  invalid: [
    { name: 'a counter that goes up by more', code: page('{ views: { increment: n } }'), errors: [two] },
    { name: 'a counter that goes down', code: page('{ views: { decrement: 1 } }'), errors: [two] },
    { name: 'a number of what there is', code: page('{ stock: { increment: 1 } }'), errors: [two] },
    { name: 'a counter and the sum of something else', code: page('{ views: { increment: 1 }, orderTotal: { increment: n } }'), errors: [two] },
    { name: 'a counter and another column', code: page('{ views: { increment: 1 }, title: kind }'), errors: [two] },
    { name: 'another column under a condition', code: page('{ ...(fresh && { title: kind }) }'), errors: [two] },
    { name: 'columns that a function makes', code: page('{ views: { increment: 1 }, ...columns() }').replace('export', 'declare const columns: () => object;\nexport'), errors: [two] },
    { name: 'mail itself', code: run(`${ORDER} await prisma.email.create({ data: { id } });`), errors: [two] },
  ],
});

tester.run(`${RULE}: rows that only have to be there`, rule(RULE), {
  valid: [
    { name: 'an upsert that leaves a row alone', code: first('await prisma.tag.upsert({ where: { id }, create: { id }, update: {} });') },
    { name: 'an insert that skips what is there', code: first('await prisma.tag.createMany({ data: [{ id }], skipDuplicates: true });') },
    { name: 'a helper that finds or creates', code: run(`await getOrCreateTag(id); ${ORDER}`, 'async function getOrCreateTag(id: number) { await prisma.tag.create({ data: { id } }); }\n') },
    { name: 'a conflict that is ignored', code: tags('ignore()') },
    { name: 'findOrCreate', code: `${SEQUELIZE}export async function run() { await Tag.findOrCreate({ where: {} }); await Order.create({}); }` },
    { name: 'SQL that does nothing on a conflict', code: pool('ON CONFLICT DO NOTHING') },
  ],
  invalid: [
    { name: 'an upsert that changes a row', code: first('await prisma.tag.upsert({ where: { id }, create: { id }, update: { fresh } });'), errors: [two] },
    { name: 'an insert that skips nothing', code: first('await prisma.tag.createMany({ data: [{ id }], skipDuplicates: false });'), errors: [two] },
    { name: 'an upsert that leaves a row alone, after another write', code: run(`${ORDER} await prisma.tag.upsert({ where: { id }, create: { id }, update: {} });`), errors: [two] },
    { name: 'a helper that creates', code: run(`await makeTag(id); ${ORDER}`, 'async function makeTag(id: number) { await prisma.tag.create({ data: { id } }); }\n'), errors: [two] },
    { name: 'a conflict that is merged', code: tags('merge()'), errors: [two] },
    { name: 'create', code: `${SEQUELIZE}export async function run() { await Tag.create({}); await Order.create({}); }`, errors: [two] },
    { name: 'SQL that updates on a conflict', code: pool('ON CONFLICT (id) DO UPDATE SET id = 2'), errors: [two] },
  ],
});

tester.run(`${RULE}: failures that are dealt with on their own`, rule(RULE), {
  valid: [
    { name: 'settled, whatever comes of them', code: run('await Promise.allSettled([prisma.order.create({ data: { id } }), prisma.stock.update({ where: { id }, data: {} })]);') },
    { name: 'a helper that settles', code: run(`${ORDER} await all(id);`, `${HELPER}async function all(id: number) { await Promise.allSettled([1, 2].map((n) => take(n))); }\n`) },
    { name: 'what is done when the answer is out', code: run(`waitUntil(take(id)); ${ORDER}`, `${HELPER}declare const waitUntil: (work: Promise<void>) => void;\n`) },
    { name: 'a helper that catches what another one throws', code: run(`${ORDER} await tryTo(id);`, `${HELPER}async function tryTo(id: number) { try { await take(id); } catch (error) { console.error(error); } }\n`) },
    { name: 'what is written down before a throw', code: run(`${ORDER} if (fresh) { ${STOCK} throw new Error('stale'); }`) },
    { name: 'one value that is two others', code: run(`if (kind === 'a') { ${ORDER} } if (kind === 'b') { ${STOCK} }`) },
    { name: 'steps of a durable workflow', code: run(`await step.run('order', async () => { ${ORDER} }); await step.run('stock', async () => { ${STOCK} });`, 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n') },
    { name: 'a job that deletes', code: made('defineJob') },
    { name: 'a step of a durable workflow that deletes', code: run(`await step.run('tidy', async () => { ${DELETES} });`, 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n') },
    { name: 'a step of a durable workflow that sets what it writes', code: run("await step.run('move', async () => { await prisma.order.updateMany({ where: { id }, data: { owner: 2 } }); await prisma.line.updateMany({ where: { id }, data: { owner: 2 } }); });", 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n') },
    { name: 'a function that only a job calls, and that deletes', code: `${made('defineJob', 'await removeAll();')}\nasync function removeAll() { ${DELETES} }` },
    { name: 'a function that only steps of a durable workflow call, and that deletes', code: `${run("await step.run('tidy', async () => { await removeAll(); });", 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n')}\nasync function removeAll() { ${DELETES} }` },
    { name: 'a job that an address starts, and that deletes', code: `import express from 'express';\n${PRISMA}const app = express();\napp.post('/cron/tidy', async (req, res) => { ${DELETES} res.end(); });` },
  ],
  invalid: [
    { name: 'all or nothing, as far as the caller knows', code: run(`${ORDER} await all(id);`, `${HELPER}async function all(id: number) { await Promise.all([1, 2].map((n) => take(n))); }\n`), errors: [two] },
    { name: 'a function that is handed a promise', code: run(`settle(take(id)); ${ORDER}`, `${HELPER}declare const settle: (work: Promise<void>) => void;\n`), errors: [two] },
    { name: 'a helper that catches what another one throws, and throws it again', code: run(`${ORDER} await tryTo(id);`, `${HELPER}async function tryTo(id: number) { try { await take(id); } catch (error) { throw error; } }\n`), errors: [two] },
    { name: 'a helper that catches one of two', code: run(`${ORDER} await tryTo(id);`, `${HELPER}async function tryTo(id: number) { try { await take(id); } catch (error) { console.error(error); } await take(id + 1); }\n`), errors: [two] },
    { name: 'a branch that goes on', code: run(`${ORDER} if (fresh) { ${STOCK} }`), errors: [two] },
    { name: 'both before a throw', code: run(`if (fresh) { ${ORDER} ${STOCK} throw new Error('stale'); }`), errors: [two] },
    { name: 'two values that are each one other', code: run(`if (kind === 'a') { ${ORDER} } if (id === 1) { ${STOCK} }`), errors: [two] },
    { name: 'one step of a durable workflow', code: run(`await step.run('order', async () => { ${ORDER} ${STOCK} });`, 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n'), errors: [two] },
    { name: 'steps without a name', code: run(`await step.run(kind, async () => { ${ORDER} }); await step.run(kind, async () => { ${STOCK} });`, 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n'), errors: [two] },
    { name: 'something else that deletes', code: made('defineRoute'), errors: [two] },
    { name: 'a step of a durable workflow that counts up', code: run("await step.run('count', async () => { await prisma.order.update({ where: { id }, data: { total: { increment: 2 } } }); await prisma.line.create({ data: { id } }); });", 'declare const step: { run<T>(name: string, work: () => Promise<T>): Promise<T> };\n'), errors: [two] },
    { name: 'a function that a job and others call, and that deletes', code: `${made('defineJob', 'await removeAll();')}\nexport const wipe = () => removeAll();\nasync function removeAll() { ${DELETES} }`, errors: [two] },
    { name: 'a job that writes', code: made('defineJob', `const id = 1; ${ORDER} ${STOCK}`), errors: [two] },
    { name: 'an address that no scheduler calls', code: `import express from 'express';\n${PRISMA}const app = express();\napp.post('/tidy', async (req, res) => { ${DELETES} res.end(); });`, errors: [two] },
  ],
});
