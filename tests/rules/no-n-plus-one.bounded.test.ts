/** Loops that turn more than once and are no N+1: paging, batches, retries, short lists. */
import { rule, tester } from '#kit';

const PRISMA = "import { PrismaClient, Status } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
/** The fourth line of a file is the body of a function that is given ids. */
const over = (body: string, before = '') => `${PRISMA}${before}export async function run(ids: number[], wait: (ms: number) => Promise<void>) {\n${body}\n}\n`;
const FIND = (what: string) => `await prisma.item.findMany({ where: { id: { in: ${what} } } })`;
const read = { messageId: 'queryInLoop' } as const;
const write = { messageId: 'writeInLoop' } as const;

tester.run('no-n-plus-one: pages and batches', rule('no-n-plus-one'), {
  valid: [
    { name: 'chunks by a helper', code: over(`for (const chunk of chunked(ids, 500)) ${FIND('chunk')};`) },
    { name: 'chunks by lodash', code: over(`for (const part of _.chunk(ids, 500)) ${FIND('part')};`, "import _ from 'lodash';\n") },
    { name: 'batches by the name of the element', code: over(`for (const batch of inTurn(ids)) ${FIND('batch')};`) },
    { name: 'chunks under Promise.all', code: over('await Promise.all(chunked(ids, 500).map((chunk) => prisma.item.deleteMany({ where: { id: { in: chunk } } })));') },
    { name: 'a stride with slice', code: over(`const BATCH = 500;\nfor (let i = 0; i < ids.length; i += BATCH) ${FIND('ids.slice(i, i + BATCH)')};`) },
    { name: 'a stride that is written out', code: over(`for (let i = 0; i < ids.length; i = i + 500) ${FIND('ids.slice(i, i + 500)')};`) },
    { name: 'splice until nothing is left', code: over(`while (ids.length > 0) {\n  const batch = ids.splice(0, 500);\n  ${FIND('batch')};\n}`) },
    { name: 'a numbered page', code: over('for (let page = 1; page <= 40; page++) console.log(await prisma.item.findMany({ skip: page * 50, take: 50 }));') },
    { name: 'a page up to a number that a count gave', code: over('const pages = Math.ceil((await prisma.item.count()) / 50);\nfor (let n = 0; n < pages; n++) console.log(await prisma.item.findMany({ skip: n * 50, take: 50 }));') },
    { name: 'an offset', code: over('const total = await prisma.item.count();\nlet offset = 0;\nwhile (offset < total) {\n  await prisma.item.findMany({ skip: offset, take: 50 });\n  offset += 50;\n}') },
    { name: 'a cursor', code: over('let cursor: number | undefined = 0;\nwhile (cursor !== undefined) {\n  const rows = await prisma.item.findMany({ take: 100, cursor: { id: cursor } });\n  cursor = rows.at(-1)?.id;\n}') },
    { name: 'do…while there are rows', code: over('let batch;\nlet skip = 0;\ndo {\n  batch = await prisma.item.findMany({ skip, take: 100 });\n  skip += batch.length;\n} while (batch.length > 0);') },
    { name: 'while (true) until a page is short', code: over('let skip = 0;\nwhile (true) {\n  const rows = await prisma.item.findMany({ skip, take: 100 });\n  if (rows.length < 100) break;\n  skip += 100;\n}') },
    { name: 'while there is more', code: over('let hasMore = true;\nwhile (hasMore) {\n  const rows = await prisma.item.findMany({ take: 100 });\n  hasMore = rows.length === 100;\n}') },
    {
      name: 'a cursor that is read row by row',
      code: "import { MongoClient } from 'mongodb';\nconst items = new MongoClient('mongodb://localhost').db().collection('items');\nexport async function run() {\n  const cursor = items.find({});\n  while (await cursor.hasNext()) console.log(await cursor.next());\n}",
    },
    { name: 'rows that are gathered, and removed once there are many', code: over('let gone: number[] = [];\nfor (const id of ids) {\n  gone.push(id);\n  if (gone.length === 500) {\n    await prisma.item.deleteMany({ where: { id: { in: gone } } });\n    gone = [];\n  }\n}') },
    { name: 'rows that are gathered, and removed by a function once there are many', code: over('const gone: number[] = [];\nfor (const id of ids) {\n  gone.push(id);\n  if (gone.length < 1000) continue;\n  await sweep(gone.splice(0));\n}', 'const sweep = (all: number[]) => prisma.item.deleteMany({ where: { id: { in: all } } });\n') },
    { name: 'a name that is tried until it is free', code: over("let slug = 'a';\nfor (let n = 2; await prisma.item.count({ where: { slug } }); n++) slug = `a-${n}`;") },
    {
      name: 'a cursor that for await reads',
      code: "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({}));\nexport async function run() {\n  for await (const item of Item.find().cursor()) console.log(item);\n}",
    },
    {
      name: 'a stream of rows',
      code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\nexport async function run() {\n  for await (const row of db('items').where('seen', false).stream()) console.log(row);\n}",
    },
    {
      name: 'rows that a library hands over by the hundred',
      code: "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({}));\nconst Line = mongoose.model('Line', new mongoose.Schema({}));\nexport async function run() {\n  await Item.find().cursor().eachAsync((items) => Line.deleteMany({ item: { $in: items } }), { batchSize: 100 });\n}",
    },
    {
      name: 'rows that a library hands over one by one',
      code: "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({}));\nexport async function run() {\n  await Item.find().cursor().eachAsync((item) => console.log(item));\n}",
    },
  ],
  invalid: [
    { name: 'a query for each row of a cursor', code: "import { MongoClient } from 'mongodb';\nconst db = new MongoClient('mongodb://localhost').db();\nexport async function run() {\n  const cursor = db.collection('items').find({});\n  while (await cursor.hasNext()) {\n    const item = await cursor.next();\n    console.log(await db.collection('owners').findOne({ _id: item.ownerId }));\n  }\n}", errors: [{ ...read, line: 7 }] },
    { name: 'a number of turns that a caller says', code: over('for (const seat of Array.from({ length: seats }, (_, at) => at)) await prisma.seat.findFirst({ where: { row: seat } });').replace('ids: number[]', 'seats = 1'), errors: [read] },
    { name: 'rows that each turn gathers for itself', code: over('for (const id of ids) {\n  const gone: number[] = [];\n  gone.push(id);\n  if (gone.length > 0) await prisma.item.deleteMany({ where: { id: { in: gone } } });\n}'), errors: [write] },
    { name: 'a list that is long, and an element of it', code: over('for (const id of ids) if (ids.length > 3) await prisma.item.delete({ where: { id } });'), errors: [write] },
    { name: 'elements instead of chunks', code: over(`for (const id of ids) ${FIND('[id]')};`), errors: [{ ...read, line: 4 }] },
    { name: 'each element of a chunk', code: over('for (const chunk of chunked(ids, 500)) {\n  for (const id of chunk) await prisma.item.findFirst({ where: { id } });\n}'), errors: [{ ...read, line: 5 }] },
    { name: 'each element of a batch, side by side', code: over('for (let i = 0; i < ids.length; i += 50) {\n  await Promise.all(ids.slice(i, i + 50).map((id) => prisma.item.update({ where: { id }, data: { seen: true } })));\n}'), errors: [{ ...write, line: 5 }] },
    { name: 'a stride of one', code: over('for (let i = 0; i < ids.length; i += 1) await prisma.item.findFirst({ where: { id: ids[i] } });'), errors: [{ ...read, line: 4 }] },
    { name: 'one at a time off a list', code: over('while (ids.length > 0) {\n  const id = ids.shift();\n  await prisma.item.findFirst({ where: { id } });\n}'), errors: [{ ...read, line: 6 }] },
    {
      name: 'each row of a page',
      code: over('let cursor = 0;\nwhile (cursor >= 0) {\n  const rows = await prisma.item.findMany({ take: 100, cursor: { id: cursor } });\n  for (const row of rows) await prisma.line.deleteMany({ where: { itemId: row.id } });\n  cursor = rows.at(-1)?.id ?? -1;\n}'),
      errors: [{ ...write, line: 7 }],
    },
    {
      name: 'each row that a library hands over',
      code: "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({}));\nexport async function run() {\n  await Item.find().cursor().eachAsync(async (item) => {\n    await item.save();\n  });\n}",
      errors: [{ ...write, line: 5 }],
    },
    {
      name: "each row of the driver's cursor",
      code: "import { MongoClient } from 'mongodb';\nconst db = new MongoClient('mongodb://localhost').db();\nexport async function run() {\n  await db.collection('items').find({}).forEach((item) => void db.collection('lines').deleteMany({ item: item._id }));\n}",
      errors: [{ ...write, line: 4, data: { what: '`lines.deleteMany`', loop: "per `item` of `db.collection('items').find({})`", remedy: 'use `insertMany`, `bulkWrite` or `updateMany`' } }],
    },
    {
      name: 'each row of db.each',
      code: "import sqlite3 from 'sqlite3';\nconst db = new sqlite3.Database('app.db');\nexport function run() {\n  db.each('SELECT * FROM items', (error, item) => {\n    db.run('DELETE FROM lines WHERE item_id = ?', [item.id]);\n  });\n}",
      errors: [{ ...write, line: 5 }],
    },
    {
      name: 'each row of a query of Postgres.js',
      code: "import postgres from 'postgres';\nconst sql = postgres('postgres://localhost');\nexport async function run() {\n  await sql`SELECT * FROM items`.forEach(async (item) => {\n    await sql`DELETE FROM lines WHERE item_id = ${item.id}`;\n  });\n}",
      errors: [{ ...write, line: 5 }],
    },
    {
      name: 'each row of a cursor',
      code: "import mongoose from 'mongoose';\nconst Item = mongoose.model('Item', new mongoose.Schema({}));\nconst Line = mongoose.model('Line', new mongoose.Schema({}));\nexport async function run() {\n  for await (const item of Item.find().cursor()) await Line.find({ item: item._id });\n}",
      errors: [{ ...read, line: 5 }],
    },
  ],
});

tester.run('no-n-plus-one: attempts', rule('no-n-plus-one'), {
  valid: [
    {
      name: 'a counted retry around a function, and a query handed to it',
      code: `${PRISMA}async function withRetry<T>(attempt: () => Promise<T>, most = 3, base = 200): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries + 1 >= most) throw error;
      await new Promise((resolve) => setTimeout(resolve, base * 2 ** tries));
    }
  }
}
export const load = (id: number) => withRetry(() => prisma.user.findUniqueOrThrow({ where: { id } }));`,
    },
    { name: 'a counted retry around a query', code: over('for (let attempt = 0; attempt < ids.length; attempt++) {\n  try {\n    return await prisma.item.count();\n  } catch {\n    await wait(100 * 2 ** attempt);\n  }\n}') },
    { name: 'while attempts are left', code: over('let retries = 5;\nwhile (retries-- > 0) {\n  try {\n    await prisma.item.create({ data: {} });\n    break;\n  } catch {\n    await wait(100);\n  }\n}') },
    { name: 'drawing until a name is free', code: over('let code;\ndo {\n  code = Math.random().toString(36);\n} while (await prisma.coupon.findFirst({ where: { code } }));\nreturn code;') },
    { name: 'counting up until a slug is free', code: over("let slug = 'post';\nlet n = 1;\nwhile (await prisma.post.findFirst({ where: { slug } })) slug = `post-${n++}`;\nreturn slug;") },
    { name: 'polling until a job is done', code: over('while (true) {\n  const job = await prisma.job.findFirst({ where: { id: 1 } });\n  if (job?.done) return job;\n  await wait(1000);\n}') },
    { name: 'walking up a tree, each turn by the last result', code: over('let node = await prisma.node.findFirst({ where: { id: 1 } });\nwhile (node?.parentId) node = await prisma.node.findFirst({ where: { id: node.parentId } });\nreturn node;') },
    { name: 'retry by recursion', code: `${PRISMA}export async function save(data: object, attempt = 1): Promise<unknown> {\n  try {\n    return await prisma.item.create({ data });\n  } catch (error) {\n    if (attempt > 3) throw error;\n    return save(data, attempt + 1);\n  }\n}` },
  ],
  invalid: [
    { name: 'a retry for every element', code: over('for (const id of ids) {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try {\n      await prisma.item.update({ where: { id }, data: { seen: true } });\n      break;\n    } catch {\n      await wait(100);\n    }\n  }\n}'), errors: [{ ...write, line: 7 }] },
    { name: 'a name drawn for every element', code: over('for (const id of ids) {\n  let code;\n  do code = `${id}-${Math.random()}`;\n  while (await prisma.coupon.findFirst({ where: { code } }));\n}'), errors: [{ ...read, line: 7 }] },
    { name: 'a slug for every element', code: over('for (const id of ids) {\n  let slug = `post-${id}`;\n  while (await prisma.post.findFirst({ where: { slug } })) slug += id;\n}'), errors: [{ ...read, line: 6 }] },
  ],
});

/** Workers that take elements off one list until it is empty. */
const CREW = 'const CREW = 4;\nasync function work(ids: number[]) {\n  const id = ids.pop();\n  if (id !== undefined) await prisma.item.update({ where: { id }, data: { seen: true } });\n}\n';

tester.run('no-n-plus-one: short lists', rule('no-n-plus-one'), {
  valid: [
    { name: 'a literal list', code: over("for (const name of ['admin', 'editor']) await prisma.role.create({ data: { name } });") },
    { name: 'two things that have names', code: over('const [sender, receiver] = ids;\nawait Promise.all([sender, receiver].map((id) => prisma.item.update({ where: { id }, data: { seen: true } })));') },
    { name: 'a constant list', code: over('for (const name of ROLES) await prisma.role.create({ data: { name } });', "const ROLES = ['admin', 'editor'] as const;\n") },
    { name: 'a frozen list', code: over('for (const name of ROLES) await prisma.role.create({ data: { name } });', "const ROLES = Object.freeze(['admin', 'editor']);\n") },
    { name: 'a part of a constant list', code: over("for (const name of ROLES.filter((role) => role !== 'admin')) await prisma.role.create({ data: { name } });", "const ROLES = ['admin', 'editor'];\n") },
    { name: 'the keys of a constant object', code: over('for (const name of Object.keys(LIMITS)) await prisma.limit.create({ data: { name } });', 'const LIMITS = { free: 1, paid: 10 };\n') },
    { name: 'the values of an enum', code: over('for (const state of Object.values(State)) await prisma.item.count({ where: { state } });', "enum State { Open = 'open', Done = 'done' }\n") },
    { name: "the values of a package's enum", code: over('await Promise.all(Object.values(Status).map((status) => prisma.item.count({ where: { status } })));') },
    { name: 'a small number of turns', code: over('for (let i = 0; i < 3; i++) await prisma.seat.create({ data: { row: i } });') },
    { name: 'a fixed number of turns, made into a list', code: over('await Promise.all(Array.from({ length: 3 }, (_, row) => prisma.seat.create({ data: { row } })));') },
    { name: 'as many as work at the same time', code: over('await Promise.all(Array.from({ length: Math.min(CREW, ids.length) }, () => work(ids)));', CREW) },
    { name: 'as many as work at the same time, by a name', code: over('const crew = Math.min(ids.length, CREW);\nawait Promise.all(Array.from({ length: crew }, () => work(ids)));', CREW) },
    { name: 'a list into which the code puts one by one', code: over('const touched: number[] = [];\nif (wait.length > 0) touched.push(first);\ntouched.push(second, third);\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });', 'const [first, second, third] = [1, 2, 3];\n') },
    { name: 'the same list, each once', code: over('const touched: number[] = [];\nif (wait.length > 0) touched.push(first);\ntouched.push(second, third);\nconst once = [...new Set(touched)];\nfor (const id of once) await prisma.item.update({ where: { id }, data: { seen: true } });', 'const [first, second, third] = [1, 2, 3];\n') },
    { name: 'the different ones among such', code: over('const touched = [first];\nif (wait.length > 0) touched.push(second);\nfor (const id of [...new Set(touched)]) await prisma.item.update({ where: { id }, data: { seen: true } });', 'const [first, second] = [1, 2];\n') },
    { name: 'such a list out of a function', code: over('for (const id of ends(ids)) await prisma.item.update({ where: { id }, data: { seen: true } });', 'function ends(ids: number[]) {\n  const found: number[] = [];\n  if (ids.length > 0) found.push(ids[0]);\n  if (ids.length > 1) found.push(ids[ids.length - 1]);\n  return found;\n}\n') },
    { name: 'a list that every caller writes out', code: over("await roles(['admin', 'editor']);", 'async function roles(names: string[]) {\n  for (const name of names) await prisma.role.create({ data: { name } });\n}\n') },
  ],
  invalid: [
    { name: 'a literal list that takes in another', code: over('for (const id of [0, ...ids]) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 4 }] },
    { name: 'a list that grows', code: over('const found: number[] = [1];\nfor (const id of ids) found.push(id);\nfor (const id of found) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 6 }] },
    { name: 'a list into which the code puts as many as it is given', code: over('const touched: number[] = [];\nif (wait.length > 0) touched.push(...ids);\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 6 }] },
    { name: 'a list that a function is given to fill', code: over('const touched: number[] = [];\ntouched.push(0);\ncollect(touched);\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 7 }] },
    { name: 'a list that a callback fills', code: over('const touched: number[] = [];\nids.forEach((id) => touched.push(id));\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 6 }] },
    { name: 'a list that starts with others', code: over('const touched = [...ids];\ntouched.push(0);\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 6 }] },
    { name: 'a list that is replaced', code: over('let touched: number[] = [];\ntouched.push(0);\ntouched = touched.concat(ids);\nfor (const id of touched) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 7 }] },
    { name: 'the different ones among many', code: over('for (const id of [...new Set(ids)]) await prisma.item.update({ where: { id }, data: { seen: true } });'), errors: [{ ...write, line: 4 }] },
    { name: 'a literal list that is data', code: over(`for (const name of [${Array.from({ length: 60 }, (_, i) => `'city ${i}'`).join(', ')}]) await prisma.city.create({ data: { name } });`), errors: [{ ...write, line: 4 }] },
    { name: 'an object that is filled', code: over('const counts: Record<string, number> = { zero: 0 };\nfor (const id of ids) counts[id] = 1;\nfor (const key of Object.keys(counts)) await prisma.item.findFirst({ where: { key } });'), errors: [{ ...read, line: 6 }] },
    { name: 'a list that one of two callers writes out', code: over("await roles(['admin']);\nawait roles(ids.map(String));", 'async function roles(names: string[]) {\n  for (const name of names) await prisma.role.create({ data: { name } });\n}\n'), errors: [{ ...write, line: 4 }] },
    { name: 'as many as there are', code: over('await Promise.all(Array.from({ length: ids.length }, () => work(ids)));', CREW), errors: [write] },
    { name: 'as many as there are, or very many', code: over('await Promise.all(Array.from({ length: Math.min(1000, ...sizes) }, () => work(ids)));', CREW), errors: [write] },
    { name: 'as many as there are, or more', code: over('await Promise.all(Array.from({ length: Math.max(CREW, ids.length) }, () => work(ids)));', CREW), errors: [write] },
    { name: 'turns by an unknown number', code: `${PRISMA}export async function run(seats: number) {\n  for (let i = 0; i < seats; i++) await prisma.seat.create({ data: { row: i } });\n}`, errors: [{ ...write, line: 4 }] },
  ],
});

const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";
const altering = (body: string) => `${KNEX}const runSql = (text, way) => db.raw(text);\nexport async function alter(builder, ids: number[]) {\n  ${body}\n}\n`;

tester.run('no-n-plus-one: lists of statements', rule('no-n-plus-one'), {
  valid: [
    { name: 'the text that each holds', code: altering('for (const statement of builder.toSQL()) await db.raw(statement.sql);') },
    { name: 'the text itself', code: altering('for (const statement of builder.statements) await db.raw(statement);') },
    { name: 'a text that was trimmed', code: altering("for (const statement of builder.toSQL()) {\n    const text = statement.sql.replace(/;$/, '');\n    await db.raw(text);\n  }") },
    { name: 'a text that a function runs', code: altering("for (const statement of builder.toSQL()) await runSql(statement.sql, 'copy');") },
  ],
  invalid: [
    { name: 'one text for each element', code: altering('for (const id of ids) await db.raw(`SELECT * FROM items WHERE id = ${id}`);'), errors: [read] },
    { name: 'one text, and a value of the element', code: altering("for (const id of ids) await db.raw('SELECT * FROM items WHERE id = ?', [id]);"), errors: [read] },
    { name: 'a text that a function runs, and makes of a value', code: altering("for (const id of ids) await runSql(`SELECT * FROM items WHERE id = ${id}`, 'copy');"), errors: [read] },
  ],
});
