/** Where a client comes from: options, rows, fields, helpers that give one, transactions that are begun by hand. */
import { judge, rule, tester } from '#kit';
import { describe, expect, it } from 'vitest';

const RULE = 'no-outer-client-in-transaction';
const outer = { messageId: 'outerClient' } as const;
const helper = { messageId: 'outerHelper' } as const;
const any = { messageId: 'outerClient', suggestions: 1 } as never;

const SEQUELIZE = "import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst User = sequelize.define('User', { name: DataTypes.STRING });\nconst Order = sequelize.define('Order', {});\n";
const managed = (body: string, before = '') => `${SEQUELIZE}${before}export const run = (options: object) => sequelize.transaction(async (t) => { ${body} });`;

tester.run(`${RULE}: options`, rule(RULE), {
  valid: [
    { name: 'arguments that are spread', code: managed('await User.create(...args, { transaction: t });') },
    { name: 'a key that is worked out', code: managed('await User.create({}, { [key]: t });') },
    { name: 'options that a function makes', code: managed('await User.create({}, within(t));') },
    { name: 'options that a function has made', code: managed('const opts = within(t); await User.create({}, opts);') },
    { name: 'options that are filled in on the way', code: managed('let opts = {}; if (options) opts = { transaction: t }; await User.create({}, opts);') },
    { name: 'a transaction that may be none', code: managed('await User.create({}, { transaction: options ? t : undefined });') },
    { name: 'a transaction under a condition', code: managed('await User.create({}, { transaction: options && t });') },
    { name: 'one of two names of the transaction', code: managed('const same = t; await User.create({}, { transaction: options ? t : same });') },
    { name: 'what the transaction gives', code: managed('await User.create({}, { transaction: t.inner() });') },
    { name: 'options by another name, and another', code: managed('const a = { transaction: t }; const b = a; const c = b; const d = c; const e = d; const f = e; const g = f; await User.create({}, g);') },
  ],
  invalid: [
    { name: 'null as the transaction', code: managed('await User.create({}, { transaction: null });'), errors: [outer] },
    { name: 'a choice of nothing and nothing', code: managed('await User.create({}, { transaction: options ? null : undefined });'), errors: [outer] },
    { name: 'nothing in their place', code: managed('await User.create({}, undefined);'), errors: [outer] },
    { name: 'a number that was worked out in their place', code: managed('const five = pick(); await User.count(five);', 'const pick = () => 5;\n'), errors: [outer] },
    { name: 'a row in their place', code: managed('const user = await User.findByPk(1, { transaction: t }); await Order.count(user);'), errors: [outer] },
    { name: 'an object that holds no handle', code: managed('const ctx = { row: 1 }; await User.create({}, { transaction: ctx.row });'), errors: [outer] },
    { name: 'options that are spread, without it', code: managed('const opts = { raw: true }; await User.findAll({ where: { id: 1 }, ...opts });'), errors: [outer] },
  ],
});

const MONGOOSE = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: Number }));\n";
const session = (body: string, before = '') => `${MONGOOSE}${before}export async function run(users: InstanceType<typeof User>[]) {\n  const session = await mongoose.startSession();\n  await session.withTransaction(async () => { ${body} });\n}`;

tester.run(`${RULE}: documents`, rule(RULE), {
  valid: [
    { name: 'a document inside another', code: session('const cart = { user: new User({}) }; await cart.user.save();') },
    { name: 'a document that may be another', code: session('let user = new User({}); if (users) user = await User.findOne({}).session(session); await user.save();') },
    { name: 'a document taken out of a list', code: session('const [user] = await User.find({}).session(session); await user.save();') },
    { name: 'a document that a helper makes', code: session('const user = make(); await user.save();', 'const make = () => new User({});\n') },
    { name: 'a document that a helper reads', code: session('const user = await read(); await user.save();', 'const read = () => User.findOne({});\n') },
    { name: 'a session of an object', code: `${MONGOOSE}export async function run(ctx: any) { ctx.session = await mongoose.startSession(); ctx.session.startTransaction(); await User.create([{}], { session: ctx.session }); await ctx.session.commitTransaction(); }` },
  ],
  invalid: [
    { name: 'a document that is made here', code: session('const user = new User({}); await user.save();'), errors: [outer] },
    { name: 'a document that was read without it', code: session('const user = await User.findOne({}); await user.save();'), errors: [outer] },
    { name: 'a write beside a session of an object', code: `${MONGOOSE}export async function run(ctx: any) { const ses = await mongoose.startSession(); ses.startTransaction(); await User.create([{}]); await ses.commitTransaction(); }`, errors: [outer] },
  ],
});

const PRISMA = "import { type Prisma, PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const prisma = (body: string, before = '') => `${PRISMA}${before}export async function place(id: number, flag: boolean) {\n  await prisma.$transaction(async (tx) => {\n    await tx.order.create({ data: { id } });\n    ${body}\n  });\n}`;
const LOG = 'async function log(item: unknown) { await prisma.log.create({ data: { item } }); }\n';
const service = (body: string, more = '') => `${PRISMA}export class Orders {\n  tx: Prisma.TransactionClient;\n  constructor(private readonly db: PrismaClient) {}\n  client() { return this.db; }\n  ${more}\n  place() {\n    return this.db.$transaction(async (tx) => { await tx.order.create({ data: {} }); ${body} });\n  }\n}`;

tester.run(`${RULE}: clients`, rule(RULE), {
  valid: [
    { name: 'an object that holds the handle', code: prisma('const ctx = { db: tx }; await ctx.db.stock.create({ data: {} });') },
    { name: 'a variable of the module that is set to the handle elsewhere', code: prisma('await current.stock.create({ data: {} });', 'declare let current: Prisma.TransactionClient;\n') },
    { name: 'an object of the module with a handle', code: prisma('await ctx.tx.stock.create({ data: {} });', 'declare const ctx: { tx: Prisma.TransactionClient };\n') },
    { name: 'a field that holds a handle', code: service('await this.tx.stock.create({ data: {} });') },
    { name: 'a client that a function binds to the handle', code: prisma('await bound(tx).stock.create({ data: {} });', 'const bound = (db: any): PrismaClient => prisma;\n') },
    { name: 'a client that is extended by the handle', code: prisma('await prisma.$extends(bound(tx)).stock.create({ data: {} });') },
    { name: 'a function that hands the handle back', code: prisma('await back(tx).stock.create({ data: {} });', 'const back = (db: PrismaClient) => db;\n') },
    { name: 'a function of who knows where', code: prisma('await client().stock.create({ data: {} });', 'declare function client(): PrismaClient;\n') },
    { name: 'a function that gives none in sight', code: prisma('await client().stock.create({ data: {} });', "function client(): PrismaClient { throw new Error('none'); }\n") },
    { name: 'a helper that is not given what it needs', code: prisma('await log();', 'async function log(db: PrismaClient) { await db.log.create({ data: {} }); }\n') },
    { name: 'a helper whose arguments are spread', code: prisma('await log(...[prisma]);', 'async function log(db: PrismaClient) { await db.log.create({ data: {} }); }\n') },
    { name: 'a helper that takes one of two that it is given', code: prisma('await log();', 'async function log(a?: any, b?: any) { const db: PrismaClient = a ?? b; await db.log.create({ data: {} }); }\n') },
    { name: 'a helper that may be given nothing', code: prisma('await log(flag ? prisma : undefined);', 'async function log(db: PrismaClient) { await db.log.create({ data: {} }); }\n') },
    { name: 'a handle that was counted up', code: prisma('let db = prisma; db += tx; await db.stock.create({ data: {} });') },
    { name: 'a library that has no transactions', code: `import { createClient } from '@supabase/supabase-js';\n${PRISMA}const supabase = createClient(url, key);\nasync function log(tx: any) { await supabase.from('logs').insert({}); await tx.log.create({ data: {} }); await prisma.$disconnect(); }\n${prisma('await log(tx);').slice(PRISMA.length)}` },
  ],
  invalid: [
    { name: 'a client that a function hands back', code: prisma('await back(prisma).stock.create({ data: {} });', 'const back = (db: PrismaClient) => db;\n'), errors: [outer] },
    { name: 'a helper that is given a row of the transaction', code: prisma('const user = await tx.user.findFirst({ where: { id } }); await log(user);', 'async function log(user: unknown) { await prisma.log.create({ data: { user } }); }\n'), errors: [helper] },
    { name: 'a method that gives a client of the object', code: service('await this.client().stock.create({ data: {} });'), errors: [outer] },
    { name: 'a function that gives the client of the object around it', code: service('const client = () => this.db; await client().stock.create({ data: {} });'), errors: [outer] },
    { name: 'a client that a function does not bind', code: prisma('await bound(id).stock.create({ data: {} });', 'const bound = (db: any): PrismaClient => prisma;\n'), errors: [outer] },
    { name: 'a helper that is given an element of a list', code: prisma('for (const item of [1, 2]) await log(item);', LOG), errors: [helper] },
    { name: 'a helper that is given an import', code: `import { format } from './format';\n${prisma('await log(format);', LOG)}`, errors: [helper] },
    { name: 'a helper that is given something picked', code: prisma('await log(names[id]);', `const names = { 1: 'a' };\n${LOG}`), errors: [helper] },
    { name: 'a helper that is given a function', code: prisma('await log(() => id);', LOG), errors: [helper] },
    { name: 'a helper that is given a function by its name', code: prisma('const format = function () { return id; }; const shorten = () => id; await log([format, shorten]);', LOG), errors: [helper] },
    { name: 'a helper that takes one that is handed in or one from around it', code: prisma('await log();', 'const make = (db: PrismaClient) => async (tx?: PrismaClient) => { const own = tx ?? db; await own.log.create({ data: {} }); };\nconst log = make(prisma);\n'), errors: [helper] },
    { name: 'a helper that is given the outer client', code: prisma('await log(prisma);', 'async function log(db: PrismaClient) { await db.log.create({ data: {} }); }\n'), errors: [helper] },
    { name: 'a field that holds a client', code: service('await this.db.stock.create({ data: {} });'), errors: [any] },
  ],
});

const KNEX = "import knex, { type Knex } from 'knex';\nconst db = knex({ client: 'pg' });\n";
const OBJECTION = "import { Model } from 'objection';\nclass User extends Model { static tableName = 'users'; }\nclass Pet extends Model { static tableName = 'pets'; }\n";
const objection = (body: string) => `${OBJECTION}export const run = () => User.transaction(async (trx) => { ${body} });`;

tester.run(`${RULE}: begun by hand`, rule(RULE), {
  valid: [
    { name: 'where none is handed in', code: `${KNEX}export async function add(given?: Knex.Transaction) { const trx = given ?? (await db.transaction()); await trx('a').insert({}); await trx.commit(); }` },
    { name: 'inside another', code: `${KNEX}export const run = () => db.transaction(async (trx) => { await (await trx.transaction())('a').insert({}); });` },
    { name: 'what a transaction gave', code: `${KNEX}export const run = () => db.transaction(async (trx) => { const row = await trx.transaction(async (inner) => inner('a').first()); await trx('b').insert(row); });` },
    { name: 'kept in a field', code: `${KNEX}export async function run(store: any) { store.trx = await db.transaction(); await db('b').insert({}); }` },
    { name: 'kept in an object', code: `${KNEX}export async function run() { const held = { trx: await db.transaction() }; await db('b').insert({}); return held; }` },
    { name: 'taken apart', code: `${KNEX}export async function run() { const { client } = await db.transaction(); await db('b').insert({}); return client; }` },
    { name: 'on a field of the object', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport class Jobs { client = pool.connect(); async run() { await this.client.query('BEGIN'); await pool.query('UPDATE c SET d = 1'); await this.client.query('COMMIT'); } }" },
    { name: 'a class that is bound to the handle', code: objection('const Bound = Pet.bindTransaction(trx); await Bound.query().insert({});') },
    { name: 'a builder that carries the handle', code: objection('const query = User.query(trx); await query.insert({});') },
  ],
  invalid: [
    { name: 'where none is handed in, and beside it', code: `${KNEX}export async function add(given?: Knex.Transaction) { const trx = given ?? (await db.transaction()); await trx('a').insert({}); await db('b').insert({}); }`, errors: [any] },
    { name: 'put into a variable later', code: `${KNEX}export async function run() { let trx; trx = await db.transaction(); await trx('a').insert({}); await db('b').insert({}); await trx.commit(); }`, errors: [any] },
    { name: 'a class that is bound to the outer client', code: objection('const Bound = Pet.bindKnex(knex); await Bound.query().insert({});'), errors: [outer] },
    { name: 'a builder that carries none', code: objection('const query = User.query(); await query.insert({});'), errors: [outer] },
    { name: 'ended in a block of its own', code: "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function run(dry: boolean) { const client = await pool.connect(); await client.query('BEGIN'); if (dry) { await client.query('ROLLBACK'); } await pool.query('UPDATE c SET d = 1'); await client.query('COMMIT'); }", errors: [any] },
  ],
});

describe(`${RULE}: the app's own way of opening one, in another file`, () => {
  const DB = "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\nconst retry = (run: any) => run();\n";
  const USE = "import { prisma, inTransaction } from './db';\nexport const go = () => inTransaction(async (tx: any) => {\n  await tx.a.create({ data: {} });\n  await prisma.b.create({ data: {} });MARK\n});\n";
  it.each([
    ['that hands its client on', 'export const inTransaction = (run: any) => prisma.$transaction((tx) => run(tx));\n', true],
    ['that hands the callback over', 'export const inTransaction = (run: any) => prisma.$transaction(run);\n', true],
    ['that keeps its client in the context', 'export const inTransaction = (run: any) => prisma.$transaction(() => run());\n', false],
    ['that hands the callback to a helper', 'export const inTransaction = (run: any) => prisma.$transaction(() => retry(run));\n', false],
    ['that takes several', 'export const inTransaction = (...runs: any[]) => prisma.$transaction((tx) => runs[0](tx));\n', false],
    ['that only looks at the callback', "export const inTransaction = (run: any) => prisma.$transaction(async (tx) => { if (run.length > 0) await run(tx); });\n", true],
    ['that takes it apart', 'export const inTransaction = ({ name }: any) => prisma.$transaction((tx) => name(tx));\n', false],
    ['that opens none', 'export const inTransaction = (run: any) => run(prisma);\n', false],
  ])('%s', (_title, helperText, guilty) => {
    const { found, expected } = judge({ 'src/db.ts': DB + helperText, 'src/use.ts': USE.replace('MARK', guilty ? ` // expect: ${RULE}/outerClient` : '') }, { rules: { [RULE]: {} } });
    expect(found).toEqual(expected);
  });
});
