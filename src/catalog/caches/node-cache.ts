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
        ...all(['get', 'has', 'getTtl'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        mget: { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } },
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] } },
        mset: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        ...all(['del', 'take', 'ttl'], { query: { access: 'write', rows: 'value', filter: [[0]] } }),
        flushAll: { query: { access: 'write', rows: 'none', bulk: true } },
        ...all(['keys', 'getStats', 'flushStats'], { harmless: 'reads memory only' }),
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
        close: { harmless: 'stops a timer' },
      },
    },
  },
});
