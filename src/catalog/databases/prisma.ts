import { all, defineLibrary } from '../vocabulary.js';

const filter = [[0, 'where']] as const;
const data = [[0, 'data']] as const;

export const prisma = defineLibrary({
  name: 'Prisma',
  kind: 'database',
  packages: ['@prisma/client', '@prisma/client/*', '.prisma/client', '@prisma/extension-accelerate'],
  versions: '4 to 7',
  exports: {
    PrismaClient: { type: 'PrismaClientClass' },
    Prisma: { type: 'PrismaNamespace' },
    // What a generated client calls to make its class.
    getPrismaClient: { returns: 'PrismaClientClass' },
  },
  types: {
    PrismaClientClass: { construct: { returns: 'PrismaClient' }, model: { instance: 'PrismaClient' } },
    PrismaNamespace: { members: { TransactionClient: { type: 'PrismaClient' }, sql: { harmless: 'a fragment' }, join: { harmless: 'a fragment' }, raw: { harmless: 'a fragment' } } },
    PrismaClient: {
      client: 'client',
      any: { type: 'Delegate', names: 'member' },
      members: {
        $transaction: { transaction: true, callbacks: [{ at: 0, params: ['PrismaClient'], runs: 'now' }] },
        $extends: { returns: 'PrismaClient', intercepts: [0, 'query'] },
        $connect: { harmless: 'opens a connection' },
        $disconnect: { harmless: 'closes a connection' },
        $on: { callbacks: [{ at: 1, runs: 'later' }] },
        $use: { callbacks: [{ at: 0, runs: 'later' }], intercepts: [0] },
        ...all(['$queryRaw', '$queryRawUnsafe'], { query: { access: 'sql', rows: 'many', sql: [0] } }),
        ...all(['$executeRaw', '$executeRawUnsafe'], { query: { access: 'sql', rows: 'value', sql: [0] } }),
      },
    },
    Delegate: {
      client: 'model',
      members: {
        ...all(['findUnique', 'findUniqueOrThrow'], { query: { access: 'read', rows: 'one', filter, batched: true } }),
        ...all(['findFirst', 'findFirstOrThrow'], { query: { access: 'read', rows: 'one', filter } }),
        findMany: { query: { access: 'read', rows: 'many', size: [[0, 'take'], [0, 'first']], filter } },
        ...all(['count', 'aggregate', 'groupBy'], { query: { access: 'read', rows: 'value', filter } }),
        create: { query: { access: 'write', rows: 'one', data } },
        ...all(['createMany', 'createManyAndReturn'], { query: { access: 'write', rows: 'value', data, bulk: true } }),
        update: { query: { access: 'write', rows: 'one', filter, data } },
        ...all(['updateMany', 'updateManyAndReturn'], { query: { access: 'write', rows: 'value', filter, data, bulk: true } }),
        upsert: { query: { access: 'write', rows: 'one', filter, data: [[0, 'create'], [0, 'update']] } },
        delete: { query: { access: 'write', rows: 'one', filter } },
        deleteMany: { query: { access: 'write', rows: 'value', filter, bulk: true } },
      },
    },
  },
  remedy: {
    read: 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`',
    write: 'use `createMany`, `updateMany` or `deleteMany`, or one `$executeRaw` with a list of values where each row gets its own',
    nested: 'gather the operations for one `$transaction([...])`, or create the parents and then their rows, each with one `createMany`',
    size: '`take`',
  },
  likeness: [
    {
      type: 'Delegate',
      receiver: 'delegate',
      methods: ['findMany', 'findUnique', 'findUniqueOrThrow', 'findFirstOrThrow', 'createMany', 'createManyAndReturn', 'updateMany', 'deleteMany'],
      withKeys: { methods: ['findFirst', 'create', 'update', 'delete', 'upsert', 'count', 'aggregate', 'groupBy'], keys: ['where', 'data', 'create', '_count', '_sum', '_avg', 'by'] },
    },
  ],
  // A generated client's module may not be there to follow; its class goes by one name only.
  likelyNames: { PrismaClient: 'PrismaClientClass', prisma: 'PrismaClient', prismaClient: 'PrismaClient', prismaService: 'PrismaClient' },
  nestedWrites: ['create', 'createMany', 'connectOrCreate'],
  driverErrors: ['PrismaClientKnownRequestError', 'PrismaClientUnknownRequestError', 'PrismaClientValidationError', 'PrismaClientInitializationError', 'PrismaClientRustPanicError'],
});
