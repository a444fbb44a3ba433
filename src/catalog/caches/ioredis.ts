import { all, defineLibrary, type Member } from '../vocabulary.js';

const get = { access: 'read', rows: 'value', filter: [[0]], callback: true } as const;
const set = { access: 'write', rows: 'value', filter: [[0]], data: [[1]], callback: true } as const;
const change = { access: 'write', rows: 'value', filter: [[0]], callback: true } as const;

const commands = {
  ...all(['get', 'getBuffer', 'mget', 'exists', 'ttl', 'pttl', 'type', 'strlen', 'getrange', 'keys', 'scan', 'hget', 'hgetall', 'hmget', 'hexists', 'hkeys', 'hvals', 'hlen', 'hscan', 'lrange', 'llen', 'lindex', 'smembers', 'sismember', 'scard', 'sscan', 'zrange', 'zrangebyscore', 'zrevrange', 'zscore', 'zcard', 'zrank', 'zcount'], { query: get }),
  ...all(['set', 'setnx', 'getset', 'append', 'hset', 'hmset', 'hsetnx', 'lpush', 'rpush', 'sadd', 'zadd', 'mset'], { query: set }),
  ...all(['setex', 'psetex'], { query: { ...set, data: [[2]] } }),
  ...all(['del', 'unlink', 'getdel', 'getex', 'expire', 'pexpire', 'expireat', 'pexpireat', 'persist', 'rename', 'incr', 'incrby', 'incrbyfloat', 'decr', 'decrby', 'hdel', 'hincrby', 'lpop', 'rpop', 'lrem', 'ltrim', 'srem', 'spop', 'zrem', 'zincrby', 'zremrangebyscore', 'zremrangebyrank', 'flushall', 'flushdb'], { query: change }),
  ...all(['get', 'getBuffer', 'mget'], { query: get, caches: { does: 'read', key: [0] } }),
  set: { query: set, caches: { does: 'write', key: [0], value: [1], words: ['EX', 'PX', 'EXAT', 'PXAT', 'KEEPTTL'] } },
  setnx: { query: set, caches: { does: 'write', key: [0], value: [1] } },
  setex: { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]], seconds: true } },
  psetex: { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]] } },
  ...all(['expire', 'pexpire', 'expireat', 'pexpireat', 'getex'], { query: change, caches: { does: 'expire', key: [0] } }),
  ...all(['del', 'unlink', 'getdel'], { query: change, caches: { does: 'remove', key: [0] } }),
  ...all(['flushall', 'flushdb'], { query: change, caches: { does: 'remove' } }),
  ...all(['incr', 'incrby', 'incrbyfloat', 'decr', 'decrby'], { query: change, caches: { does: 'count', key: [0] } }),
} as const;

/** A pipeline's commands, which it gathers. */
const gathered = Object.fromEntries((['set', 'setnx', 'setex', 'psetex', 'expire', 'pexpire', 'del', 'unlink', 'incr', 'incrby'] as const).map((name) => [name, { returns: 'this', caches: (commands as Readonly<Record<string, Member>>)[name]?.caches }] as const).filter(([, { caches }]) => caches));

export const ioredis = defineLibrary({
  name: 'ioredis',
  kind: 'cache',
  packages: ['ioredis', '@nestjs-modules/ioredis'],
  versions: '3 to 5',
  exports: {
    ...all(['default', 'Redis', 'Cluster'], { type: 'RedisClass' }),
    InjectRedis: { decorates: { as: 'injects', type: 'Redis' } },
  },
  types: {
    RedisClass: { extends: 'Redis', construct: { returns: 'Redis' }, model: { instance: 'Redis' }, members: { Cluster: { type: 'RedisClass' } } },
    Redis: {
      client: 'client',
      members: {
        ...commands,
        ...all(['multi', 'pipeline'], { returns: 'Pipeline', query: { access: 'write', rows: 'value', bulk: true } }),
        publish: { harmless: 'an event', effect: 'event' },
        ...all(['subscribe', 'psubscribe'], { callbacks: [{ at: -1, runs: 'later' }] }),
        ...all(['scanStream', 'hscanStream', 'sscanStream', 'zscanStream'], { harmless: 'reads a cursor' }),
        ...all(['duplicate', 'on', 'once'], { returns: 'this' }),
        connect: { harmless: 'opens a connection' },
        ...all(['quit', 'disconnect'], { harmless: 'closes a connection' }),
        ...all(['ping', 'info', 'call', 'eval', 'evalsha', 'defineCommand'], { harmless: 'a command' }),
      },
    },
    /** Gathers commands until it runs. */
    Pipeline: { lazy: 'call', any: { returns: 'this' }, members: { ...gathered, exec: { executes: true } } },
  },
  remedy: { read: 'use one `mget` or `pipeline()`', write: 'use `pipeline()` or one `mset`', expiry: "`set(key, value, 'EX', seconds)`" },
});
