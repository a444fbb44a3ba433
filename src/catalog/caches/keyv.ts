import { all, defineLibrary } from '../vocabulary.js';

export const keyv = defineLibrary({
  name: 'Keyv',
  kind: 'cache',
  packages: ['keyv', '@keyv/redis', '@keyv/memcache', '@keyv/sqlite', '@keyv/postgres', '@keyv/mysql', '@keyv/mongo'],
  versions: '4 to 5',
  exports: { ...all(['default', 'Keyv'], { type: 'KeyvClass' }), createKeyv: { returns: 'Keyv', cacheClient: { expiry: ['ttl', 'defaultTtl'] } } },
  types: {
    KeyvClass: { extends: 'Keyv', construct: { returns: 'Keyv', cacheClient: { expiry: ['ttl'], shared: ['store', 'uri'] } }, model: { instance: 'Keyv' } },
    Keyv: {
      client: 'client',
      members: {
        has: { query: { access: 'read', rows: 'value', filter: [[0]] } },
        ...all(['getMany', 'hasMany'], { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } }),
        ...all(['get', 'getRaw'], { query: { access: 'read', rows: 'value', filter: [[0]] }, caches: { does: 'read', key: [0] } }),
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] }, caches: { does: 'write', key: [0], value: [1], expiry: [[2]] } },
        setMany: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        delete: { query: { access: 'write', rows: 'value', filter: [[0]] }, caches: { does: 'remove', key: [0] } },
        deleteMany: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true }, caches: { does: 'remove', key: [0] } },
        clear: { query: { access: 'write', rows: 'none', bulk: true }, caches: { does: 'remove' } },
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
        iterator: { harmless: 'reads a cursor' },
        disconnect: { harmless: 'closes a connection' },
      },
    },
  },
  remedy: { read: 'use one `getMany`', write: 'use one `setMany`', expiry: '`set(key, value, milliseconds)`, or a `ttl` for all entries where the client is made' },
});
