import { all, defineLibrary } from '../vocabulary.js';

export const nodeCache = defineLibrary({
  name: 'node-cache',
  kind: 'cache',
  inProcess: true,
  packages: ['node-cache'],
  versions: '4 to 5',
  exports: { default: { type: 'CacheClass' } },
  types: {
    CacheClass: { extends: 'Cache', construct: { returns: 'Cache' }, model: { instance: 'Cache' } },
    Cache: {
      client: 'client',
      members: {
        get: { query: { access: 'read', rows: 'value', filter: [[0]] }, caches: { does: 'read', key: [0] } },
        ...all(['has', 'getTtl'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        mget: { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } },
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] }, caches: { does: 'write', key: [0], value: [1], expiry: [[2]], seconds: true } },
        mset: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        ...all(['del', 'take'], { query: { access: 'write', rows: 'value', filter: [[0]] }, caches: { does: 'remove', key: [0] } }),
        ttl: { query: { access: 'write', rows: 'value', filter: [[0]] }, caches: { does: 'expire', key: [0] } },
        flushAll: { query: { access: 'write', rows: 'none', bulk: true }, caches: { does: 'remove' } },
        ...all(['keys', 'getStats', 'flushStats'], { harmless: 'reads memory only' }),
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
        close: { harmless: 'stops a timer' },
      },
    },
  },
});
