/** The same across libraries: each hands on its transaction in its own way. */
import { rule, tester } from '#kit';

const outer = { messageId: 'outerClient' } as const;
const helper = { messageId: 'outerHelper' } as const;
const any = { messageId: 'outerClient', suggestions: 1 } as never;
const RULE = 'no-outer-client-in-transaction';

const TYPEORM = "import { DataSource, EntityManager, Repository } from 'typeorm';\nclass User {}\nclass Order {}\n";
const service = (body: string) => `${TYPEORM}export class Orders {\n  constructor(private readonly dataSource: DataSource, private readonly users: Repository<User>, private readonly orders: Repository<Order>) {}\n  ${body}\n}`;
const runner = (body: string) => service(`async place() {\n    const runner = this.dataSource.createQueryRunner();\n    await runner.startTransaction();\n    try {\n      ${body}\n      await runner.commitTransaction();\n    } catch (error) {\n      await runner.rollbackTransaction();\n      await this.users.update({ id: 1 }, { failed: true });\n    }\n    await this.orders.find({ where: { id: 1 } });\n  }`);

tester.run(`${RULE}: TypeORM`, rule(RULE), {
  valid: [
    { name: 'the callback\'s manager', code: service('place() { return this.dataSource.transaction(async (manager) => { await manager.save(Order, {}); await manager.getRepository(User).update({ id: 1 }, {}); }); }') },
    { name: 'a repository bound to the callback\'s manager', code: service('place() { return this.dataSource.transaction(async (manager) => { await manager.withRepository(this.orders).save({}); }); }') },
    { name: 'a query runner\'s manager', code: runner('await runner.manager.save(Order, {}); const { manager } = runner; await manager.update(User, 1, {});') },
    { name: 'a builder that takes the query runner', code: runner("await this.orders.createQueryBuilder('o', runner).setQueryRunner(runner).getMany();") },
    { name: 'a manager that the function is handed', code: service('add(manager: EntityManager = this.dataSource.manager) { return manager.save(Order, {}); }') },
  ],
  invalid: [
    { name: 'a repository of another manager', code: service('place() { return this.dataSource.transaction(async (manager) => { await manager.save(Order, {}); await this.users.save({}); }); }'), errors: [outer] },
    { name: 'a repository between a query runner\'s begin and commit', code: runner('await runner.manager.save(Order, {}); await this.users.save({});'), errors: [outer] },
    { name: 'another service', code: `${service('place() { return this.dataSource.transaction(async (manager) => { await manager.save(Order, {}); await new Mails(this.users).touch(); await this.touch(); }); }\n  async touch() { await this.users.update({ id: 1 }, {}); }')}\nclass Mails { constructor(private users: Repository<User>) {} async touch() { await this.users.update({ id: 1 }, {}); } }`, errors: [helper, helper] },
    { name: 'a global repository', code: "import { getConnection, getRepository } from 'typeorm';\nclass User {}\nexport const run = () => getConnection().transaction(async (manager) => { await manager.save(User, {}); await getRepository(User).save({}); });", errors: [outer] },
  ],
});

const SEQUELIZE = "import { DataTypes, Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst User = sequelize.define('User', { name: DataTypes.STRING });\nconst Order = sequelize.define('Order', {});\n";
const managed = (body: string) => `${SEQUELIZE}export const run = (options: object) => sequelize.transaction(async (t) => { ${body} });`;
const unmanaged = (body: string) => `${SEQUELIZE}export async function run() {\n  const t = await sequelize.transaction();\n  try {\n    ${body}\n    await t.commit();\n  } catch (error) {\n    await t.rollback();\n    await Order.create({});\n  }\n}`;

tester.run(`${RULE}: Sequelize`, rule(RULE), {
  valid: [
    { name: 'options with the transaction', code: managed('await User.create({}, { transaction: t }); await User.update({}, { where: { id: 1 }, transaction: t });') },
    { name: 'options in a variable', code: managed('const opts = { transaction: t }; await User.create({}, opts); await User.findAll({ where: { id: 1 }, ...opts });') },
    { name: 'options that came in', code: managed('await User.create({}, options);') },
    { name: 'an instance saved with the transaction', code: managed('const user = await User.findByPk(1, { transaction: t }); await user?.save({ transaction: t });') },
    { name: 'by hand, with the transaction', code: unmanaged('await User.create({}, { transaction: t });') },
    { name: 'a transaction in the asynchronous context', code: `import cls from 'cls-hooked';\nSequelize.useCLS(cls.createNamespace('app'));\n${managed('await User.create({});')}` },
    { name: 'a row named transaction is no option', code: `${SEQUELIZE}export const run = (transaction: { id: number }) => Order.create({ transaction: transaction.id });` },
    { name: 'a payment is no transaction', code: `${SEQUELIZE}export async function settle(transaction: { id: number }) { await Order.create({ transactionId: transaction.id }); await User.update({}, { where: { id: 1 } }); }` },
  ],
  invalid: [
    { name: 'no options', code: managed('await User.create({}, { transaction: t }); await Order.create({});'), errors: [outer] },
    { name: 'options without the transaction', code: managed('await User.create({}, { transaction: t }); await Order.findAll({ where: { id: 1 } });'), errors: [outer] },
    { name: 'an instance saved without it', code: managed('const user = await User.findByPk(1, { transaction: t }); await user?.save();'), errors: [outer] },
    { name: 'by hand', code: unmanaged('await User.create({}, { transaction: t }); await Order.create({});'), errors: [outer] },
    { name: 'raw SQL', code: managed("await sequelize.query('UPDATE users SET n = 1');"), errors: [outer] },
    { name: 'a callback that takes no transaction', code: `${SEQUELIZE}export const run = () => sequelize.transaction(async () => { await User.create({}); });`, errors: [outer] },
    { name: 'a helper that takes the transaction as an option', code: `${managed('await User.create({}, { transaction: t }); await add({});')}\nasync function add({ transaction }: { transaction?: any } = {}) { await Order.create({}, { transaction }); }`, errors: [helper] },
    { name: 'a function that is handed the transaction', code: `import { Transaction } from 'sequelize';\n${SEQUELIZE}export async function add(transaction: Transaction) { await User.create({}, { transaction }); await Order.create({}); }`, errors: [outer] },
  ],
});

const MONGOOSE = "import mongoose, { type ClientSession } from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({ name: String }));\nconst Order = mongoose.model('Order', new mongoose.Schema({}));\n";
const session = (body: string) => `${MONGOOSE}export async function run() {\n  const session = await mongoose.startSession();\n  await session.withTransaction(async () => { ${body} });\n}`;
const begun = (body: string) => `${MONGOOSE}export async function run() {\n  const session = await mongoose.startSession();\n  session.startTransaction();\n  try {\n    ${body}\n    await session.commitTransaction();\n  } catch (error) {\n    await session.abortTransaction();\n  } finally {\n    session.endSession();\n  }\n}`;

tester.run(`${RULE}: Mongoose`, rule(RULE), {
  valid: [
    { name: 'options with the session', code: session('await User.create([{}], { session }); await User.updateOne({ name: 1 }, {}, { session });') },
    { name: 'a query that is given the session', code: session('await User.updateOne({ name: 1 }, {}).session(session);') },
    { name: 'a document that was read with the session remembers it', code: session('const user = await User.findOne({ name: 1 }).session(session); user.name = 2; await user.save();') },
    { name: 'a new document that is put into the session', code: session('const user = new User({}); user.$session(session); await user.save();') },
    { name: 'a read', code: session('await User.findOne({ name: 1 }); await User.create([{}], { session });') },
    { name: 'by hand, with the session', code: begun('await User.create([{}], { session });') },
    { name: 'the project binds sessions to the asynchronous context', code: `${MONGOOSE}mongoose.set('transactionAsyncLocalStorage', true);\nexport const run = () => mongoose.connection.transaction(async () => { await User.create([{}]); });` },
  ],
  invalid: [
    { name: 'a write without the session', code: session('await User.create([{}], { session }); await Order.create([{}]);'), errors: [outer] },
    { name: 'an update without the session', code: session('await Order.updateOne({ name: 1 }, { name: 2 });'), errors: [outer] },
    { name: 'a new document', code: session('const order = new Order({}); await order.save();'), errors: [outer] },
    { name: 'by hand', code: begun('await User.create([{}], { session }); await Order.deleteMany({});'), errors: [outer] },
    { name: 'a function that is handed the session', code: `${MONGOOSE}export async function add(session: ClientSession) { await User.create([{}], { session }); await Order.create([{}]); }`, errors: [outer] },
  ],
});

const KNEX = "import knex, { type Knex } from 'knex';\nconst db = knex({ client: 'pg' });\n";
const DRIZZLE = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { pgTable, serial } from 'drizzle-orm/pg-core';\nconst db = drizzle('');\nconst users = pgTable('users', { id: serial() });\n";
const KYSELY = "import { Kysely, sql } from 'kysely';\nconst db = new Kysely<any>({} as any);\n";
const PG = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const OBJECTION = "import { Model } from 'objection';\nclass User extends Model { static tableName = 'users'; }\nclass Pet extends Model { static tableName = 'pets'; }\n";

tester.run(`${RULE}: query builders and drivers`, rule(RULE), {
  valid: [
    { name: 'Knex: the callback\'s client', code: `${KNEX}export const run = () => db.transaction(async (trx) => { await trx('a').insert({}); await db('b').insert({}).transacting(trx); });` },
    { name: 'Knex: a builder made before from the callback\'s client', code: `${KNEX}export const run = () => db.transaction(async (trx) => { const query = trx('a').where({ id: 1 }); query.andWhere({ b: 1 }); await query.update({}); });` },
    { name: 'Knex: a helper that is given it', code: `${KNEX}const find = (id: number, trx?: Knex) => (trx ?? db)('a').where({ id }).first();\nexport const run = () => db.transaction(async (trx) => { await find(1, trx); });` },
    { name: 'Knex: by hand', code: `${KNEX}export async function run() { const trx = await db.transaction(); await trx('a').insert({}); await trx.commit(); await db('b').insert({}); }` },
    { name: 'Drizzle', code: `${DRIZZLE}export const run = () => db.transaction(async (tx) => { await tx.insert(users).values({}); await tx.query.users.findFirst(); });` },
    { name: 'Kysely', code: `${KYSELY}export const run = () => db.transaction().execute(async (trx) => { await trx.insertInto('a').values({}).execute(); await sql\`SELECT 2\`.execute(trx); });` },
    { name: 'pg: the client that began', code: `${PG}export async function run() { const client = await pool.connect(); await client.query('BEGIN'); await client.query('UPDATE a SET b = 1'); await client.query('COMMIT'); await pool.query('UPDATE c SET d = 1'); }` },
    { name: 'Objection', code: `${OBJECTION}export const run = () => User.transaction(async (trx) => { await User.query(trx).insert({}); await Pet.query().insert({}).transacting(trx); });` },
    { name: 'MikroORM keeps it in the context', code: "import { EntityManager } from '@mikro-orm/core';\nexport const run = (em: EntityManager) => em.transactional(async () => { await em.nativeUpdate('User', { id: 1 }, {}); });" },
    { name: 'better-sqlite3 has one connection', code: "import Database from 'better-sqlite3';\nconst db = new Database('a');\nexport const run = db.transaction(() => { db.prepare('UPDATE a SET b = 1').run(); });" },
    { name: 'pg-promise', code: "import pgp from 'pg-promise';\nconst db = pgp()('');\nexport const run = () => db.tx(async (t) => { await t.none('UPDATE a SET b = 1'); });" },
    { name: 'Postgres.js', code: "import postgres from 'postgres';\nconst sql = postgres();\nexport const run = () => sql.begin(async (tx) => { await tx`UPDATE a SET b = 1`; });" },
  ],
  invalid: [
    { name: 'Knex', code: `${KNEX}export const run = () => db.transaction(async (trx) => { await trx('a').insert({}); await db('b').insert({}); });`, errors: [any] },
    { name: 'Knex: a helper that is not given it', code: `${KNEX}const find = (id: number, trx?: Knex) => (trx ?? db)('a').where({ id }).first();\nexport const run = () => db.transaction(async (trx) => { await trx('a').insert({}); await find(1); });`, errors: [helper] },
    { name: 'Knex: by hand', code: `${KNEX}export async function run() { const trx = await db.transaction(); await trx('a').insert({}); await db('b').insert({}); await trx.commit(); }`, errors: [any] },
    { name: 'Drizzle', code: `${DRIZZLE}export const run = () => db.transaction(async (tx) => { await tx.insert(users).values({}); await db.delete(users); });`, errors: [any] },
    { name: 'Drizzle: relational queries', code: `${DRIZZLE}export const run = () => db.transaction(async (tx) => { await tx.insert(users).values({}); return db.query.users.findFirst(); });`, errors: [any] },
    { name: 'Kysely', code: `${KYSELY}export const run = () => db.transaction().execute(async (trx) => { await trx.insertInto('a').values({}).execute(); await db.deleteFrom('b').execute(); });`, errors: [any] },
    { name: 'pg: the pool while a client is in a transaction', code: `${PG}export async function run() { const client = await pool.connect(); await client.query('BEGIN'); await client.query('UPDATE a SET b = 1'); await pool.query('UPDATE c SET d = 1'); await client.query('COMMIT'); }`, errors: [any] },
    { name: 'MySQL', code: "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({});\nexport async function run() { const connection = await pool.getConnection(); await connection.beginTransaction(); await connection.query('UPDATE a SET b = 1'); await pool.query('UPDATE c SET d = 1'); await connection.commit(); }", errors: [any] },
    { name: 'Objection', code: `${OBJECTION}export const run = () => User.transaction(async (trx) => { await User.query(trx).insert({}); await Pet.query().insert({}); });`, errors: [outer] },
    { name: 'pg-promise', code: "import pgp from 'pg-promise';\nconst db = pgp()('');\nexport const run = () => db.tx(async (t) => { await t.none('UPDATE a SET b = 1'); await db.none('UPDATE c SET d = 1'); });", errors: [any] },
    { name: 'Postgres.js', code: "import postgres from 'postgres';\nconst sql = postgres();\nexport const run = () => sql.begin(async (tx) => { await tx`UPDATE a SET b = 1`; await sql`UPDATE c SET d = 1`; });", errors: [any] },
  ],
});
