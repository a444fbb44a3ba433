/** Writes that belong together, with and without a transaction around them. */
import { rule, tester } from '#kit';

const RULE = 'require-transaction';
const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const two = { messageId: 'twoModels' } as const;
const run = (body: string, before = '') => `${PRISMA}${before}export async function run(id: number, fresh: boolean) {\n  ${body}\n}`;
const ORDER = 'await prisma.order.create({ data: { id } });';
const STOCK = 'await prisma.stock.update({ where: { id }, data: { left: 1 } });';
const HELPER = 'async function take(id: number) { await prisma.stock.update({ where: { id }, data: { left: 1 } }); }\n';
/** A handler whose second write stands in a try of its own. */
const answering = (caught: string) => `${PRISMA}import express from 'express';\nconst app = express();\napp.post('/orders', async (req, res) => {\n  const { id } = req.body;\n  ${ORDER}\n  try { ${STOCK} res.json({ done: true }); } catch { ${caught} }\n});\n`;
const GATHERED = 'const add = (id: number) => prisma.order.create({ data: { id } });\nconst put = (id: number) => prisma.stock.update({ where: { id }, data: {} });\n';

tester.run(`${RULE}: paths`, rule(RULE), {
  valid: [
    { name: 'one write', code: run(ORDER) },
    { name: 'a read and a write', code: run(`await prisma.user.findFirst({ where: { id } }); ${ORDER}`) },
    { name: 'two writes of one model', code: run(`${ORDER} await prisma.order.update({ where: { id }, data: { paid: true } });`) },
    { name: 'a note of when somebody was last seen', code: run(`${ORDER} await prisma.user.update({ where: { id }, data: { lastSeenAt: new Date() } });`) },
    { name: 'a note of it in a helper', code: run(`${ORDER} await touch(id);`, 'async function touch(id: number) { await prisma.user.update({ where: { id }, data: { lastSeenAt: new Date(), seen: true } }); }\n') },
    { name: 'a context that has the transaction, handed on', code: `${PRISMA}${HELPER}export async function run(ctx: any, id: number) {\n  const { transaction } = ctx.state;\n  ${ORDER} await take(ctx);\n}` },
    { name: 'a context whose transaction is used, handed on', code: `${PRISMA}${HELPER}export async function run(ctx: any, id: number) {\n  ${ORDER} await take(ctx); return ctx.state.transaction;\n}` },
    { name: 'two branches', code: run(`if (fresh) { ${ORDER} } else { ${STOCK} }`) },
    { name: 'a branch that returns', code: run(`if (fresh) { ${ORDER} return; } ${STOCK}`) },
    { name: 'a write that is returned in a branch', code: run(`if (fresh) return prisma.order.create({ data: { id } }); ${STOCK}`) },
    { name: 'two conditions of which one holds', code: run(`if (fresh) { ${ORDER} } if (!fresh) { ${STOCK} }`) },
    { name: 'two cases', code: run(`switch (id) { case 1: ${ORDER} break; default: ${STOCK} }`) },
    { name: 'two cases in blocks', code: run(`switch (id) { case 1: { ${ORDER} break; } default: ${STOCK} }`) },
    { name: 'a write in a finally, and none before it', code: run(`try { await prisma.order.count(); } finally { ${STOCK} }`) },
    { name: 'a choice in one expression', code: run('return fresh ? prisma.order.create({ data: { id } }) : prisma.stock.update({ where: { id }, data: {} });') },
    { name: 'a helper that writes back in the catch', code: run(`${ORDER} try { ${STOCK} } catch (error) { await give(id); throw error; }`, 'async function give(id: number) { await prisma.order.update({ where: { id }, data: { void: true } }); }\n') },
    { name: 'a catch that hands the error to nobody in sight', code: run(`${ORDER} try { ${STOCK} } catch (error) { report[id](error); }`) },
    { name: 'a catch that takes the write back by a function without a name', code: run(`${ORDER} try { ${STOCK} } catch (error) { undo[id](error); await prisma.order.delete({ where: { id } }); throw error; }`) },
    { name: 'SQL that nobody can read', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function add(sql: string) { await pool.query('INSERT INTO a VALUES (1)'); await pool.query(sql); }" },
    { name: 'documents that come in with a session', code: "import mongoose from 'mongoose';\nconst A = mongoose.model('A', new mongoose.Schema({}));\nconst B = mongoose.model('B', new mongoose.Schema({}));\nexport async function add(list: any, session: any) { for (const one of list.map((each: any) => new A(each))) { one.$session(session); await one.save(); } await B.create([{}], { session }); }" },
    { name: 'a write in a catch', code: run(`try { ${ORDER} } catch (error) { ${STOCK} throw error; }`) },
    { name: 'a catch that takes the first write back', code: run(`${ORDER} try { ${STOCK} } catch (error) { await prisma.order.delete({ where: { id } }); throw error; }`) },
    { name: 'best effort, in a try of its own', code: run(`${ORDER} try { ${STOCK} } catch (error) { console.error(error); }`) },
    { name: 'best effort, in a try of its own whose catch answers', code: answering('res.json({ done: true });') },
    { name: 'a hook of a model that writes one other', code: "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({});\nschema.pre('remove', async function () {\n  await this.model('Course').deleteMany({ camp: this._id });\n  await this.model('Review').find({ camp: this._id });\n});\nexport default mongoose.model('Camp', schema);" },
    { name: 'a helper whose failure is dealt with', code: run(`${ORDER} await take(id).catch(console.error);`, HELPER) },
    { name: 'a helper that deals with its own failure', code: run(`${ORDER} await take(id);`, 'async function take(id: number) { try { await prisma.stock.update({ where: { id }, data: {} }); } catch (error) { console.error(error); } }\n') },
    { name: 'a helper that nobody waits for', code: run(`${ORDER} void take(id);`, HELPER) },
    { name: 'a helper that does not wait for its own write', code: run(`${ORDER} await take(id);`, HELPER.replace('await prisma', 'void prisma')) },
    { name: 'a helper that does not wait for a chain that its own write begins', code: run(`${ORDER} await take(id);`, HELPER.replace('await prisma', 'prisma').replace('});', '}).then(console.log);')) },
    { name: 'a helper that does not wait for another one', code: run(`${ORDER} await book(id);`, `${HELPER}async function book(id: number) { take(id).then(console.log); }\n`) },
    { name: 'a row that only tells of something', code: run(`${ORDER} await prisma.auditLog.create({ data: { id } });`) },
    { name: 'nested writes', code: run('await prisma.order.create({ data: { id, lines: { create: [{ id }] } } });') },
    { name: 'a job that cleans up', code: `${PRISMA}export async function purgeExpired() { await prisma.session.deleteMany({}); await prisma.token.deleteMany({}); }` },
    { name: 'helpers whose writes are gathered for one transaction', code: run('const steps = [add(id)]; steps.push(put(id)); await prisma.$transaction(steps);', GATHERED) },
    { name: 'what a helper that reads keeps on the way', code: run(`await getQuotes(id); ${ORDER}`, HELPER.replace('take', 'getQuotes')) },
    { name: 'what a helper that reads keeps on the way, after it', code: run(`${ORDER} await refresh(id);`, `${HELPER.replace('take', 'getQuotes')}const refresh = (id: number) => getQuotes(id);\n`) },
    { name: 'a helper that calls its own caller', code: `${PRISMA}export async function put(key: string) { await prisma.setting.upsert({ where: { key }, update: {}, create: { key } }); if (key === 'a') await put('b'); }` },
    { name: 'another store', code: `import { Pool } from 'pg';\nconst pool = new Pool();\n${run(`${ORDER} await pool.query('UPDATE stock SET left = 1');`)}` },
    { name: 'a write that an option would have to switch on', code: run(`${ORDER} await take(id);`, 'async function take(id: number, deep?: boolean) { if (deep) await prisma.stock.update({ where: { id }, data: {} }); }\n') },
  ],
  invalid: [
    { name: 'a time, and what somebody hands in', code: `${PRISMA}export async function run(id: number, values: object) {\n  ${ORDER} await prisma.user.update({ where: { id }, data: { ...values, lastSeenAt: new Date() } });\n}`, errors: [two] },
    { name: 'a time and another column', code: run(`${ORDER} await prisma.user.update({ where: { id }, data: { lastOrderAt: new Date(), orders: 1 } });`), errors: [two] },
    { name: 'a context that has no transaction, handed on', code: `${PRISMA}${HELPER}export async function run(ctx: any, id: number) {\n  const { user } = ctx.state;\n  ${ORDER} await take(ctx); return user;\n}`, errors: [two] },
    { name: 'two models, one after the other', code: run(`${ORDER} ${STOCK}`), errors: [two] },
    { name: 'three models: one report', code: run(`${ORDER} ${STOCK} await prisma.bill.create({ data: { id } });`), errors: [two] },
    { name: 'the second under a condition', code: run(`${ORDER} if (fresh) { ${STOCK} }`), errors: [two] },
    { name: 'started together', code: run('await Promise.all([prisma.order.create({ data: { id } }), prisma.stock.update({ where: { id }, data: {} })]);'), errors: [two] },
    { name: 'gathered, and awaited at the end', code: run('const tasks: Promise<unknown>[] = []; tasks.push(prisma.order.create({ data: { id } })); tasks.push(prisma.stock.update({ where: { id }, data: {} })); await Promise.all(tasks);'), errors: [two] },
    { name: 'through a helper', code: run(`${ORDER} await take(id);`, HELPER), errors: [two] },
    { name: 'helpers whose writes are gathered for no transaction', code: run('const steps = [add(id)]; steps.push(put(id)); await Promise.all(steps);', GATHERED), errors: [two] },
    { name: 'through a helper that reads and writes, by its name', code: run(`${ORDER} await getAndUpdate(id);`, HELPER.replace('take', 'getAndUpdate')), errors: [two] },
    { name: 'a helper that calls its own caller, and writes another model', code: `${PRISMA}export async function put(key: string) { await prisma.setting.upsert({ where: { key }, update: { key }, create: { key } }); if (key === 'a') await put('b'); await prisma.change.create({ data: { key } }); }`, errors: [two] },
    { name: 'both through helpers', code: run('await add(id); await take(id);', `${HELPER}const add = (id: number) => prisma.order.create({ data: { id } });\n`), errors: [two] },
    { name: 'a try of its own whose catch answers with an error', code: answering("res.status(500).json({ error: 'It did not work.' });"), errors: [two] },
    { name: 'a hook of a model, by the models that its document knows', code: "import mongoose from 'mongoose';\nconst schema = new mongoose.Schema({});\nschema.pre('remove', async function () {\n  await this.model('Course').deleteMany({ camp: this._id });\n  await this.model('Review').deleteMany({ camp: this._id });\n});\nexport default mongoose.model('Camp', schema);", errors: [two] },
    { name: 'in one try whose catch answers for both', code: run(`try { ${ORDER} ${STOCK} } catch (error) { console.error(error); }`), errors: [two] },
    { name: 'in a loop', code: run(`${ORDER} for (const n of [1, 2]) await prisma.line.create({ data: { n } });`), errors: [two] },
    { name: 'the second one is returned', code: run(`${ORDER} return prisma.stock.update({ where: { id }, data: {} });`), errors: [two] },
    { name: 'cases that fall through', code: run(`switch (id) { case 1: ${ORDER} case 2: ${STOCK} }`), errors: [two] },
    { name: 'a write in a finally', code: run(`try { ${ORDER} } finally { ${STOCK} }`), errors: [two] },
    { name: 'a test that writes', code: run(`if (await prisma.order.create({ data: { id } })) { ${STOCK} }`), errors: [two] },
    { name: 'a write for each of several, and one after', code: run(`await Promise.all([1, 2].map(async (n) => { return prisma.line.create({ data: { n } }); })); ${STOCK}`), errors: [two] },
    { name: 'a catch that hands the error on', code: run(`${ORDER} try { ${STOCK} } catch (error) { reject(error); }`), errors: [two] },
    { name: 'a catch that writes nothing', code: run(`${ORDER} try { ${STOCK} } catch (error) { await tell(id); throw error; }`, 'async function tell(id: number) { await prisma.order.count(); }\n'), errors: [two] },
    { name: 'a catch that calls a function without a name', code: run(`${ORDER} try { ${STOCK} } catch (error) { tell[id](error); throw error; }`), errors: [two] },
    { name: 'a helper that is chosen by name', code: run(`${ORDER} await helpers['take'](id);`, `${HELPER}const helpers = { take };\n`), errors: [two] },
    { name: 'an amount that moves, among much else', code: run(`await prisma.account.update({ where: { id }, data: { sum: { decrement: 5 } } }); await prisma.account.update({ where: { id: 2 }, data: { sum: { increment: 5 }, note: 'a note that is longer than what anybody would want to read', tag: 'in' } });`), errors: [{ messageId: 'moved' }] },
    { name: 'a set of rows that is replaced', code: run('await prisma.line.deleteMany({ where: { id } }); await prisma.line.createMany({ data: [{ id }] });'), errors: [{ messageId: 'replaced' }] },
    { name: 'an amount that moves', code: run('await prisma.account.update({ where: { id }, data: { sum: { decrement: 5 } } }); await prisma.account.update({ where: { id: 2 }, data: { sum: { increment: 5 } } });'), errors: [{ messageId: 'moved' }] },
  ],
});

const mikro = (decorator: string) => `import { EntityManager, Transactional as InOne } from '@mikro-orm/core';\nclass A {}\nclass B {}\nexport class Service {\n  constructor(private readonly em: EntityManager) {}\n  ${decorator}\n  async add() { await this.em.nativeUpdate(A, { id: 1 }, {}); await this.em.nativeDelete(B, { id: 1 }); }\n}`;

tester.run(`${RULE}: transactions`, rule(RULE), {
  valid: [
    { name: 'a callback', code: run('await prisma.$transaction(async (tx) => { await tx.order.create({ data: { id } }); await tx.stock.update({ where: { id }, data: {} }); });') },
    { name: 'an array', code: run('await prisma.$transaction([prisma.order.create({ data: { id } }), prisma.stock.update({ where: { id }, data: {} })]);') },
    { name: 'an array that is gathered', code: run('const steps = [prisma.order.create({ data: { id } }), prisma.stock.update({ where: { id }, data: {} })]; await prisma.$transaction(steps);') },
    { name: 'a write before a transaction', code: run(`${ORDER} await prisma.$transaction(async (tx) => { await tx.stock.create({ data: {} }); await tx.bill.create({ data: {} }); });`) },
    { name: 'a client that the function is handed', code: 'import type { Prisma } from \'@prisma/client\';\nexport async function add(tx: Prisma.TransactionClient) { await tx.a.create({ data: {} }); await tx.b.create({ data: {} }); }' },
    { name: 'a client that callers choose', code: `${PRISMA}export async function add(db = prisma) { await db.a.create({ data: {} }); await db.b.create({ data: {} }); }` },
    { name: 'a decorator', code: "import { Transactional } from 'typeorm-transactional';\nimport { Repository } from 'typeorm';\nclass A {}\nclass B {}\nexport class Service {\n  constructor(private as: Repository<A>, private bs: Repository<B>) {}\n  @Transactional()\n  async add() { await this.as.save({}); await this.bs.save({}); }\n}" },
    { name: 'a decorator that is not called', code: "import { Transactional } from 'typeorm-transactional';\nimport { Repository } from 'typeorm';\nclass A {}\nclass B {}\nexport class Service {\n  constructor(private as: Repository<A>, private bs: Repository<B>) {}\n  @Transactional\n  async add() { await this.as.save({}); await this.bs.save({}); }\n}" },
    { name: 'a decorator by another name', code: mikro('@InOne()') },
    { name: 'by hand', code: "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('a');\nconst A = sequelize.define('A', {});\nconst B = sequelize.define('B', {});\nexport async function add() { const t = await sequelize.transaction(); await A.create({}, { transaction: t }); await B.create({}, { transaction: t }); await t.commit(); }" },
    { name: 'options that may carry one', code: "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('a');\nconst A = sequelize.define('A', {});\nconst B = sequelize.define('B', {});\nexport async function add(options: object) { await A.create({}, options); await B.create({}, options); }" },
    { name: 'one flush', code: "import { EntityManager } from '@mikro-orm/core';\nexport async function add(em: EntityManager, a: object, b: object) { em.persist(a); em.persist(b); await em.flush(); }" },
    { name: 'a caller in a transaction', code: `${PRISMA}async function both() { await prisma.a.create({ data: {} }); await prisma.b.create({ data: {} }); }\nexport const go = () => prisma.$transaction(async () => both());` },
    { name: 'a middleware that opens one', code: "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\nconst inTransaction = () => (req: any, res: any, next: any) => prisma.$transaction(async (tx) => { req.tx = tx; await next(); });\napp.post('/', inTransaction(), async (req, res) => { await prisma.a.create({ data: {} }); await prisma.b.create({ data: {} }); res.end(); });" },
    { name: 'a session of Mongoose', code: "import mongoose from 'mongoose';\nconst A = mongoose.model('A', new mongoose.Schema({}));\nconst B = mongoose.model('B', new mongoose.Schema({}));\nexport const add = (session: any) => session.withTransaction(async () => { await A.create([{}], { session }); await B.create([{}], { session }); });" },
  ],
  invalid: [
    { name: 'another decorator', code: mikro('@Logged()'), errors: [two] },
    { name: 'no decorator', code: "import { Repository } from 'typeorm';\nclass A {}\nclass B {}\nexport class Service {\n  constructor(private as: Repository<A>, private bs: Repository<B>) {}\n  async add() { await this.as.save({}); await this.bs.save({}); }\n}", errors: [two] },
    { name: 'Sequelize', code: "import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('a');\nconst A = sequelize.define('A', {});\nconst B = sequelize.define('B', {});\nexport async function add() { await A.create({}); await B.create({}); }", errors: [two] },
    { name: 'Mongoose, documents included', code: "import mongoose from 'mongoose';\nconst A = mongoose.model('A', new mongoose.Schema({}));\nconst B = mongoose.model('B', new mongoose.Schema({}));\nexport async function add() { const a = await A.findOne({}); a.set('n', 1); await a.save(); await B.deleteMany({}); }", errors: [two] },
    { name: 'a middleware that opens none', code: "import express from 'express';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\nconst log = () => (req: any, res: any, next: any) => next();\napp.post('/', log(), async (req, res) => { await prisma.a.create({ data: {} }); await prisma.b.create({ data: {} }); res.end(); });", errors: [two] },
    { name: 'a caller without a transaction', code: `${PRISMA}async function both() { await prisma.a.create({ data: {} }); await prisma.b.create({ data: {} }); }\nexport const go = () => both();`, errors: [two] },
    { name: 'SQL', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function add() { await pool.query('INSERT INTO a VALUES (1)'); await pool.query('UPDATE b SET c = 1'); }", errors: [two] },
    { name: 'a helper whose own transaction holds only its own', code: `${PRISMA}const count = () => prisma.$transaction(async (tx) => { await tx.visit.create({ data: {} }); });\nexport async function go() { await prisma.link.update({ where: { id: 1 }, data: {} }); await count(); }`, errors: [two] },
  ],
});

const SERVICE = `${PRISMA}export class Orders {\n  async place(id: number) {\n    ${ORDER}\n    ${STOCK}\n  }\n}\n`;

const EXPRESS = "import express from 'express';\nconst app = express();\n";
const LAYERS = `${SERVICE}class Shop {\n  constructor(private readonly orders: Orders) {}\n  buy(id: number) { return this.orders.place(id); }\n}\n`;
const WRAPPED = 'export const buy = (shop: any, id: number) => shop.transactional((service) => service.buy(id));\n';
const wrapper = (body: string) => `${SERVICE}export function remade(make: any, db: PrismaClient) {\n  return { transactional: (work: any) => db.$transaction(async (tx) => { ${body} }) };\n}\n`;
const said = (when: string) => [{ messageId: 'twoModels' as const, data: { what: '`stock.update`', before: '`order.create` (line 5)', when, remedy: 'run both on the client of one `prisma.$transaction(async (tx) => …)`' } }];
const bare = (line: number) => said(` when \`place\` is run from file.tsx:${String(line)}`);
const unsaid = said('');

tester.run(`${RULE}: wrappers of the app`, rule(RULE), {
  valid: [
    { name: 'a method that a wrapper calls in a transaction', code: `${SERVICE}export const place = (orders: any, id: number) => orders.transactional((service) => service.place(id));\n` },
    { name: 'a method of what a function makes of the transaction', code: `${SERVICE}export const place = (db: any, id: number) => db.inTransaction((tx) => ordersOn(tx).place(id));\n` },
    { name: 'a method whose only caller is called in one', code: `${LAYERS}${WRAPPED}` },
    { name: 'a method that is called in one, and while the process starts', code: `${LAYERS}${WRAPPED}new Orders().place(1);\n` },
    { name: 'a method whose other caller nobody calls', code: `${LAYERS}${WRAPPED}export const place = () => new Orders().place(1);\n` },
    { name: 'a method whose caller a decorator puts into one', code: `${SERVICE}export class Shop {\n  constructor(private readonly orders: Orders) {}\n  @Transactional()\n  buy(id: number) { return this.orders.place(id); }\n}\n` },
    { name: 'a method that nobody calls, of services that are made anew for a transaction', code: wrapper('return work(make(tx));') },
    { name: 'the same, by way of a variable', code: wrapper('const service = make(tx); return work(service);') },
  ],
  invalid: [
    { name: 'a method that a wrapper without one calls', code: `${SERVICE}export const place = (orders: any, id: number) => orders.timed((service) => service.place(id));\n`, errors: [two] },
    { name: 'a method of something else, called beside a transaction', code: `${SERVICE}export const place = (orders: any, id: number) => orders.transactional(() => orders.place(id));\n`, errors: [two] },
    { name: 'a method of what a function makes of something else', code: `${SERVICE}export const place = (db: any, id: number) => db.inTransaction((tx) => ordersOn(db).place(id));\n`, errors: [two] },
    { name: 'another method that a wrapper calls in a transaction', code: `${SERVICE}export const place = (orders: any, id: number) => orders.transactional((service) => service.cancel(id));\n`, errors: [two] },
    { name: 'a method whose only caller is called in none', code: `${LAYERS}${EXPRESS}app.post('/', async (req, res) => { await new Shop(new Orders()).buy(1); res.end(); });\n`, errors: unsaid },
    { name: 'a method that is called in one, and by a handler', code: `${LAYERS}${WRAPPED}${EXPRESS}app.post('/', async (req, res) => { await new Orders().place(1); res.end(); });\n`, errors: bare(16) },
    { name: 'a method that is called in one, and in a timer', code: `${LAYERS}${WRAPPED}setInterval(() => { new Orders().place(1); }, 1000);\n`, errors: bare(14) },
    { name: 'a method that is called in one, and handed on', code: `${LAYERS}${WRAPPED}declare const route: (shape: object) => void;\nexport const mount = (orders: Orders) => route({ handlers: [{ handler: orders.place }] });\n`, errors: bare(15) },
    { name: 'a method of a service that a type puts more on', code: `${LAYERS}${WRAPPED}${EXPRESS}type Timed<S> = S & { time(): void };\nexport const mount = (orders: Timed<Orders>) => app.post('/', async (req, res) => { await orders.place(1); res.end(); });\n`, errors: bare(17) },
    { name: 'a method that nobody calls, of services that are handed a transaction', code: wrapper('return work(tx);'), errors: [two] },
    { name: 'a method that nobody calls, of services that are made of something else', code: wrapper('return work(make(db));'), errors: [two] },
    { name: 'a method that nobody calls, of services that are made anew and not used', code: wrapper('const service = make(tx); return work(db);'), errors: [two] },
    { name: 'a function that nobody calls, beside services that are made anew', code: `${wrapper('return work(make(tx));')}export async function place(id: number) { ${ORDER} ${STOCK} }\n`, errors: [two] },
  ],
});
