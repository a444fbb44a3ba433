import { all, defineLibrary } from '../vocabulary.js';

export const keyv = defineLibrary({
  name: 'Keyv',
  kind: 'cache',
  packages: ['keyv', '@keyv/redis', '@keyv/memcache', '@keyv/sqlite', '@keyv/postgres', '@keyv/mysql', '@keyv/mongo'],
  versions: '4 to 5',
  exports: { ...all(['default', 'Keyv'], { type: 'KeyvClass' }), createKeyv: { returns: 'Keyv' } },
  types: {
    KeyvClass: { extends: 'Keyv', construct: { returns: 'Keyv' }, model: { instance: 'Keyv' } },
    Keyv: {
      client: 'client',
      members: {
        ...all(['get', 'getRaw', 'has'], { query: { access: 'read', rows: 'value', filter: [[0]] } }),
        ...all(['getMany', 'hasMany'], { query: { access: 'read', rows: 'value', filter: [[0]], bulk: true } }),
        set: { query: { access: 'write', rows: 'value', filter: [[0]], data: [[1]] } },
        setMany: { query: { access: 'write', rows: 'value', data: [[0]], bulk: true } },
        delete: { query: { access: 'write', rows: 'value', filter: [[0]] } },
        deleteMany: { query: { access: 'write', rows: 'value', filter: [[0]], bulk: true } },
        clear: { query: { access: 'write', rows: 'none', bulk: true } },
        on: { returns: 'this', callbacks: [{ at: 1, runs: 'later' }] },
        iterator: { harmless: 'reads a cursor' },
        disconnect: { harmless: 'closes a connection' },
      },
    },
  },
  remedy: { read: 'use one `getMany`', write: 'use one `setMany`' },
});
