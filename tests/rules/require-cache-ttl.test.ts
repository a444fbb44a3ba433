import { judge, rule, tester } from '#kit';
import { describe, expect, it } from 'vitest';

const IOREDIS = "import Redis from 'ioredis';\nconst redis = new Redis();\n";
const REDIS = "import { createClient } from 'redis';\nconst redis = createClient();\n";
const UPSTASH = "import { Redis } from '@upstash/redis';\nconst redis = Redis.fromEnv();\n";
const KEYV = "import Keyv from 'keyv';\n";
const MANAGER = "import { caching, createCache } from 'cache-manager';\nimport { redisStore } from './store';\n";

/** A function of a user's id and row, around a statement. */
const keeping = (head: string, ...statements: string[]) => `${head}export async function keep(id: string, user: object, ttl: number) {\n${statements.map((each) => `  ${each}\n`).join('')}}\n`;

/** A case whose one report stands on the marked call. */
function endless(name: string, marked: string, data?: Record<string, string>) {
  const [before = '', guilty = '', after = ''] = marked.split(/[«»]/);
  const start = before.split('\n');
  const place = { line: start.length, column: (start.at(-1)?.length ?? 0) + 1, endColumn: (start.at(-1)?.length ?? 0) + 1 + guilty.length };
  return { name, code: before + guilty + after, errors: [{ messageId: 'noExpiry' as const, ...place, ...(data && { data }) }] };
}

tester.run('require-cache-ttl: Redis', rule('require-cache-ttl'), {
  valid: [
    { name: 'ioredis, EX', code: keeping(IOREDIS, "await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 60);") },
    { name: 'ioredis, px in lower case', code: keeping(IOREDIS, "await redis.set(`user:${id}`, JSON.stringify(user), 'px', ttl);") },
    { name: 'ioredis, setex', code: keeping(IOREDIS, 'await redis.setex(`user:${id}`, 60, JSON.stringify(user));') },
    { name: 'ioredis, an expiry that is kept', code: keeping(IOREDIS, "await redis.set(`user:${id}`, JSON.stringify(user), 'KEEPTTL');") },
    { name: 'a lock with an expiry', code: keeping(IOREDIS, "await redis.set(`lock:${id}`, '1', 'EX', 10, 'NX');") },
    { name: 'an expire after it', code: keeping(IOREDIS, 'await redis.set(`user:${id}`, JSON.stringify(user));', 'await redis.expire(`user:${id}`, 60);') },
    { name: 'an expire in a pipeline', code: keeping(IOREDIS, 'await redis.pipeline().set(`user:${id}`, JSON.stringify(user)).expire(`user:${id}`, 60).exec();') },
    { name: 'a counter', code: keeping(IOREDIS, 'await redis.set(`visits:${id}`, 0);', 'await redis.incr(`visits:${id}`);') },
    { name: 'redis, EX', code: keeping(REDIS, 'await redis.set(`user:${id}`, JSON.stringify(user), { EX: 60 });') },
    { name: 'redis, setEx', code: keeping(REDIS, 'await redis.setEx(`user:${id}`, 60, JSON.stringify(user));') },
    { name: 'redis, options in a constant', code: keeping(REDIS, 'const options = { PX: ttl, NX: true };', 'await redis.set(`user:${id}`, JSON.stringify(user), options);') },
    { name: 'redis, options of who knows where', code: keeping(REDIS, 'await redis.set(`user:${id}`, JSON.stringify(user), settings);') },
    { name: 'redis, options that are spread', code: keeping(REDIS, 'await redis.set(`user:${id}`, JSON.stringify(user), { ...settings });') },
    { name: 'redis, arguments that are spread', code: keeping(IOREDIS, 'await redis.set(`user:${id}`, JSON.stringify(user), ...(ttl ? ["EX", ttl] : []));') },
    { name: 'Upstash, ex', code: keeping(UPSTASH, 'await redis.set(`user:${id}`, user, { ex: 60 });') },
    { name: 'one entry that is only written over', code: keeping(IOREDIS, "await redis.set('last-run', String(Date.now()));") },
    { name: 'a mark that is asked for first, and taken away by hand', code: keeping(IOREDIS, 'if (await redis.get(`done:${id}`)) return;', "await redis.set(`done:${id}`, 'true');") + 'export const again = (id: string) => redis.del(`done:${id}`);\n' },
    { name: 'state that is taken away by hand, among others', code: keeping(IOREDIS, 'await redis.set(`online:${id}`, "1");') + 'export const leave = (id: string) => redis.del(`queue:${id}`, `online:${id}`);\n' },
    { name: 'state that is taken away by hand, in a list', code: keeping(IOREDIS, 'await redis.set(`online:${id}`, "1");') + 'export const leave = (id: string) => redis.del([`queue:${id}`, `online:${id}`]);\n' },
    { name: 'state that is taken away by hand', code: keeping(IOREDIS, 'await redis.set(`online:${id}`, "1");') + 'export const leave = (id: string) => redis.del(`online:${id}`);\n' },
    { name: 'a hash, which is no copy', code: keeping(IOREDIS, "await redis.hset('users', id, JSON.stringify(user));") },
    { name: 'a branch with no expiry where the caller gave none', code: keeping(IOREDIS, 'if (ttl) await redis.set(`user:${id}`, "1", "EX", ttl);', 'else await redis.set(`user:${id}`, "1");') },
    { name: 'a wrapper beside one that takes an expiry', code: `${IOREDIS}export const set = (key: string, value: string) => redis.set(key, value);\nexport const setFor = (key: string, value: string, ttl: number) => redis.set(key, value, 'EX', ttl);\n` },
    { name: 'the id of what another service has just made', code: keeping(IOREDIS, 'let threadId = await redis.get(`thread:${id}`);', 'if (!threadId) {', '  const thread = await chat.createThread(user);', '  threadId = thread.threadId;', '  await redis.set(`thread:${id}`, threadId);', '}') },
    { name: 'a map in memory', code: keeping('const redis = new Map();\n', 'redis.set(`user:${id}`, user);') },
    { name: 'a cache in memory', code: keeping("import { LRUCache } from 'lru-cache';\nconst cache = new LRUCache({ max: 100 });\n", 'cache.set(`user:${id}`, user);') },
    { name: 'when the process starts', code: `${IOREDIS}for (const key of ['a', 'b']) await redis.set(\`flag:\${key}\`, '1');\n` },
  ],
  invalid: [
    endless('ioredis', keeping(IOREDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;'), { method: 'set', key: '`user:${id}`', remedy: "`set(key, value, 'EX', seconds)`" }),
    endless('ioredis, a lock without an expiry', keeping(IOREDIS, "await «redis.set(`lock:${id}`, '1', 'NX')»;")),
    endless('ioredis, a key by a helper', keeping(`${IOREDIS}const keyOf = (id: string) => \`user:\${id}\`;\n`, 'await «redis.set(keyOf(id), JSON.stringify(user))»;'), { method: 'set', key: '`keyOf(id)`', remedy: "`set(key, value, 'EX', seconds)`" }),
    endless('ioredis, an expire of another key', keeping(IOREDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;', 'await redis.expire(`team:${id}`, 60);')),
    endless('ioredis, a counter of another key', keeping(IOREDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;', 'await redis.incr(`visits:${id}`);')),
    endless('ioredis, in a pipeline', keeping(IOREDIS, 'await «redis.pipeline().set(`user:${id}`, JSON.stringify(user))».exec();')),
    endless('the id of what another service has looked up', keeping(IOREDIS, 'let threadId = await redis.get(`thread:${id}`);', 'if (!threadId) {', '  const thread = await chat.findThread(user);', '  threadId = thread.threadId;', '  await «redis.set(`thread:${id}`, threadId)»;', '}')),
    endless('what another service has just made, whole', keeping(IOREDIS, 'await «redis.set(`token:${id}`, await bank.createToken(user))»;')),
    endless('the id of a row, which can be read anew', keeping(`${IOREDIS}import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n`, 'const order = await prisma.order.create({ data: user });', 'await «redis.set(`order:${id}`, order.id)»;')),
    endless('one entry that is read first', keeping(IOREDIS, "const known = await redis.get('stats');", 'if (known) return known;', "await «redis.set('stats', JSON.stringify(user))»;")),
    endless('a mark that is asked for first, and never taken away', keeping(IOREDIS, 'if (await redis.get(`done:${id}`)) return;', "await «redis.set(`done:${id}`, 'true')»;")),
    endless('state beside what is taken away by hand', keeping(IOREDIS, 'await «redis.set(`online:${id}`, "1")»;') + 'export const leave = (id: string, keys: string[]) => redis.del(`queue:${id}`, ...keys);\n'),
    endless('an entry that is read first and removed elsewhere', keeping(IOREDIS, 'const known = await redis.get(`user:${id}`);', 'if (known) return known;', 'await «redis.set(`user:${id}`, JSON.stringify(user))»;') + 'export const drop = (id: string) => redis.del(`user:${id}`);\n'),
    endless('redis', keeping(REDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;'), { method: 'set', key: '`user:${id}`', remedy: '`set(key, value, { EX: seconds })`' }),
    endless('redis, other options', keeping(REDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user), { NX: true })»;')),
    endless('redis, an injected client', "import { RedisClientType } from 'redis';\nexport class Users {\n  constructor(private readonly redis: RedisClientType) {}\n  keep(id: string) {\n    return «this.redis.set(`user:${id}`, '1')»;\n  }\n}\n"),
    endless('Upstash', keeping(UPSTASH, 'await «redis.set(`user:${id}`, user)»;'), { method: 'set', key: '`user:${id}`', remedy: '`set(key, value, { ex: seconds })`' }),
    endless('a wrapper with no other', `${IOREDIS}export const set = (key: string, value: string) => «redis.set(key, value)»;\n`),
  ],
});

tester.run('require-cache-ttl: caches with a client', rule('require-cache-ttl'), {
  valid: [
    { name: 'Keyv, a ttl at the call', code: keeping(`${KEYV}const cache = new Keyv('redis://localhost');\n`, 'await cache.set(`user:${id}`, user, 60_000);') },
    { name: 'Keyv, a ttl of the client', code: keeping(`${KEYV}const cache = new Keyv('redis://localhost', { ttl: 60_000 });\n`, 'await cache.set(`user:${id}`, user);') },
    { name: 'Keyv, in memory', code: keeping(`${KEYV}const cache = new Keyv();\n`, 'await cache.set(`user:${id}`, user);') },
    { name: 'Keyv, a namespace in memory', code: keeping(`${KEYV}const cache = new Keyv({ namespace: 'users' });\n`, 'await cache.set(`user:${id}`, user);') },
    { name: 'Keyv, a client of who knows where', code: "import Keyv from 'keyv';\nexport const keep = (cache: Keyv, id: string) => cache.set(`user:${id}`, 1);\n" },
    { name: 'cache-manager, in memory', code: keeping(`${MANAGER}const cache = await caching('memory');\n`, 'await cache.set(`user:${id}`, user);') },
    { name: 'cache-manager, a ttl of the client', code: keeping(`${MANAGER}const cache = await caching(redisStore, { ttl: 5000 });\n`, 'await cache.set(`user:${id}`, user);') },
    { name: 'cache-manager, wrap with a ttl', code: keeping(`${MANAGER}const cache = await caching(redisStore);\n`, 'await cache.wrap(`user:${id}`, () => load(id), ttl);') },
    { name: 'memjs, expires', code: keeping("import { Client } from 'memjs';\nconst cache = Client.create();\n", 'await cache.set(`user:${id}`, "1", { expires: 60 });') },
  ],
  invalid: [
    endless('Keyv', keeping(`${KEYV}const cache = new Keyv('redis://localhost');\n`, 'await «cache.set(`user:${id}`, user)»;')),
    endless('Keyv, a store', keeping(`${KEYV}import { Store } from './store';\nlet cache: Keyv;\nexport function start() {\n  cache = new Keyv({ store: new Store() });\n}\n`, 'await «cache.set(`user:${id}`, user)»;')),
    endless('cache-manager', keeping(`${MANAGER}const cache = await caching(redisStore);\n`, 'await «cache.set(`user:${id}`, user)»;')),
    endless('cache-manager, stores', keeping(`${MANAGER}const cache = createCache({ stores: [redisStore] });\n`, 'await «cache.set(`user:${id}`, user)»;')),
    endless('cache-manager, wrap', keeping(`${MANAGER}const cache = await caching(redisStore);\n`, 'await «cache.wrap(`user:${id}`, () => load(id))»;')),
    endless('memjs', keeping("import { Client } from 'memjs';\nconst cache = Client.create();\n", 'await «cache.set(`user:${id}`, "1")»;')),
  ],
});

tester.run('require-cache-ttl: keys', rule('require-cache-ttl'), {
  valid: [
    { name: 'an expire of the same key, put together in another way', code: keeping(IOREDIS, 'await redis.set(`user:${id}`, JSON.stringify(user));', "await redis.expire('user:' + id, 60);") },
    { name: 'a fixed key of a table', code: keeping(`${IOREDIS}const KEYS = { stats: 'stats', users: 'users' };\n`, 'await redis.set(KEYS.stats, JSON.stringify(user));') },
    { name: 'an expire of a key of a helper', code: keeping(`${IOREDIS}const keyOf = (id: string, deep?: boolean) => { if (deep) return \`user:\${id}\`; return 'user:' + id; };\n`, 'await redis.set(keyOf(id, true), JSON.stringify(user));', 'await redis.expire(`user:${id}`, 60);') },
  ],
  invalid: [
    endless('an expire of another key that is put together', keeping(IOREDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;', "await redis.expire('team:' + id, 60);")),
    endless('a key that is picked from a table', keeping(`${IOREDIS}const KEYS = { stats: 'stats', users: 'users' };\n`, 'await «redis.set(KEYS[id], JSON.stringify(user))»;')),
    endless('a key that is worked out', keeping(IOREDIS, 'await «redis.set(Number(id) - 1, JSON.stringify(user))»;')),
    endless('a key of a helper that nobody sees', keeping(`${IOREDIS}import { keyOf } from './nowhere';\n`, 'await «redis.set(keyOf(id), JSON.stringify(user))»;')),
    endless('a key of a helper that gives one of two', keeping(`${IOREDIS}const keyOf = (id: string, deep?: boolean) => { if (deep) return \`user:\${id}\`; return 'team:' + id; };\n`, 'await «redis.set(keyOf(id, true), JSON.stringify(user))»;', 'await redis.expire(`user:${id}`, 60);')),
    endless('a key of a helper that calls itself', keeping(`${IOREDIS}const keyOf = (id: string): string => (id ? keyOf(id.slice(1)) : keyOf(id));\nconst again = (id: string): string => again(id);\n`, 'await «redis.set(again(keyOf(id)), JSON.stringify(user))»;')),
    endless('a row that is taken apart', `${IOREDIS}export async function keep({ id, name }: User) {\n  await «redis.set(\`user:\${id}\`, name)»;\n}\n`),
    endless('a cache that is emptied now and then', keeping(IOREDIS, 'await «redis.set(`user:${id}`, JSON.stringify(user))»;') + 'export const clear = () => redis.flushall();\n'),
  ],
});

const SHARED = "import KeyvRedis from '@keyv/redis';\n";

tester.run('require-cache-ttl: clients', rule('require-cache-ttl'), {
  valid: [
    { name: 'Keyv, an expiry as a text', code: keeping(`${KEYV}${SHARED}const cache = new Keyv(new KeyvRedis(url));\n`, "await cache.set(`user:${id}`, user, '60000');") },
    { name: 'Keyv, a method that is taken off', code: keeping(`${KEYV}${SHARED}const cache = new Keyv(new KeyvRedis(url));\nconst { set } = cache;\n`, 'await set(`user:${id}`, user);') },
    { name: 'Keyv, injected and made out of sight', code: `${KEYV}export class Users {\n  constructor(private readonly cache: Keyv) {}\n  keep(id: string, user: object) { return this.cache.set(\`user:\${id}\`, user); }\n}\n` },
    { name: 'Keyv, made in another method with an expiry', code: `${KEYV}${SHARED}export class Users {\n  constructor(private readonly cache: Keyv) {}\n  static make() { return new Users(new Keyv(new KeyvRedis(url), { ttl: 1000 })); }\n  keep(id: string, user: object) { return this.cache.set(\`user:\${id}\`, user); }\n}\n` },
  ],
  invalid: [
    endless('Keyv, no expiry', keeping(`${KEYV}${SHARED}const cache = new Keyv(new KeyvRedis(url));\n`, 'await «cache.set(`user:${id}`, user)»;')),
    endless('Keyv, made in another method', `${KEYV}${SHARED}export class Users {\n  constructor(private readonly cache: Keyv) {}\n  static make() { return new Users(new Keyv(new KeyvRedis(url))); }\n  keep(id: string, user: object) { return «this.cache.set(\`user:\${id}\`, user)»; }\n}\n`),
  ],
});

const SERVICE = "import { Inject, Injectable } from '@nestjs/common';\nimport { CACHE_MANAGER, Cache } from '@nestjs/cache-manager';\n@Injectable()\nexport class Users {\n  constructor(@Inject(CACHE_MANAGER) private readonly cache: Cache) {}\n  keep(id: string) {\n    return this.cache.set(`user:${id}`, id);MARK\n  }\n}\n";
const moduleWith = (options: string) => `import { Module } from '@nestjs/common';\nimport { CacheModule } from '@nestjs/cache-manager';\nimport { store } from './store';\nimport { Users } from './users';\n@Module({ imports: [CacheModule.register(${options})], providers: [Users] })\nexport class UsersModule {}\n`;

describe('require-cache-ttl: a cache that Nest injects', () => {
  it.each([
    ['is reported where its module sets no ttl', '{ store }', true],
    ['is left alone where its module sets one', '{ store, ttl: 60 }', false],
    ['is left alone where it lives in memory', '', false],
  ])('%s', (_title, options, guilty) => {
    const { found, expected } = judge({ 'src/users.ts': SERVICE.replace('MARK', guilty ? ' // expect: require-cache-ttl/noExpiry' : ''), 'src/users.module.ts': moduleWith(options) });
    expect(found).toEqual(expected);
  });

  it('is left alone where nobody registers it in sight', () => {
    expect(judge({ 'src/users.ts': SERVICE.replace('MARK', '') }).found).toEqual([]);
  });
});

describe('require-cache-ttl: state that another file takes away', () => {
  const files = (removed: string) => ({
    'src/redis.ts': "import Redis from 'ioredis';\nexport const redis = new Redis();\n",
    'src/begin.ts': "import { redis } from './redis';\nexport const begin = (id: string) => redis.set(`import:sheet:${id}`, '1');\n",
    'src/end.ts': `import { redis } from './redis';\nexport const end = (id: string) => redis.del(\`${removed}\`);\n`,
  });
  const count = (removed: string): number => judge(files(removed), { rules: { 'require-cache-ttl': {} } }).found.length;

  it('is left alone', () => {
    expect(count('import:sheet:${id}')).toBe(0);
  });

  it('is reported where that file takes something else away', () => {
    expect(count('import:sheet:rows:${id}')).toBe(1);
  });
});
