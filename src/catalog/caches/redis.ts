import { all, defineLibrary, type Member } from '../vocabulary.js';

const get = { access: 'read', rows: 'value', filter: [[0]], callback: true } as const;
const set = { access: 'write', rows: 'value', filter: [[0]], data: [[1]], callback: true } as const;
const change = { access: 'write', rows: 'value', filter: [[0]], callback: true } as const;

const reads = ['get', 'mGet', 'exists', 'ttl', 'pTTL', 'type', 'strLen', 'getRange', 'keys', 'scan', 'hGet', 'hGetAll', 'hmGet', 'hExists', 'hKeys', 'hVals', 'hLen', 'hScan', 'lRange', 'lLen', 'lIndex', 'sMembers', 'sIsMember', 'sCard', 'sScan', 'zRange', 'zRangeByScore', 'zRangeWithScores', 'zScore', 'zCard', 'zRank', 'zCount', 'dbSize'] as const;
const sets = ['set', 'setNX', 'getSet', 'append', 'hSet', 'hSetNX', 'lPush', 'rPush', 'sAdd', 'zAdd', 'mSet'] as const;
const changes = ['del', 'unlink', 'getDel', 'getEx', 'expire', 'pExpire', 'expireAt', 'persist', 'rename', 'incr', 'incrBy', 'incrByFloat', 'decr', 'decrBy', 'hDel', 'hIncrBy', 'lPop', 'rPop', 'lRem', 'lTrim', 'sRem', 'sPop', 'zRem', 'zIncrBy', 'zRemRangeByScore', 'zRemRangeByRank', 'flushAll', 'flushDb'] as const;
/** Version 3 has the commands in lower case alone. */
const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase()).filter((name) => !names.includes(name) && name !== 'zrangewithscores');

const commands = {
  ...all([...reads, ...lower(reads)], { query: get }),
  ...all([...sets, ...lower(sets)], { query: set }),
  ...all(['setEx', 'pSetEx', 'setex', 'psetex'], { query: { ...set, data: [[2]] } }),
  ...all([...changes, ...lower(changes)], { query: change }),
  ...all(['get', 'mGet', 'mget'], { query: get, caches: { does: 'read', key: [0] } }),
  set: { query: set, caches: { does: 'write', key: [0], value: [1], expiry: [[2, 'EX'], [2, 'PX'], [2, 'EXAT'], [2, 'PXAT'], [2, 'KEEPTTL'], [2, 'expiration']], words: ['EX', 'PX', 'EXAT', 'PXAT', 'KEEPTTL'] } },
  ...all(['setNX', 'setnx'], { query: set, caches: { does: 'write', key: [0], value: [1] } }),
  ...all(['setEx', 'setex'], { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]], seconds: true } }),
  ...all(['pSetEx', 'psetex'], { query: { ...set, data: [[2]] }, caches: { does: 'write', key: [0], value: [2], expiry: [[1]] } }),
  ...all(['expire', 'pExpire', 'pexpire', 'expireAt', 'expireat', 'getEx', 'getex'], { query: change, caches: { does: 'expire', key: [0] } }),
  ...all(['del', 'unlink', 'getDel', 'getdel'], { query: change, caches: { does: 'remove', key: [0] } }),
  ...all(['flushAll', 'flushDb', 'flushall', 'flushdb'], { query: change, caches: { does: 'remove' } }),
  ...all(['incr', 'incrBy', 'incrby', 'incrByFloat', 'decr', 'decrBy', 'decrby'], { query: change, caches: { does: 'count', key: [0] } }),
} as const;

/** The commands that a transaction gathers. */
const gathered = Object.fromEntries((['set', 'setNX', 'setEx', 'pSetEx', 'expire', 'pExpire', 'del', 'unlink', 'incr', 'incrBy'] as const).map((name) => [name, { returns: 'this', caches: (commands as Readonly<Record<string, Member>>)[name]?.caches }] as const).filter(([, { caches }]) => caches));

export const redis = defineLibrary({
  name: 'redis',
  kind: 'cache',
  packages: ['redis', '@redis/client'],
  versions: '2 to 5',
  exports: {
    default: { type: 'Driver' },
    ...all(['createClient', 'createCluster', 'createSentinel', 'createClientPool'], { returns: 'Client' }),
    ...all(['RedisClientType', 'RedisClusterType', 'RedisClient', 'RedisClientPoolType'], { type: 'Client' }),
  },
  types: {
    Driver: { members: { ...all(['createClient', 'createCluster'], { returns: 'Client' }) } },
    Client: {
      client: 'client',
      members: {
        ...commands,
        ...all(['multi', 'batch'], { returns: 'Multi', query: { access: 'write', rows: 'value', bulk: true } }),
        publish: { harmless: 'an event', effect: 'event' },
        ...all(['subscribe', 'pSubscribe'], { callbacks: [{ at: 1, runs: 'later' }] }),
        scanIterator: { harmless: 'reads a cursor' },
        ...all(['duplicate', 'on', 'once', 'withTypeMapping', 'asap'], { returns: 'this' }),
        connect: { returns: 'this', harmless: 'opens a connection' },
        ...all(['quit', 'disconnect', 'close', 'destroy', 'end'], { harmless: 'closes a connection' }),
        ...all(['ping', 'info', 'sendCommand', 'eval', 'evalSha'], { harmless: 'a command' }),
      },
    },
    /** Gathers commands until it runs. */
    Multi: { lazy: 'call', any: { returns: 'this' }, members: { ...gathered, ...all(['exec', 'execAsPipeline'], { executes: true }) } },
  },
  remedy: { read: 'use one `mGet`', write: 'use `multi()` or one `mSet`', expiry: '`set(key, value, { EX: seconds })`' },
});
