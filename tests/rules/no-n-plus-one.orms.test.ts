/** Mappers: how each is come by, and what each advises. */
import { rule, tester } from '#kit';

const read = (line: number, what: string, remedy: string, loop = 'per `id` of `ids`') => [{ messageId: 'queryInLoop' as const, line, data: { what: `\`${what}\``, loop, remedy } }];
const write = (line: number, what: string, remedy: string, loop = 'per `id` of `ids`') => [{ messageId: 'writeInLoop' as const, line, data: { what: `\`${what}\``, loop, remedy } }];

/** A head, then a function over ids whose one loop is its second line. */
const each = (head: string, body: string, parameters = 'ids: number[]') => `${head}\nexport async function run(${parameters}) {\n  for (const id of ids) ${body}\n}`;

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();";
const PRISMA_COUNT = 'take the figures of all of them at once with `groupBy` (`by`, `_count`, `_sum`), or the number of related rows with `include: { _count: … }`';
const PRISMA_READ = 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`';
const PRISMA_WRITE = 'use `createMany`, `updateMany` or `deleteMany`, or one `$executeRaw` with a list of values where each row gets its own';

tester.run('no-n-plus-one: Prisma', rule('no-n-plus-one'), {
  valid: [
    { name: 'the relation loaded', code: `${PRISMA}\nexport const run = (ids: number[]) => prisma.order.findMany({ where: { id: { in: ids } }, include: { lines: true } });` },
    { name: 'all rows written at once', code: `${PRISMA}\nexport const run = (ids: number[]) => prisma.line.createMany({ data: ids.map((orderId) => ({ orderId })) });` },
  ],
  invalid: [
    { name: 'a client of its own', code: each(PRISMA, 'await prisma.line.aggregate({ where: { orderId: id }, _sum: { price: true } });'), errors: read(4, 'line.aggregate', PRISMA_COUNT) },
    { name: 'an upsert', code: each(PRISMA, 'await prisma.line.upsert({ where: { id }, create: {}, update: {} });'), errors: write(4, 'line.upsert', PRISMA_WRITE) },
    { name: 'a client with extensions', code: each("import { PrismaClient } from '@prisma/client';\nconst db = new PrismaClient().$extends({});", 'await db.line.findMany({ where: { orderId: id } });'), errors: read(4, 'line.findMany', PRISMA_READ) },
    { name: 'raw SQL', code: each(PRISMA, 'await prisma.$queryRaw`SELECT * FROM line WHERE order_id = ${id}`;'), errors: read(4, 'line.$queryRaw', PRISMA_READ) },
    { name: 'raw SQL that writes', code: each(PRISMA, 'await prisma.$executeRawUnsafe(`DELETE FROM line WHERE order_id = ${id}`);'), errors: write(4, 'line.$executeRawUnsafe', PRISMA_WRITE) },
    { name: "a service that is the client", code: "import { PrismaClient } from '@prisma/client';\nclass PrismaService extends PrismaClient {}\nexport class Orders {\n  constructor(private readonly prisma: PrismaService) {}\n  async run(ids: number[]) {\n    for (const id of ids) await this.prisma.line.findMany({ where: { orderId: id } });\n  }\n}", errors: read(6, 'line.findMany', PRISMA_READ) },
    { name: 'a client that is kept on globalThis', code: each("import { PrismaClient } from '@prisma/client';\nconst prisma = (globalThis as any).prisma ?? new PrismaClient();", 'await prisma.line.deleteMany({ where: { orderId: id } });'), errors: write(4, 'line.deleteMany', PRISMA_WRITE) },
    { name: 'a client in a context', code: each("import type { PrismaClient } from '@prisma/client';", 'await ctx.db.line.count({ where: { orderId: id } });', 'ctx: { db: PrismaClient }, ids: number[]'), errors: read(3, 'line.count', PRISMA_COUNT) },
  ],
});

const SOURCE = "import { DataSource } from 'typeorm';\nclass Line {}\nconst source = new DataSource({ type: 'postgres' });";
const TYPEORM_READ = 'load the relation with `relations` or `leftJoinAndSelect`, or fetch all rows at once with `findBy({ id: In(ids) })`';
const TYPEORM_WRITE = 'hand an array to `save` or `insert`, or use one `update` or `delete` with `In(ids)`';

tester.run('no-n-plus-one: TypeORM', rule('no-n-plus-one'), {
  valid: [
    { name: 'all rows by their ids', code: `import { In } from 'typeorm';\n${SOURCE}\nexport const run = (ids: number[]) => source.getRepository(Line).findBy({ orderId: In(ids) });` },
    { name: 'an array of rows', code: `${SOURCE}\nexport const run = (rows: Line[]) => source.getRepository(Line).save(rows);` },
  ],
  invalid: [
    { name: 'a repository', code: each(SOURCE, 'await source.getRepository(Line).findOneBy({ id });'), errors: read(5, 'Line.findOneBy', TYPEORM_READ) },
    { name: 'a repository that writes', code: each(SOURCE, 'await source.getRepository(Line).update({ id }, { seen: true });'), errors: write(5, 'Line.update', TYPEORM_WRITE) },
    { name: 'the manager', code: each(SOURCE, 'await source.manager.find(Line, { where: { orderId: id } });'), errors: read(5, 'Line.find', TYPEORM_READ) },
    { name: 'the manager of a transaction', code: `${SOURCE}\nexport const run = (ids: number[]) => source.transaction(async (manager) => {\n  for (const id of ids) await manager.delete(Line, { id });\n});`, errors: write(5, 'Line.delete', TYPEORM_WRITE) },
    { name: 'a query builder', code: each(SOURCE, "await source.createQueryBuilder(Line, 'line').where('line.orderId = :id', { id }).getMany();"), errors: read(5, 'Line.createQueryBuilder', TYPEORM_READ) },
    { name: 'a builder that writes', code: each(SOURCE, "await source.createQueryBuilder().update(Line).set({ seen: true }).where('id = :id', { id }).execute();"), errors: [{ messageId: 'writeInLoop', line: 5 }] },
    { name: 'an injected repository', code: "import { InjectRepository } from '@nestjs/typeorm';\nimport { Repository } from 'typeorm';\nclass Line {}\nexport class Lines {\n  constructor(@InjectRepository(Line) private readonly lines: Repository<Line>) {}\n  run(ids: number[]) {\n    return Promise.all(ids.map((id) => this.lines.findOne({ where: { id } })));\n  }\n}", errors: read(7, 'Line.findOne', TYPEORM_READ) },
    { name: 'active records', code: each("import { BaseEntity } from 'typeorm';\nclass Line extends BaseEntity {}", 'await Line.findOneBy({ id });'), errors: read(4, 'Line.findOneBy', TYPEORM_READ) },
    { name: 'an active record that is saved', code: "import { BaseEntity } from 'typeorm';\nclass Line extends BaseEntity { seen = false; }\nexport async function run() {\n  for (const line of await Line.find()) {\n    line.seen = true;\n    await line.save();\n  }\n}", errors: [{ messageId: 'writeInLoop', line: 6 }] },
    { name: 'raw SQL', code: each(SOURCE, "await source.query('SELECT * FROM line WHERE order_id = $1', [id]);"), errors: read(5, 'line.query', TYPEORM_READ) },
  ],
});

const LINE = "import mongoose from 'mongoose';\nconst Line = mongoose.model('Line', new mongoose.Schema({}));";
const MONGOOSE_READ = 'use `populate`, or one `find` with `{ _id: { $in: ids } }`';
const MONGOOSE_WRITE = 'use `insertMany`, `bulkWrite` or `updateMany`';

tester.run('no-n-plus-one: Mongoose', rule('no-n-plus-one'), {
  valid: [
    { name: 'populate', code: `${LINE}\nexport const run = (ids: number[]) => Line.find({ order: { $in: ids } }).populate('product');` },
    { name: 'bulkWrite', code: `${LINE}\nexport const run = (ids: number[]) => Line.bulkWrite(ids.map((_id) => ({ updateOne: { filter: { _id }, update: { seen: true } } })));` },
  ],
  invalid: [
    { name: 'a model', code: each(LINE, 'await Line.findById(id);'), errors: read(4, 'Line.findById', MONGOOSE_READ) },
    { name: 'exec', code: each(LINE, "await Line.find({ order: id }).lean().exec();"), errors: read(4, 'Line.find', MONGOOSE_READ) },
    { name: 'then', code: each(LINE, "void Line.find({ order: id }).then((lines) => console.log(lines.length));"), errors: read(4, 'Line.find', MONGOOSE_READ) },
    { name: 'a callback', code: each(LINE, 'Line.findOne({ order: id }, (error, line) => console.log(error, line));'), errors: read(4, 'Line.findOne', MONGOOSE_READ) },
    { name: 'a write', code: each(LINE, 'await Line.updateOne({ _id: id }, { seen: true });'), errors: write(4, 'Line.updateOne', MONGOOSE_WRITE) },
    { name: 'CommonJS and a schema of its own', code: each("const { model, Schema } = require('mongoose');\nconst Line = model('Line', new Schema({}));", 'await Line.create({ order: id });'), errors: write(4, 'Line.create', MONGOOSE_WRITE) },
    { name: 'documents that are saved', code: `${LINE}\nexport async function run() {\n  const lines = await Line.find({ seen: false });\n  for (const line of lines) {\n    line.set('seen', true);\n    await line.save();\n  }\n}`, errors: write(7, 'Line.save', MONGOOSE_WRITE, 'per `line` of `lines`') },
    { name: 'a new document a turn', code: each(LINE, 'await new Line({ order: id }).save();'), errors: write(4, 'Line.save', MONGOOSE_WRITE) },
    { name: 'documents that are populated', code: `${LINE}\nexport async function run() {\n  const lines = await Line.find();\n  await Promise.all(lines.map((line) => line.populate('product')));\n}`, errors: read(5, 'Line.populate', MONGOOSE_READ, 'per `line` of `lines`') },
    { name: 'an injected model', code: "import { InjectModel } from '@nestjs/mongoose';\nimport { Model } from 'mongoose';\nclass Line {}\nexport class Lines {\n  constructor(@InjectModel(Line.name) private lines: Model<Line>) {}\n  async run(ids: string[]) {\n    for (const id of ids) await this.lines.deleteOne({ _id: id });\n  }\n}", errors: write(7, 'Line.deleteOne', MONGOOSE_WRITE) },
    { name: 'Typegoose', code: each("import { getModelForClass } from '@typegoose/typegoose';\nclass Line {}\nconst LineModel = getModelForClass(Line);", 'await LineModel.findOne({ order: id });'), errors: read(5, 'Line.findOne', MONGOOSE_READ) },
    { name: 'an aggregation', code: each(LINE, 'await Line.aggregate([{ $match: { order: id } }]);'), errors: read(4, 'Line.aggregate', MONGOOSE_READ) },
    { name: 'a model that nobody can follow', code: "import { Line } from './missing';\nexport async function run(ids: string[]) {\n  for (const id of ids) await Line.findById(id);\n}", errors: read(3, 'Line.findById', MONGOOSE_READ) },
  ],
});

const MODEL = "import { Sequelize, DataTypes } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');\nconst Line = sequelize.define('Line', { seen: DataTypes.BOOLEAN });";
const SEQUELIZE_READ = 'load the association with `include`, or use one `findAll` with `{ where: { id: { [Op.in]: ids } } }`';
const SEQUELIZE_WRITE = 'use `bulkCreate` (with `updateOnDuplicate` for updates), or one `update` or `destroy` with `{ where: { id: ids } }`';

tester.run('no-n-plus-one: Sequelize', rule('no-n-plus-one'), {
  valid: [
    { name: 'an association', code: `${MODEL}\nexport const run = (ids: number[]) => Line.findAll({ where: { id: ids }, include: ['product'] });` },
    { name: 'instances that are built in memory', code: `${MODEL}\nexport const run = (ids: number[]) => ids.map((id) => Line.build({ id }).get());` },
  ],
  invalid: [
    { name: 'a model', code: each(MODEL, 'await Line.findByPk(id);'), errors: read(5, 'Line.findByPk', SEQUELIZE_READ) },
    { name: 'a write', code: each(MODEL, 'await Line.update({ seen: true }, { where: { id } });'), errors: write(5, 'Line.update', SEQUELIZE_WRITE) },
    { name: 'a class', code: each("import { Model } from 'sequelize';\nclass Line extends Model {}", 'await Line.findAll({ where: { orderId: id } });'), errors: read(4, 'Line.findAll', SEQUELIZE_READ) },
    { name: 'sequelize-typescript', code: each("import { Model, Table } from 'sequelize-typescript';\n@Table\nclass Line extends Model {}", 'await Line.destroy({ where: { id } });'), errors: write(5, 'Line.destroy', SEQUELIZE_WRITE) },
    { name: 'models of an instance', code: each("import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');", 'await sequelize.models.Line.count({ where: { orderId: id } });'), errors: read(4, 'Line.count', 'take the figures of all of them at once with `count` (or `findAll`) and `group`') },
    { name: 'instances that are updated', code: `${MODEL}\nexport async function run() {\n  const lines = await Line.findAll();\n  for (const line of lines) await line.update({ seen: true });\n}`, errors: write(6, 'Line.update', SEQUELIZE_WRITE, 'per `line` of `lines`') },
    { name: 'instances that a promise gives', code: `${MODEL}\nexport function run() {\n  return Line.findAll().then((lines) => Promise.all(lines.map((line) => line.destroy())));\n}`, errors: write(5, 'Line.destroy', SEQUELIZE_WRITE, 'per `line` of `lines`') },
    { name: "an association's method", code: `${MODEL}\nexport async function run() {\n  const lines = await Line.findAll();\n  return Promise.all(lines.map((line) => line.getProducts()));\n}`, errors: read(6, 'Line.getProducts', SEQUELIZE_READ, 'per `line` of `lines`') },
    { name: 'raw SQL', code: each("import { Sequelize } from 'sequelize';\nconst sequelize = new Sequelize('sqlite::memory:');", "await sequelize.query('INSERT INTO line (id) VALUES (?)', { replacements: [id] });"), errors: write(4, 'line.query', SEQUELIZE_WRITE) },
  ],
});

const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });";
const KNEX_READ = 'join the tables, or fetch all rows at once with `whereIn`';
const KNEX_WRITE = 'hand an array to `insert` (with `onConflict().merge()` for updates), or use one `update` or `del` with `whereIn`';
const OBJECTION = "import { Model } from 'objection';\nclass Line extends Model {}";
const OBJECTION_READ = 'load the relation with `withGraphFetched`, or fetch all rows at once with `findByIds` or `whereIn`';
const OBJECTION_WRITE = 'hand an array to `insert` or use `insertGraph`/`upsertGraph`, or one `patch` or `delete` with `whereIn`';
const DRIZZLE = "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { eq } from 'drizzle-orm';\nimport { pgTable, integer } from 'drizzle-orm/pg-core';\nconst lines = pgTable('lines', { id: integer('id'), orderId: integer('order_id') });\nconst db = drizzle('postgres://localhost');";
/** A handle that nothing tells about, of which there is only what it is handed. */
const HANDLE = "import { eq, sql } from 'drizzle-orm';\nimport { pgTable, integer } from 'drizzle-orm/pg-core';\nimport { inScope } from './scope';\nconst lines = pgTable('lines', { id: integer('id'), orderId: integer('order_id') });\nconst kept = new Set<unknown>();";
const inHandle = (statement: string) => `${HANDLE}\nexport const run = (ids: number[]) => inScope(async (tx) => {\n  for (const id of ids) ${statement}\n});`;
const DRIZZLE_READ = 'load the relation with `with`, join it, or fetch all rows at once with `inArray(table.id, ids)`';
const DRIZZLE_WRITE = 'hand an array to `values()` (with `.onConflictDoUpdate()` where each row changes in its own way), or use one `update` or `delete` with `inArray`';
const KYSELY = "import { Kysely } from 'kysely';\nconst db = new Kysely<any>({} as any);";
const KYSELY_READ = "join the tables or nest them with `jsonArrayFrom`, or fetch all rows at once with `where('id', 'in', ids)`";
const KYSELY_WRITE = "hand an array to `values()`, or use one `updateTable` or `deleteFrom` with `where('id', 'in', ids)`";
const MIKRO = "import { MikroORM } from '@mikro-orm/core';\nclass Line {}\nconst orm = await MikroORM.init({});";
const MIKRO_READ = 'load the relation with `populate`, or fetch all rows at once with `find` and `{ id: { $in: ids } }`';
const MIKRO_WRITE = 'change the entities and `flush` once, or use `insertMany`, `upsertMany` or `nativeUpdate`';
const LUCID = "import { BaseModel } from '@adonisjs/lucid/orm';\nclass Line extends BaseModel {}";
const LUCID_READ = 'load the relation with `preload`, or fetch all rows at once with `findMany` or `whereIn`';
const LUCID_WRITE = 'use `createMany`, `updateOrCreateMany`, or one `query().whereIn(…).update(…)`';

tester.run('no-n-plus-one: query builders and other mappers', rule('no-n-plus-one'), {
  valid: [
    { name: 'Knex: whereIn', code: `${KNEX}\nexport const run = (ids: number[]) => db('lines').whereIn('order_id', ids);` },
    { name: 'Objection: a graph', code: `${OBJECTION}\nexport const run = (ids: number[]) => Line.query().findByIds(ids).withGraphFetched('product');` },
    { name: 'Drizzle: all values at once', code: `${DRIZZLE}\nexport const run = (ids: number[]) => db.insert(lines).values(ids.map((orderId) => ({ orderId })));` },
    { name: 'Drizzle: all values at once, on a handle that nothing tells about', code: `${HANDLE}\nexport const run = (ids: number[]) => inScope((tx) => tx.insert(lines).values(ids.map((orderId) => ({ orderId }))));` },
    { name: 'no table of Drizzle is handed over', code: inHandle('await tx.insert(id);') },
    { name: 'a table of Drizzle in a set', code: inHandle('kept.delete(lines);') },
    { name: 'a selection from something else', code: inHandle('await tx.select().from(kept);') },
    { name: 'Kysely: in', code: `${KYSELY}\nexport const run = (ids: number[]) => db.selectFrom('lines').selectAll().where('id', 'in', ids).execute();` },
    { name: 'MikroORM: what is in memory of a reference', code: "import { MikroORM, Ref } from '@mikro-orm/core';\nclass Product {}\nclass Line {\n  product: Ref<Product>;\n}\nconst orm = await MikroORM.init({});\nexport const run = async () => (await orm.em.find(Line, {})).map((line) => [line.product.getEntity(), line.product.unwrap()]);" },
    { name: 'MikroORM: populate', code: `${MIKRO}\nexport const run = (ids: number[]) => orm.em.find(Line, { id: { $in: ids } }, { populate: ['product'] });` },
    { name: 'Lucid: findMany', code: `${LUCID}\nexport const run = (ids: number[]) => Line.findMany(ids);` },
  ],
  invalid: [
    { name: 'Knex: a read', code: each(KNEX, "await db('lines').where({ order_id: id });"), errors: read(4, 'lines.select', KNEX_READ) },
    { name: 'Knex: the first row', code: each(KNEX, "await db('lines').where('id', id).first();"), errors: read(4, 'lines.first', KNEX_READ) },
    { name: 'Knex: a write', code: each(KNEX, "await db('lines').where({ id }).update({ seen: true });"), errors: write(4, 'lines.update', KNEX_WRITE) },
    { name: 'Knex: in a transaction', code: `${KNEX}\nexport const run = (ids: number[]) => db.transaction(async (trx) => {\n  for (const id of ids) await trx('lines').insert({ id });\n});`, errors: write(4, 'lines.insert', KNEX_WRITE) },
    { name: 'Knex: raw SQL', code: each(KNEX, "await db.raw('select * from lines where id = ?', [id]);"), errors: read(4, 'lines.raw', KNEX_READ) },
    { name: 'Objection: a read', code: each(OBJECTION, 'await Line.query().findById(id);'), errors: [{ messageId: 'queryInLoop', line: 4 }] },
    { name: 'Objection: a write', code: each(OBJECTION, 'await Line.query().insert({ id });'), errors: [{ messageId: 'writeInLoop', line: 4 }] },
    { name: 'Objection: a graph a row, of rows that nobody is seen to read', code: `${OBJECTION}\nexport const run = (lines) => Promise.all(lines.map((line) => line.$fetchGraph('product')));`, errors: [{ messageId: 'queryInLoop', line: 3 }] },
    { name: 'Objection: a relation a row', code: `${OBJECTION}\nexport async function run() {\n  const lines = await Line.query();\n  for (const line of lines) await line.$relatedQuery('product');\n}`, errors: read(5, 'Line.$relatedQuery', OBJECTION_READ, 'per `line` of `lines`') },
    { name: 'Objection: a patch a row', code: `${OBJECTION}\nexport async function run() {\n  const lines = await Line.query();\n  for (const line of lines) await line.$query().patch({ seen: true });\n}`, errors: write(5, 'Line.$query', OBJECTION_WRITE, 'per `line` of `lines`') },
    { name: 'Drizzle: select', code: each(DRIZZLE, 'await db.select().from(lines).where(eq(lines.orderId, id));'), errors: [{ messageId: 'queryInLoop', line: 7 }] },
    { name: 'Drizzle: relations', code: each(DRIZZLE, 'await db.query.lines.findMany({ where: eq(lines.orderId, id) });'), errors: read(7, 'lines.findMany', DRIZZLE_READ) },
    { name: 'Drizzle: a write', code: each(DRIZZLE, 'await db.update(lines).set({ orderId: 1 }).where(eq(lines.id, id));'), errors: [{ messageId: 'writeInLoop', line: 7 }] },
    { name: 'Drizzle: in a transaction', code: `${DRIZZLE}\nexport const run = (ids: number[]) => db.transaction(async (tx) => {\n  for (const id of ids) await tx.delete(lines).where(eq(lines.id, id));\n});`, errors: [{ messageId: 'writeInLoop', line: 7 }] },
    { name: 'Drizzle: select, on a handle that nothing tells about', code: inHandle('await tx.select({ id: lines.id }).from(lines).where(eq(lines.orderId, id));'), errors: read(7, 'lines.select', DRIZZLE_READ) },
    { name: 'Drizzle: a write, on a handle that nothing tells about', code: inHandle('await tx.insert(lines).values({ orderId: id });'), errors: write(7, 'lines.insert', DRIZZLE_WRITE) },
    { name: 'Drizzle: SQL, on a handle that nothing tells about', code: inHandle('await tx.execute(sql`select pack_line(${id})`);'), errors: [{ messageId: 'queryInLoop', line: 7 }] },
    { name: 'Kysely: a read', code: each(KYSELY, "await db.selectFrom('lines').selectAll().where('id', '=', id).executeTakeFirst();"), errors: read(4, 'lines.selectFrom', KYSELY_READ) },
    { name: 'Kysely: a write', code: each(KYSELY, "await db.updateTable('lines').set({ seen: true }).where('id', '=', id).execute();"), errors: write(4, 'lines.updateTable', KYSELY_WRITE) },
    { name: 'Kysely: in a transaction', code: `${KYSELY}\nexport const run = (ids: number[]) => db.transaction().execute(async (trx) => {\n  for (const id of ids) await trx.deleteFrom('lines').where('id', '=', id).execute();\n});`, errors: write(4, 'lines.deleteFrom', KYSELY_WRITE) },
    { name: 'MikroORM: a read', code: each(MIKRO, 'await orm.em.findOne(Line, { id });'), errors: read(5, 'Line.findOne', MIKRO_READ) },
    { name: 'MikroORM: the row behind a reference, and the rows of a collection', code: "import { Collection, MikroORM, Ref } from '@mikro-orm/core';\nclass Product {}\nclass Line {\n  product: Ref<Product>;\n  notes = new Collection<Product>(this);\n}\nconst orm = await MikroORM.init({});\nexport async function run() {\n  const lines = await orm.em.find(Line, {});\n  for (const line of lines) {\n    await line.product.loadOrFail();\n    await line.notes.loadItems();\n  }\n}", errors: [...read(11, 'loadOrFail', MIKRO_READ, 'per `line` of `lines`'), ...read(12, 'loadItems', MIKRO_READ, 'per `line` of `lines`')] },
    { name: 'MikroORM: a write', code: each(MIKRO, 'await orm.em.nativeUpdate(Line, { id }, { seen: true });'), errors: write(5, 'Line.nativeUpdate', MIKRO_WRITE) },
    { name: 'MikroORM: an injected repository', code: "import { InjectRepository } from '@mikro-orm/nestjs';\nimport { EntityRepository } from '@mikro-orm/core';\nclass Line {}\nexport class Lines {\n  constructor(@InjectRepository(Line) private readonly lines: EntityRepository<Line>) {}\n  async run(ids: number[]) {\n    for (const id of ids) await this.lines.findOneOrFail({ id });\n  }\n}", errors: read(7, 'Line.findOneOrFail', MIKRO_READ) },
    { name: 'Lucid: a read', code: each(LUCID, 'await Line.find(id);'), errors: read(4, 'Line.find', LUCID_READ) },
    { name: 'Lucid: a write', code: each(LUCID, 'await Line.create({ orderId: id });'), errors: write(4, 'Line.create', LUCID_WRITE) },
  ],
});
