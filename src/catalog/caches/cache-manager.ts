import { all, defineLibrary } from '../vocabulary.js';

export const cacheManager = defineLibrary({
  name: 'cache-manager',
  kind: 'cache',
  packages: ['cache-manager', '@nestjs/cache-manager'],
  versions: '3 to 7',
  exports: {
    default: { type: 'Driver' },
    createCache: { returns: 'Cache', cacheClient: { expiry: ['ttl'], shared: ['stores'] } },
    ...all(['caching', 'multiCaching', 'memoryStore'], { returns: 'Cache', cacheClient: { expiry: ['ttl'], shared: ['store'] } }),
    // The module that Nest injects a cache by.
    CacheModule: { type: 'CacheModule' },
    ...all(['Cache', 'MultiCache'], { type: 'Cache' }),
    ...all(['CacheInterceptor', 'CacheKey', 'CacheTTL'], { harmless: 'caches a route' }),
  },
  types: {
    Driver: { members: { ...all(['caching', 'multiCaching'], { returns: 'Cache', cacheClient: { expiry: ['ttl'], shared: ['store'] } }) } },
    CacheModule: { members: { ...all(['register', 'registerAsync'], { harmless: 'registers a cache', cacheClient: { expiry: ['ttl'], shared: ['store', 'stores'] } }) } },
    Cache: {
      client: 'client',
      members: {
        get: { query: { access: 'read', rows: 'value', filter: [[0]] }, caches: { does: 'read', key: [0] } },
        ttl: { query: { access: 'read', rows: 'value', filter: [[0]] } },
        mget: { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } },
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] }, caches: { does: 'write', key: [0], value: [1], expiry: [[2]] } },
        mset: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        del: { query: { access: 'write', rows: 'value', filter: [[0]] }, caches: { does: 'remove', key: [0] } },
        mdel: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true }, caches: { does: 'remove', key: [0] } },
        ...all(['clear', 'reset'], { query: { access: 'write', rows: 'none', bulk: true }, caches: { does: 'remove' } }),
        wrap: { query: { access: 'read', rows: 'value', filter: [[0]] }, caches: { does: 'load', key: [0], value: [1], expiry: [[2]] }, callbacks: [{ at: 1, runs: 'now' }] },
        ...all(['store', 'stores'], { type: 'unknown' }),
        ...all(['on', 'off'], { returns: 'this' }),
        disconnect: { harmless: 'closes a connection' },
      },
    },
  },
  remedy: { read: 'use one `mget`', write: 'use one `mset`', expiry: '`set(key, value, ttl)`, or a `ttl` for all entries where the cache is made' },
});
