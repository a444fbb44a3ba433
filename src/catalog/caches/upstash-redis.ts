import { all, defineLibrary, type Member } from '../vocabulary.js';

const get = { access: 'read', rows: 'value', filter: [[0]] } as const;
const set = { access: 'write', rows: 'value', filter: [[0]], data: [[1]] } as const;
const change = { access: 'write', rows: 'value', filter: [[0]] } as const;

const commands = {
  ...all(['exists', 'ttl', 'pttl', 'type', 'strlen', 'keys', 'scan', 'hget', 'hgetall', 'hmget', 'hexists', 'hkeys', 'hvals', 'hlen', 'lrange', 'llen', 'smembers', 'sismember', 'scard', 'zrange', 'zscore', 'zcard', 'zrank', 'zcount'], { query: get }),
  ...all(['append', 'hset', 'hsetnx', 'lpush', 'rpush', 'sadd', 'zadd'], { query: set }),
  mset: { query: { ...set, filter: [], data: [[0]] } },
  ...all(['persist', 'rename', 'hdel', 'hincrby', 'lpop', 'rpop', 'lrem', 'ltrim', 'srem', 'spop', 'zrem', 'zincrby'], { query: change }),
  ...all(['get', 'mget'], { query: get, caches: { does: 'read', key: [0] } }),
  set: { query: set, caches: { does: 'write', key: [0], value: [1], expiry: [[2, 'ex'], [2, 'px'], [2, 'exat'], [2, 'pxat'], [2, 'keepTtl']] } },
  setnx: { query: set, caches: { does: 'write', key: [0], value: [1] } },
  setex: { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]], seconds: true } },
  psetex: { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]] } },
  ...all(['expire', 'pexpire', 'expireat', 'pexpireat', 'getex'], { query: change, caches: { does: 'expire', key: [0] } }),
  ...all(['del', 'unlink', 'getdel'], { query: change, caches: { does: 'remove', key: [0] } }),
  ...all(['flushall', 'flushdb'], { query: { ...change, filter: [] }, caches: { does: 'remove' } }),
  ...all(['incr', 'incrby', 'incrbyfloat', 'decr', 'decrby'], { query: change, caches: { does: 'count', key: [0] } }),
} as const;

/** A pipeline's commands, which it gathers. */
const gathered = Object.fromEntries((['set', 'setnx', 'setex', 'psetex', 'expire', 'pexpire', 'del', 'unlink', 'incr', 'incrby'] as const).map((name) => [name, { returns: 'this', caches: (commands as Readonly<Record<string, Member>>)[name]?.caches }] as const).filter(([, { caches }]) => caches));

export const upstashRedis = defineLibrary({
  name: 'Upstash Redis',
  kind: 'cache',
  packages: ['@upstash/redis', '@upstash/redis/*'],
  versions: '1',
  exports: { Redis: { type: 'RedisClass' } },
  types: {
    RedisClass: { extends: 'Redis', construct: { returns: 'Redis' }, model: { instance: 'Redis' }, members: { fromEnv: { returns: 'Redis' } } },
    Redis: {
      client: 'client',
      members: {
        ...commands,
        ...all(['multi', 'pipeline'], { returns: 'Pipeline', query: { access: 'write', rows: 'value', bulk: true } }),
        publish: { harmless: 'an event', effect: 'event' },
        ...all(['ping', 'eval', 'evalsha'], { harmless: 'a command' }),
      },
    },
    /** Gathers commands until it runs. */
    Pipeline: { lazy: 'call', any: { returns: 'this' }, members: { ...gathered, exec: { executes: true } } },
  },
  remedy: { read: 'use one `mget` or `pipeline()`', write: 'use `pipeline()` or one `mset`', expiry: '`set(key, value, { ex: seconds })`' },
});
