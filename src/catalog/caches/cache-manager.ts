import { all, defineLibrary } from '../vocabulary.js';

export const cacheManager = defineLibrary({
  name: 'cache-manager',
  kind: 'cache',
  packages: ['cache-manager', '@nestjs/cache-manager'],
  versions: '3 to 7',
  exports: {
    default: { type: 'Driver' },
    ...all(['createCache', 'caching', 'multiCaching', 'memoryStore'], { returns: 'Cache' }),
    ...all(['Cache', 'MultiCache'], { type: 'Cache' }),
    ...all(['CacheInterceptor', 'CacheKey', 'CacheTTL'], { harmless: 'caches a route' }),
  },
  types: {
    Driver: { members: { ...all(['caching', 'multiCaching'], { returns: 'Cache' }) } },
    Cache: {
      client: 'client',
      members: {
        ...all(['get', 'ttl'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        mget: { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } },
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] } },
        mset: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        del: { query: { access: 'write', rows: 'value', filter: [[0]] } },
        mdel: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
        ...all(['clear', 'reset'], { query: { access: 'write', rows: 'none', bulk: true } }),
        wrap: { query: { access: 'read', rows: 'value', filter: [[0]] }, callbacks: [{ at: 1, runs: 'now' }] },
        ...all(['store', 'stores'], { type: 'unknown' }),
        ...all(['on', 'off'], { returns: 'this' }),
        disconnect: { harmless: 'closes a connection' },
      },
    },
  },
  remedy: { read: 'use one `mget`', write: 'use one `mset`' },
});
