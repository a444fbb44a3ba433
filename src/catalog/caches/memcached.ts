import { all, defineLibrary } from '../vocabulary.js';

const read = { access: 'read', rows: 'value', filter: [[0]], callback: true } as const;
const write = { access: 'write', rows: 'value', filter: [[0]], data: [[1]], callback: true } as const;
const change = { access: 'write', rows: 'value', filter: [[0]], callback: true } as const;

export const memcached = defineLibrary({
  name: 'memcached',
  kind: 'cache',
  packages: ['memcached', 'memjs'],
  versions: 'memcached 2, memjs 1',
  exports: {
    // `memcached` exports the client's class, `memjs` an object with it.
    default: { type: 'ClientClass' },
    Client: { type: 'ClientClass' },
  },
  types: {
    ClientClass: { extends: 'Client', construct: { returns: 'Client' }, members: { Client: { type: 'ClientClass' }, create: { returns: 'Client', cacheClient: { expiry: ['expires'] } } } },
    Client: {
      client: 'client',
      members: {
        ...all(['get', 'gets'], { query: read, caches: { does: 'read', key: [0] } }),
        getMulti: { query: { ...read, bulk: true } },
        ...all(['set', 'add', 'replace'], { query: write, caches: { does: 'write', key: [0], value: [1], expiry: [[2]], seconds: true } }),
        ...all(['append', 'prepend', 'cas'], { query: write }),
        ...all(['del', 'delete'], { query: change, caches: { does: 'remove', key: [0] } }),
        touch: { query: change, caches: { does: 'expire', key: [0] } },
        ...all(['incr', 'decr', 'increment', 'decrement'], { query: change, caches: { does: 'count', key: [0] } }),
        flush: { query: { access: 'write', rows: 'none', bulk: true, callback: true }, caches: { does: 'remove' } },
        ...all(['stats', 'version', 'settings', 'items'], { harmless: 'metadata' }),
        ...all(['end', 'quit', 'close'], { harmless: 'closes a connection' }),
      },
    },
  },
  remedy: { read: 'use one `getMulti`', write: 'write the values together', expiry: '`set(key, value, { expires: seconds })`' },
});
