import { all, defineLibrary } from '../vocabulary.js';

export const lruCache = defineLibrary({
  name: 'lru-cache',
  kind: 'cache',
  inProcess: true,
  packages: ['lru-cache', 'quick-lru'],
  versions: '4 to 11',
  exports: { ...all(['default', 'LRUCache'], { type: 'CacheClass' }) },
  types: {
    CacheClass: { extends: 'Cache', construct: { returns: 'Cache' }, call: { returns: 'Cache' }, model: { instance: 'Cache' } },
    Cache: {
      client: 'client',
      members: {
        ...all(['get', 'peek'], { query: { access: 'read', rows: 'value', filter: [[0]] }, caches: { does: 'read', key: [0] } }),
        ...all(['has'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] }, caches: { does: 'write', key: [0], value: [1], expiry: [[2]] } },
        ...all(['delete', 'del'], { query: { access: 'write', rows: 'value', filter: [[0]] }, caches: { does: 'remove', key: [0] } }),
        ...all(['clear', 'reset'], { query: { access: 'write', rows: 'none', bulk: true }, caches: { does: 'remove' } }),
        ...all(['fetch', 'forceFetch', 'memo'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        ...all(['keys', 'values', 'entries', 'forEach', 'find', 'dump', 'load', 'purgeStale', 'getRemainingTTL', 'info'], { harmless: 'reads memory only' }),
      },
    },
  },
});
