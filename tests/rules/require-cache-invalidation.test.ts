import { describe, expect, it } from 'vitest';
import { judge, lintProject, rule, tester } from '#kit';
import { marked } from './marked.kit.js';

const RULE = 'require-cache-invalidation';
const stale = (name: string, text: string, data?: Readonly<Record<string, string>>) => marked(name, 'stale', text, data && { data });

const PRISMA = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const REDIS = `${PRISMA}import Redis from 'ioredis';\nconst redis = new Redis();\n`;
const READ = "export async function find(id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const user = await prisma.user.findUnique({ where: { id } });\n  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 300);\n  return user;\n}\n";
const UPDATE = "prisma.user.update({ where: { id }, data: { name: 'x' } })";
/** A module that keeps users under their id, and a function beside it. */
const users = (body: string, { preamble = REDIS, read = READ, before = '' }: { readonly preamble?: string; readonly read?: string; readonly before?: string } = {}): string => `${preamble}${before}${read}export async function change(id: string) {\n  ${body}\n}\n`;
const knex = (body: string): string => `import knex from 'knex';\nimport Redis from 'ioredis';\nconst db = knex({});\nconst redis = new Redis();\nexport async function find(id: string) {\n  const kept = await redis.get(\`user:\${id}\`);\n  if (kept) return JSON.parse(kept);\n  const user = await db('users').where({ id }).first();\n  await redis.set(\`user:\${id}\`, JSON.stringify(user), 'EX', 300);\n}\nexport function change(name: string) {\n  ${body}\n}\n`;

tester.run(`${RULE}: what changes a row`, rule(RULE), {
  valid: [
    { name: 'an update that deletes the key', code: users(`await ${UPDATE};\n  await redis.del(\`user:\${id}\`);`) },
    { name: 'a new row', code: users("await prisma.user.create({ data: { name: 'x' } });") },
    { name: 'another model', code: users("await prisma.team.update({ where: { id }, data: { name: 'x' } });") },
    { name: 'a read', code: users('return prisma.user.findUnique({ where: { id } });') },
    { name: 'the cache itself', code: users("await redis.set(`team:${id}`, '1', 'EX', 300);") },
    { name: 'a query of who knows what', code: users('await db.user.update({ where: { id }, data: {} });') },
    { name: 'the function that keeps the row changes it first', code: `${REDIS}export async function find(id: string) {\n  const kept = await redis.get(\`user:\${id}\`);\n  if (kept) return JSON.parse(kept);\n  await ${UPDATE};\n  const user = await prisma.user.findUnique({ where: { id } });\n  await redis.set(\`user:\${id}\`, JSON.stringify(user), 'EX', 300);\n  return user;\n}\n` },
    { name: 'an insert in SQL', code: "import { Pool } from 'pg';\nimport Redis from 'ioredis';\nconst pool = new Pool();\nconst redis = new Redis();\nexport async function find(id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const found = await pool.query('SELECT * FROM users WHERE id = $1', [id]);\n  await redis.set(`user:${id}`, JSON.stringify(found), 'EX', 300);\n}\nexport const add = (name: string) => pool.query('INSERT INTO users (name) VALUES ($1)', [name]);\n" },
    { name: 'an insert of a builder', code: knex("return db('users').insert({ name });") },
    { name: 'a save of a row that was not read', code: "import { DataSource } from 'typeorm';\nimport Redis from 'ioredis';\nclass User {}\nconst redis = new Redis();\nexport async function find(source: DataSource, id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const user = await source.getRepository(User).findOneBy({ id });\n  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 300);\n}\nexport async function add(source: DataSource, name: string) {\n  await source.getRepository(User).save({ name });\n}\n" },
  ],
  invalid: [
    stale('an update', users(`await «${UPDATE}»;`), { what: '`user.update`', line: '9', key: '`user:${id}`' }),
    stale('a removal', users('await «prisma.user.delete({ where: { id } })»;')),
    stale('many at once', users('await «prisma.user.updateMany({ data: { active: false } })»;')),
    stale('an upsert', users('await «prisma.user.upsert({ where: { id }, create: {}, update: {} })»;')),
    stale('SQL', "import { Pool } from 'pg';\nimport Redis from 'ioredis';\nconst pool = new Pool();\nconst redis = new Redis();\nexport async function find(id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const found = await pool.query('SELECT * FROM users WHERE id = $1', [id]);\n  await redis.set(`user:${id}`, JSON.stringify(found), 'EX', 300);\n}\nexport const rename = (id: string) => «pool.query('UPDATE users SET name = 1 WHERE id = $1', [id])»;\n"),
    stale('an update of a builder', knex("return «db('users').where({ name }).update({ name })»;")),
    stale('a save of a row that was read', "import { DataSource } from 'typeorm';\nimport Redis from 'ioredis';\nclass User {}\nconst redis = new Redis();\nexport async function find(source: DataSource, id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const user = await source.getRepository(User).findOneBy({ id });\n  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 300);\n}\nexport async function rename(source: DataSource, id: string) {\n  const user = await source.getRepository(User).findOneBy({ id });\n  await «source.getRepository(User).save({ ...user, name: 'x' })»;\n}\n"),
    stale('Mongoose', "import mongoose from 'mongoose';\nimport Redis from 'ioredis';\nconst redis = new Redis();\nconst User = mongoose.model('User', new mongoose.Schema({}));\nexport async function find(id: string) {\n  const kept = await redis.get(`user:${id}`);\n  if (kept) return JSON.parse(kept);\n  const user = await User.findById(id);\n  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 300);\n}\nexport async function rename(id: string) {\n  await «User.updateOne({ _id: id }, { name: 'x' })»;\n}\n"),
    stale('a class', `${PRISMA}import Redis from 'ioredis';\nexport class Users {\n  constructor(private readonly redis: Redis) {}\n  async find(id: string) {\n    const kept = await this.redis.get(\`user:\${id}\`);\n    if (kept) return JSON.parse(kept);\n    const user = await prisma.user.findUnique({ where: { id } });\n    await this.redis.setex(\`user:\${id}\`, 300, JSON.stringify(user));\n    return user;\n  }\n  rename(id: string) {\n    return «${UPDATE}»;\n  }\n}\n`),
    stale('a cache of the process', users(`await «${UPDATE}»;`, { preamble: `${PRISMA}import { LRUCache } from 'lru-cache';\nconst redis = new LRUCache({ max: 100 });\n`, read: "export async function find(id: string) {\n  const kept = redis.get(`user:${id}`);\n  if (kept) return kept;\n  const user = await prisma.user.findUnique({ where: { id } });\n  redis.set(`user:${id}`, user);\n  return user;\n}\n" })),
  ],
});

const kept = (key: string, more = '', value = 'JSON.stringify(user)'): string => `export async function find(id: string) {\n  const kept = await redis.get(${key});\n  if (kept) return JSON.parse(kept);\n  const user = await prisma.user.findUnique({ where: { id } });\n  await redis.set(${key}, ${value}${more});\n  return user;\n}\n`;

tester.run(`${RULE}: what is kept`, rule(RULE), {
  valid: [
    { name: 'an entry that nothing reads here', code: users(`await ${UPDATE};`, { read: "export async function keep(id: string) {\n  const user = await prisma.user.findUnique({ where: { id } });\n  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 300);\n}\n" }) },
    { name: 'another entry that is read', code: users(`await ${UPDATE};`, { read: READ.replace('redis.get(`user:', 'redis.get(`other:') }) },
    { name: 'an entry that lives for a minute', code: users(`await ${UPDATE};`, { read: kept('`user:${id}`', ", 'EX', 60") }) },
    { name: 'an entry that lives for seconds, in milliseconds', code: users(`await ${UPDATE};`, { read: kept('`user:${id}`', ", 'PX', 30000") }) },
    { name: 'a key with a version', code: users(`await ${UPDATE};`, { read: kept('`user:${id}:${version}`', ", 'EX', 300") }) },
    { name: 'a key with the time of the last change', code: users(`await ${UPDATE};`, { read: kept('`user:${id}:${updatedAt}`', ", 'EX', 300") }) },
    { name: 'a key of which nothing is fixed', code: users(`await ${UPDATE};`, { read: kept('id', ", 'EX', 300") }) },
    { name: 'a key that begins with next to nothing', code: users(`await ${UPDATE};`, { read: kept('`u:${id}`', ", 'EX', 300") }) },
    { name: 'something that was worked out', code: users(`await ${UPDATE};`, { read: kept('`user:${id}`', ", 'EX', 300", 'String(total)') }) },
    { name: 'a number of rows', code: users(`await ${UPDATE};`, { read: kept('`user:${id}`', ", 'EX', 300").replace('findUnique({ where: { id } })', 'count()') }) },
    { name: 'a number that is counted', code: users(`await ${UPDATE};`, { read: "export const hit = (id: string) => redis.incr(`user:${id}`);\n" }) },
    { name: 'a row that another class keeps', code: `${REDIS}export class Users {\n  ${READ.replace('export async function', 'async')}}\nexport class Admin {\n  rename(id: string) { return ${UPDATE}; }\n}\n` },
  ],
  invalid: [
    stale('an entry that lives for five minutes', users(`await «${UPDATE}»;`, { read: kept('`user:${id}`', ", 'EX', 300") })),
    stale('an entry that lives for ever', users(`await «${UPDATE}»;`, { read: kept('`user:${id}`') })),
    stale('a lifetime that is spread', users(`await «${UPDATE}»;`, { read: kept('`user:${id}`', ', ...lifetime') })),
    stale('a fixed key', users(`await «${UPDATE}»;`, { read: kept("'users:all'", ", 'EX', 300") }), { what: '`user.update`', line: '9', key: "`'users:all'`" }),
    stale('a key in a name', users(`await «${UPDATE}»;`, { read: kept('key', ", 'EX', 300").replace('const kept', 'const key = `user:${id}`;\n  const kept') })),
    stale('a row as it stands', users(`await «${UPDATE}»;`, { read: kept('`user:${id}`', ", 'EX', 300", 'await prisma.user.findUnique({ where: { id } })') })),
    stale('what a function loads', users(`await «${UPDATE}»;`, { before: 'const load = (id: string) => prisma.user.findUnique({ where: { id } });\n', read: kept('`user:${id}`', ", 'EX', 300").replace('prisma.user.findUnique({ where: { id } })', 'load(id)') })),
    stale('an entry that is written in two branches', users(`await «${UPDATE}»;`, { read: kept('`user:${id}`', ", 'EX', 300").replace('  return user;', "  if (!user) await redis.set(`user:${id}`, 'null', 'EX', 300);\n  return user;") })),
    stale('a key that is put together at length', users(`await «${UPDATE}»;`, { read: kept("`user:${id}` + ':of-the-tenant-in-which-they-were-first-seen:' + `and-not-of-any-other-one:${id}`", ", 'EX', 300") }), { what: '`user.update`', line: '9', key: 'its key' }),
    stale('a list', users(`await «${UPDATE}»;`, { read: kept("'users:all'", ", 'EX', 300").replace('findUnique({ where: { id } })', 'findMany()') })),
    stale('a key that a function makes', users(`await «${UPDATE}»;`, { before: 'const keyOf = (id: string) => `user:${id}`;\n', read: kept('keyOf(id)', ", 'EX', 300") })),
    stale('an update beside functions that call one another', users(`await «${UPDATE}»;\n  tell(id);`, { before: 'const tell = (id: string): void => retell(id);\nconst retell = (id: string): void => tell(id);\n', read: kept('`user:${id}`', ", 'EX', 300") })),
    stale('a key that a function makes of itself', users(`await «${UPDATE}»;`, { before: 'const keyOf = (id: string): string => `user:${keyOf(id)}`;\n', read: kept('keyOf(id)', ", 'EX', 300") })),
    stale('a cache that loads by itself', users(`await «${UPDATE}»;`, { preamble: `${PRISMA}import { caching } from 'cache-manager';\nimport { redisStore } from './store';\nconst cache = await caching(redisStore);\n`, read: 'export const find = (id: string) => cache.wrap(`user:${id}`, () => prisma.user.findUnique({ where: { id } }), 600000);\n' })),
  ],
});

const WRAPPER = 'const keep = (key: string, value: unknown) => redis.set(`app:${key}`, JSON.stringify(value), \'EX\', 300);\nconst recall = (key: string) => redis.get(`app:${key}`);\nconst drop = (key: string) => redis.del(`app:${key}`);\n';
const WRAPPED = "export async function find(id: string) {\n  const kept = await recall(`user:${id}`);\n  if (kept) return kept;\n  const user = await prisma.user.findUnique({ where: { id } });\n  await keep(`user:${id}`, user);\n  return user;\n}\n";
const REMEMBER = "async function remember(key: string, load: () => Promise<unknown>) {\n  const kept = await redis.get(key);\n  if (kept) return JSON.parse(kept);\n  const value = await load();\n  await redis.set(key, JSON.stringify(value), 'EX', 300);\n  return value;\n}\n";
const REMEMBERED = 'export const find = (id: string) => remember(`user:${id}`, () => prisma.user.findUnique({ where: { id } }));\n';

tester.run(`${RULE}: helpers`, rule(RULE), {
  valid: [
    { name: 'a helper that deletes the key', code: users(`await ${UPDATE};\n  await forgotten(id);`, { before: 'const forgotten = (id: string) => redis.del(`user:${id}`);\n' }) },
    { name: 'helpers for all that is done', code: users(`await ${UPDATE};\n  await drop(\`user:\${id}\`);`, { before: WRAPPER, read: WRAPPED }) },
    { name: 'a helper that nobody knows, by its name', code: users(`await ${UPDATE};\n  await invalidateUser(id);`) },
    { name: 'a cache that nobody knows', code: users(`await ${UPDATE};\n  await userCache.delete(id);`) },
    { name: 'everything is thrown away', code: users(`await ${UPDATE};\n  await redis.flushall();`) },
    { name: 'the new row is written to the entry', code: users(`const user = await ${UPDATE};\n  await redis.set(\`user:\${id}\`, JSON.stringify(user), 'EX', 300);`) },
    { name: 'a key that may be the same one', code: users(`await ${UPDATE};\n  await redis.del(keyOf(id));`) },
    { name: 'a helper whose key stands in an object may take any', code: users(`await ${UPDATE};\n  await put({ key: 'x' });`, { before: "const put = ({ key }: { key: string }) => redis.set(key, '1', 'EX', 300);\n" }) },
    { name: 'others are told', code: users(`await ${UPDATE};\n  events.emit('user.changed', id);`) },
    { name: 'others are told by a helper', code: users(`await ${UPDATE};\n  await told(id);`, { before: "const told = async (id: string) => { bus.publish('user', id); };\n" }) },
    { name: 'another entry of the same function', code: users(`await ${UPDATE};\n  await redis.set(\`team:\${id}\`, '1', 'EX', 300);`) },
    { name: 'a decorator', code: `${REDIS}export class Users {\n  ${READ.replace('export async function', 'async')}  @CachePut('users')\n  rename(id: string) { return ${UPDATE}; }\n}\n` },
    { name: 'an entry that a helper loads and another removes', code: users(`await ${UPDATE};\n  await redis.del(\`user:\${id}\`);`, { before: REMEMBER, read: REMEMBERED }) },
  ],
  invalid: [
    stale('helpers that keep and recall', users(`await «${UPDATE}»;`, { before: WRAPPER, read: WRAPPED })),
    stale('a helper that loads', users(`await «${UPDATE}»;`, { before: REMEMBER, read: REMEMBERED })),
    stale('a helper that deletes another key', users(`await «${UPDATE}»;`, { before: `${WRAPPER}export const other = (id: string) => drop(\`team:\${id}\`);\n`, read: WRAPPED })),
    stale('a call that has no name', users(`await «${UPDATE}»;\n  logger()(id);`, { before: 'const logger = () => (id: string) => console.log(id);\n' })),
    stale('a helper that does something else', users(`await «${UPDATE}»;\n  await log(id);`, { before: 'const log = async (id: string) => { console.log(id); };\n' })),
    stale('a list in memory that is cleared', users(`await «${UPDATE}»;\n  seen.delete(id);`, { before: 'const seen = new Set<string>();\n' })),
    stale('a decorator of another kind', `${REDIS}export class Users {\n  ${READ.replace('export async function', 'async')}  @Logged()\n  rename(id: string) { return «${UPDATE}»; }\n}\n`),
    stale('a helper that calls itself', users(`await «${UPDATE}»;\n  await log(id);`, { before: 'const log = async (id: string): Promise<void> => { await log(id); };\n' })),
  ],
});

describe(`${RULE}: other files`, () => {
  const guilty = (mark: boolean) => `${REDIS}${READ}export async function rename(id: string) {\n  await ${UPDATE};${mark ? ` // expect: ${RULE}/stale` : ''}\n}\n`;
  const other = (body: string) => `import Redis from 'ioredis';\nconst redis = new Redis();\nexport async function after(id: string) {\n  ${body}\n}\n`;

  it.each([
    ['deletes the key', 'await redis.del(`user:${id}`);', false],
    ['deletes by a helper that nobody knows', "await invalidate('user:', id);", false],
    ['deletes another key', 'await redis.del(`team:${id}`);', true],
    ['reads the key', 'await redis.get(`user:${id}`);', true],
  ])('one that %s', (_title, body, mark) => {
    const { found, expected } = judge({ 'src/users.ts': guilty(mark), 'src/other.ts': other(body) }, { rules: { [RULE]: {} } });
    expect(found).toEqual(expected);
  });

  const SERVICE = `${REDIS}import { Store } from './store';\nexport class Users {\n  constructor(private readonly store: Store) {}\n  async find(id: string) {\n    const kept = await redis.get(\`user:\${id}\`);\n    if (kept) return JSON.parse(kept);\n    const user = await this.store.load(id);\n    await redis.set(\`user:\${id}\`, JSON.stringify(user), 'EX', 300);\n    return user;\n  }\n  rename(id: string) {\n    return this.store.rename(id, true);MARK\n  }\n}\n`;
  const store = (rename: string) => `${REDIS}export class Store {\n  load(id: string) { return prisma.user.findUnique({ where: { id } }); }\n  async rename(id: string, loud: boolean) {\n    ${rename}\n  }\n}\n`;

  it.each([
    ['changes the row', `await ${UPDATE};`, true],
    ['changes the row where it is told to', `if (loud) await ${UPDATE};`, true],
    ['adds a row', "await prisma.user.create({ data: { name: 'x' } });", false],
    ['changes the row and sees to the cache', `await ${UPDATE};\n    await redis.del(prefix + id);`, false],
  ])('a store that %s', (_title, body, mark) => {
    const { found, expected } = judge({ 'src/users.ts': SERVICE.replace('MARK', mark ? ` // expect: ${RULE}/stale` : ''), 'src/store.ts': store(body) }, { rules: { [RULE]: {} } });
    expect(found).toEqual(expected);
  });

  it('a store that is called by no name', () => {
    const found = lintProject({ 'src/users.ts': SERVICE.replace('MARK', '').replace('this.store.rename(id, true)', 'renamer()(id, true)').replace('export class', "import { renamer } from './renamer';\nexport class"), 'src/store.ts': store(''), 'src/renamer.ts': `${PRISMA}async function rename(id: string) { await ${UPDATE}; }\nexport const renamer = () => rename;\n` }, { rules: { [RULE]: {} } });
    expect(found.map(({ message }) => message)).toEqual(['`the call` (which reaches `user.update` at renamer.ts:3) changes what line 13 keeps in the cache under `user:${id}`, and nothing removes that entry: readers get the old row until it expires. Delete the key after the change.']);
  });

  it.each([
    ['deletes what a function names', 'await redis.del(userKey(id));', false],
    ['reads what a function names', 'await redis.get(userKey(id));', true],
  ])('one that %s', (_title, body, mark) => {
    const keys = { 'src/keys.ts': 'export const userKey = (id: string) => `user:${id}`;\n' };
    const withKeys = (text: string) => `import { userKey } from './keys';\n${text.replaceAll('`user:${id}`', 'userKey(id)')}`;
    const { found, expected } = judge({ ...keys, 'src/users.ts': withKeys(guilty(mark)), 'src/other.ts': withKeys(other(body)) }, { rules: { [RULE]: {} } });
    expect(found).toEqual(expected);
  });
});
