/** Calls in a loop that make no round trip, or not one an element. */
import { inApp, rule, tester } from '#kit';

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
/** The fourth line of a file is the body of a function that is given ids. */
const over = (body: string, before = '') => `${PRISMA}${before}export async function run(ids: number[], filters: { column: string; value: string }[]) {\n${body}\n}\n`;
const REDIS = "import { createClient } from 'redis';\nconst redis = createClient();\n";
const cached = (body: string) => `${REDIS}export async function run(ids: number[]) {\n${body}\n}\n`;
const read = { messageId: 'queryInLoop' } as const;
const write = { messageId: 'writeInLoop' } as const;

tester.run('no-n-plus-one: one query, clause by clause', rule('no-n-plus-one'), {
  valid: [
    {
      name: 'TypeORM: a condition a filter',
      code: "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres' });\nexport async function search(filters: { sql: string; values: object }[]) {\n  const query = source.getRepository('User').createQueryBuilder('user');\n  for (const filter of filters) query.andWhere(filter.sql, filter.values);\n  filters.forEach((filter) => query.andWhere(filter.sql, filter.values));\n  return query.getMany();\n}",
    },
    {
      name: 'Knex: a condition a filter',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function search(filters: { column: string; value: string }[]) {\n  let query = db('users').select('*');\n  for (const { column, value } of filters) query = query.where(column, value);\n  filters.forEach((filter) => query.orWhere(filter.column, filter.value));\n  return query.limit(20);\n}",
    },
    {
      name: 'Knex: a builder that a reduce carries along',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function search(filters: { column: string; value: string }[]) {\n  return await filters.reduce((query, { column, value }) => query.where(column, value), db('users'));\n}",
    },
    {
      name: 'Kysely: a condition a filter',
      code: "import { Kysely } from 'kysely';\nexport async function search(db: Kysely<any>, filters: { column: string; value: string }[]) {\n  let query = db.selectFrom('users').selectAll();\n  for (const { column, value } of filters) query = query.where(column, '=', value);\n  return query.execute();\n}",
    },
    {
      name: 'Mongoose: a condition a filter',
      code: "import { model, Schema } from 'mongoose';\nconst User = model('User', new Schema({}));\nexport async function search(filters: { column: string; value: string }[]) {\n  const query = User.find();\n  for (const { column, value } of filters) query.where(column, value);\n  return query.exec();\n}",
    },
    {
      name: 'Supabase: a condition a filter',
      code: "import { createClient } from '@supabase/supabase-js';\nconst db = createClient('https://x.supabase.co', 'key');\nexport async function search(filters: { column: string; value: string }[]) {\n  let query = db.from('users').select('*');\n  for (const { column, value } of filters) query = query.eq(column, value);\n  return await query;\n}",
    },
    {
      name: 'a builder that is handed to another builder is a sub-select',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function search(tables: string[]) {\n  const query = db('users');\n  for (const table of tables) query.whereIn('id', db(table).select('user_id'));\n  return query;\n}",
    },
    {
      name: 'fragments of SQL',
      code: "import { PrismaClient, Prisma } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport const search = (ids: number[]) => prisma.$queryRaw`SELECT * FROM item WHERE ${Prisma.join(ids.map((id) => Prisma.sql`id = ${id}`), ' OR ')}`;",
    },
    { name: 'raw fragments', code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport const search = async (columns: string[]) => await db('users').select(columns.map((column) => db.raw('lower(??)', [column])));" },
    { name: 'writes that one batch gathers', code: "import { getFirestore } from 'firebase-admin/firestore';\nconst db = getFirestore();\nexport async function run(ids: string[]) {\n  const batch = db.batch();\n  for (const id of ids) batch.update(db.collection('items').doc(id), { seen: true });\n  await batch.commit();\n}" },
    { name: 'entities that one flush writes', code: "import { MikroORM } from '@mikro-orm/core';\nexport async function run(orm: MikroORM, rows: object[]) {\n  const em = orm.em.fork();\n  for (const row of rows) em.persist(em.create('Item', row));\n  await em.flush();\n}" },
    { name: 'entities that are built in memory', code: "import { DataSource } from 'typeorm';\nconst items = new DataSource({ type: 'postgres' }).getRepository('Item');\nexport async function run(rows: object[]) {\n  await items.save(rows.map((row) => items.create(row)));\n}" },
    { name: 'indexes are no queries', code: "import { MongoClient } from 'mongodb';\nconst items = new MongoClient('mongodb://localhost').db().collection('items');\nexport async function run(keys: string[]) {\n  for (const key of keys) await items.createIndex({ [key]: 1 });\n}" },
  ],
  invalid: [
    {
      name: 'TypeORM: a builder that runs in the loop',
      code: "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres' });\nexport async function search(filters: { sql: string; values: object }[]) {\n  for (const filter of filters) console.log(await source.getRepository('User').createQueryBuilder('user').andWhere(filter.sql, filter.values).getMany());\n}",
      errors: [{ ...read, line: 4 }],
    },
    {
      name: 'Knex: a builder that runs in the loop, its sub-select counted with it',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function search(tables: string[]) {\n  for (const table of tables) console.log(await db('users').whereIn('id', db(table).select('user_id')));\n}",
      errors: [{ ...read, line: 4, column: 49 }],
    },
    {
      name: 'a builder that is awaited by its name in the loop',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function search(ids: number[]) {\n  for (const id of ids) {\n    const query = db('users').where('id', id);\n    console.log(await query);\n  }\n}",
      errors: [{ ...read, line: 6 }],
    },
    {
      name: 'a flush an entity',
      code: "import { MikroORM } from '@mikro-orm/core';\nexport async function run(orm: MikroORM, rows: object[]) {\n  const em = orm.em.fork();\n  for (const row of rows) await em.persistAndFlush(em.create('Item', row));\n}",
      errors: [{ ...write, line: 4 }],
    },
    {
      name: 'a batch an element',
      code: "import { getFirestore } from 'firebase-admin/firestore';\nconst db = getFirestore();\nexport async function run(ids: string[]) {\n  for (const id of ids) await db.batch().update(db.collection('items').doc(id), { seen: true }).commit();\n}",
      errors: [{ ...write, line: 4 }],
    },
  ],
});

tester.run('no-n-plus-one: joined by the library', rule('no-n-plus-one'), {
  valid: [
    { name: 'Prisma: findUnique under Promise.all', code: over('return Promise.all(ids.map((id) => prisma.item.findUnique({ where: { id } })));') },
    { name: 'Prisma: findUniqueOrThrow in async callbacks', code: over('return Promise.all(ids.map(async (id) => {\n  const item = await prisma.item.findUniqueOrThrow({ where: { id } });\n  return item.name;\n}));') },
    { name: 'Prisma: findUnique whose promises are gathered', code: over('const jobs = [];\nfor (const id of ids) jobs.push(prisma.item.findUnique({ where: { id } }));\nreturn Promise.all(jobs);') },
    { name: 'Prisma: creates with nested creates, gathered for one transaction', code: over('await prisma.$transaction(ids.map((id) => prisma.order.create({ data: { customerId: id, lines: { create: [{ sku: \'a\' }] } } })));') },
    { name: 'DataLoader', code: over('return Promise.all(ids.map((id) => loader.load(id)));', "import DataLoader from 'dataloader';\nconst loader = new DataLoader((keys: readonly number[]) => prisma.item.findMany({ where: { id: { in: [...keys] } } }));\n") },
    { name: 'DataLoader in a sequence', code: over('for (const id of ids) console.log(await loader.load(id));', "import DataLoader from 'dataloader';\nconst loader = new DataLoader((keys: readonly number[]) => prisma.item.findMany({ where: { id: { in: [...keys] } } }));\n") },
  ],
  invalid: [
    { name: 'Prisma: findUnique one after the other', code: over('for (const id of ids) console.log(await prisma.item.findUnique({ where: { id } }));'), errors: [{ ...read, line: 4 }] },
    { name: 'Prisma: findUnique in a reduce that waits', code: over('await ids.reduce(async (before, id) => {\n  await before;\n  await prisma.item.findUnique({ where: { id } });\n}, Promise.resolve());'), errors: [{ ...read, line: 6 }] },
    { name: 'Prisma: findFirst is not joined', code: over('return Promise.all(ids.map((id) => prisma.item.findFirst({ where: { id } })));'), errors: [{ ...read, line: 4 }] },
    { name: 'Prisma: plain creates, gathered for one transaction', code: over('await prisma.$transaction(ids.map((id) => prisma.order.create({ data: { customerId: id } })));'), errors: [{ ...write, line: 4 }] },
    { name: 'Prisma: creates with nested creates, one after the other', code: over("for (const id of ids) await prisma.order.create({ data: { customerId: id, lines: { create: [{ sku: 'a' }] } } });"), errors: [{ ...write, line: 4 }] },
    { name: 'a loader that queries a key at a time', code: over('return ids;', "import DataLoader from 'dataloader';\nexport const loader = new DataLoader((keys: readonly number[]) => Promise.all(keys.map((id) => prisma.item.findFirst({ where: { id } }))));\n"), errors: [{ ...read, line: 4 }] },
  ],
});

tester.run('no-n-plus-one: in memory', rule('no-n-plus-one'), {
  valid: [
    { name: 'a Map, a Set and an array', code: over('const map = new Map<number, object>();\nconst set = new Set<number>();\nconst list: { id: number }[] = [];\nfor (const id of ids) {\n  map.get(id);\n  map.delete(id);\n  set.delete(id);\n  list.find((each) => each.id === id);\n}') },
    { name: "a class of the app's own that keeps its rows", code: over('for (const id of ids) store.findMany(id);', 'class Store {\n  #rows = new Map<number, object>();\n  findMany(id: number) { return this.#rows.get(id); }\n}\nconst store = new Store();\n') },
    { name: 'request headers', code: over("const headers = new Headers();\nfor (const id of ids) {\n  headers.get(String(id));\n  headers.delete(String(id));\n}") },
    { name: 'a hash', code: over('const hash = createHash("sha256");\nfor (const id of ids) hash.update(String(id));', "import { createHash } from 'node:crypto';\n") },
    { name: 'metrics', code: over("for (const id of ids) metrics.update({ id });", "import { metrics } from '@acme/metrics';\n") },
    { name: 'events', code: over("for (const id of ids) bus.emit('seen', id);", "import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\nbus.on('seen', (id: number) => prisma.item.update({ where: { id }, data: { seen: true } }));\n") },
    { name: 'a query in a function that each turn only registers', code: over("for (const id of ids) bus.on(`seen:${id}`, () => prisma.item.update({ where: { id }, data: { seen: true } }));", "import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\n") },
    { name: 'a route an element', code: over("for (const id of ids) app.get(`/items/${id}`, async (req, res) => {\n  res.json(await prisma.item.findFirst({ where: { id } }));\n});", "import express from 'express';\nexport const app = express();\n") },
    { name: 'a timer an element', code: over('for (const id of ids) setTimeout(() => void prisma.item.findFirst({ where: { id } }), 1000);') },
    { name: 'a function that each turn puts into a list', code: over('const tasks = [];\nfor (const id of ids) tasks.push(() => prisma.item.findFirst({ where: { id } }));\nreturn tasks;') },
  ],
  invalid: [
    { name: "a class of the app's own that queries", code: over('for (const id of ids) await store.findMany(id);', 'class Store {\n  findMany(id: number) { return prisma.item.findMany({ where: { id } }); }\n}\nconst store = new Store();\n'), errors: [{ ...read, line: 8 }] },
    { name: 'a query beside the Map', code: over('const map = new Map<number, unknown>();\nfor (const id of ids) map.set(id, await prisma.item.findFirst({ where: { id } }));'), errors: [{ ...read, line: 5 }] },
    { name: 'a loop in the function that is registered', code: over("bus.on('seen', async () => {\n  for (const id of ids) await prisma.item.findFirst({ where: { id } });\n});", "import { EventEmitter } from 'node:events';\nconst bus = new EventEmitter();\n"), errors: [{ ...read, line: 7 }] },
  ],
});

tester.run('no-n-plus-one: at most once, and kept', rule('no-n-plus-one'), {
  valid: [
    { name: 'a path that returns', code: over('for (const id of ids) {\n  if (id > 10) return await prisma.item.findFirst({ where: { id } });\n}') },
    { name: 'a path that breaks', code: over('for (const id of ids) {\n  if (id > 10) {\n    await prisma.item.update({ where: { id }, data: { seen: true } });\n    break;\n  }\n}') },
    { name: 'a path that throws', code: over('for (const id of ids) {\n  if (id < 0) {\n    await prisma.log.create({ data: { id } });\n    throw new Error(`bad id ${id}`);\n  }\n}') },
    { name: 'the one element of an identity', code: over('const rows = [{ id: 1 }, { id: 2 }].concat(ids.map((id) => ({ id })));\nconst wanted = ids[0];\nfor (const row of rows) if (row.id === wanted) await prisma.item.update({ where: { id: row.id }, data: { seen: true } });') },
    { name: 'rows that a Map keeps', code: over('const known = new Map<number, unknown>();\nfor (const id of ids) {\n  if (!known.has(id)) known.set(id, await prisma.item.findFirst({ where: { id } }));\n}') },
    { name: 'rows that an object keeps', code: over('const known: Record<number, unknown> = {};\nfor (const id of ids) known[id] ??= await prisma.item.findFirst({ where: { id } });') },
    { name: 'a row that is fetched with the first element', code: over('let owner;\nfor (const id of ids) {\n  owner ??= await prisma.owner.findFirst();\n  console.log(id, owner);\n}') },
  ],
  invalid: [
    { name: 'a path that goes on', code: over('for (const id of ids) {\n  if (id > 10) {\n    await prisma.item.update({ where: { id }, data: { seen: true } });\n    continue;\n  }\n}'), errors: [{ ...write, line: 6 }] },
    { name: 'a return from the callback goes on too', code: over('await Promise.all(ids.map(async (id) => {\n  return await prisma.item.findFirst({ where: { id } });\n}));'), errors: [{ ...read, line: 5 }] },
    { name: 'a break that only some turns reach', code: over('for (const id of ids) {\n  const item = await prisma.item.findFirst({ where: { id } });\n  if (item) break;\n}'), errors: [{ ...read, line: 5 }] },
    { name: 'elements that a set skips', code: over('const seen = new Set<number>();\nfor (const id of ids) {\n  if (seen.has(id)) continue;\n  seen.add(id);\n  await prisma.item.findFirst({ where: { id } });\n}'), errors: [{ ...read, line: 8 }] },
    { name: 'the elements of an owner', code: over('const rows = ids.map((id) => ({ id, ownerId: id % 3 }));\nfor (const row of rows) if (row.ownerId === ids[0]) await prisma.item.update({ where: { id: row.id }, data: { seen: true } });'), errors: [{ ...write, line: 5 }] },
  ],
});

const SEED = over('for (const id of ids) await prisma.item.create({ data: { id } });');
tester.run('no-n-plus-one: files that no request reaches', rule('no-n-plus-one'), {
  valid: [
    ...['src/items.test.ts', 'test/items.ts', 'src/__tests__/items.ts', 'prisma/seed.ts', 'src/migrations/001-items.ts', 'scripts/backfill.ts', 'bin/import.ts'].map((file) => ({ name: file, filename: inApp(file), code: SEED })),
    { name: 'what start-up code does once', code: `${PRISMA}async function main() {\n  const users = await prisma.user.findMany();\n  for (const user of users) await prisma.setting.create({ data: { userId: user.id } });\n}\nvoid main();` },
    { name: 'what a listening server does first', code: `${PRISMA}async function load(ids: number[]) {\n  for (const id of ids) await prisma.setting.create({ data: { id } });\n}\nload([...process.argv].map(Number)).then(() => console.log('ready'));` },
  ],
  invalid: [
    ...['src/items.ts', 'src/services/items.ts', 'src/jobs/backfill.ts'].map((file) => ({ name: file, filename: inApp(file), code: SEED, errors: [{ ...write, line: 4 }] })),
    { name: 'what start-up code only schedules', code: `${PRISMA}async function tick() {\n  const users = await prisma.user.findMany();\n  for (const user of users) await prisma.setting.create({ data: { userId: user.id } });\n}\nsetInterval(tick, 60_000);`, errors: [{ ...write, line: 5 }] },
  ],
});

tester.run('no-n-plus-one: caches', rule('no-n-plus-one'), {
  valid: [
    { name: 'redis', code: cached('for (const id of ids) console.log(await redis.get(`item:${id}`));') },
    { name: 'one mGet, with the option', code: cached('return redis.mGet(ids.map((id) => `item:${id}`));'), options: [{ caches: true }] },
    { name: 'commands that one multi gathers, with the option', code: cached('const multi = redis.multi();\nfor (const id of ids) multi.del(`item:${id}`);\nawait multi.exec();'), options: [{ caches: true }] },
    { name: "a cache in the process's own memory, with the option", code: "import { LRUCache } from 'lru-cache';\nconst cache = new LRUCache({ max: 500 });\nexport function run(ids: number[]) {\n  for (const id of ids) cache.get(id);\n}", options: [{ caches: true }] },
  ],
  invalid: [
    { name: 'redis reads, with the option', code: cached('for (const id of ids) console.log(await redis.get(`item:${id}`));'), options: [{ caches: true }], errors: [{ ...read, line: 4, data: { what: '`get`', loop: 'per `id` of `ids`', remedy: 'use one `mGet`' } }] },
    { name: 'redis writes, with the option', code: cached('await Promise.all(ids.map((id) => redis.del(`item:${id}`)));'), options: [{ caches: true }], errors: [{ ...write, line: 4, data: { what: '`del`', loop: 'per `id` of `ids`', remedy: 'use `multi()` or one `mSet`' } }] },
    { name: 'ioredis, with the option', code: "import Redis from 'ioredis';\nconst redis = new Redis();\nexport async function run(ids: number[]) {\n  for (const id of ids) await redis.hgetall(`item:${id}`);\n}", options: [{ caches: true }], errors: [{ ...read, line: 4 }] },
    { name: 'cache-manager, with the option', code: "import { Cache } from 'cache-manager';\nexport async function run(cache: Cache, ids: number[]) {\n  for (const id of ids) await cache.get(`item:${id}`);\n}", options: [{ caches: true }], errors: [{ ...read, line: 3 }] },
    { name: 'a database is reported without the option', code: over('for (const id of ids) console.log(await prisma.item.findFirst({ where: { id } }));'), options: [{ caches: false }], errors: [{ ...read, line: 4 }] },
  ],
});

const TENANTS = "import { DataSource } from 'typeorm';\nconst shared = new DataSource({ type: 'postgres' });\nconst clientOf = (tenant: string): DataSource => new DataSource({ type: 'postgres', schema: tenant });\nclass Order {}\n";
const perTenant = (body: string) => `${TENANTS}export async function run(tenants: string[]) {\n  for (const tenant of tenants) {\n    ${body}\n  }\n}\n`;
const perTable = (body: string) => `import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function run(tables: string[]) {\n  for (const table of tables) ${body}\n}\n`;

tester.run('no-n-plus-one: a client or a table of its own each turn', rule('no-n-plus-one'), {
  valid: [
    { name: 'a client that the element chooses', code: perTenant("await clientOf(tenant).query('SELECT * FROM orders');") },
    { name: 'a client that the element chooses, under a name', code: perTenant("const client = clientOf(tenant);\n    await client.query('SELECT * FROM orders');") },
    { name: 'a repository of such a client', code: perTenant('await clientOf(tenant).getRepository(Order).find({ take: 5 });') },
    { name: 'the element is the table', code: perTable("await db(table).where('gone', true).del();") },
    { name: 'the element is the name of the model', code: `${PRISMA}export async function run(names: string[]) {\n  for (const name of names) await prisma[name].deleteMany({});\n}\n` },
  ],
  invalid: [
    { name: 'a client that all share, under a name', code: perTenant("const client = clientOf('all');\n    await client.query('SELECT * FROM orders WHERE tenant = $1', [tenant]);"), errors: [{ ...read, line: 8 }] },
    { name: 'a client that is made before', code: `${TENANTS}export async function run(tenants: string[], tenant: string) {\n  const client = clientOf(tenant);\n  for (const each of tenants) await client.query('SELECT * FROM orders WHERE tenant = $1', [each]);\n}\n`, errors: [{ ...read, line: 7 }] },
    { name: 'a row that is handed to a manager, which says its model', code: `${TENANTS}export async function run(orders: Order[]) {\n  for (const order of orders) await shared.manager.save(order);\n}\n`, errors: [{ ...write, line: 6 }] },
    { name: 'the element is in the condition', code: perTable("await db('columns').where({ table }).del();"), errors: [{ ...write, line: 4 }] },
  ],
});
