import { all, defineLibrary } from '../vocabulary.js';

const filter = [[0, 'where']] as const;
const data = [[0, 'data']] as const;
const shape = { columns: [[0, 'select']], omits: [[0, 'omit']], relations: [[0, 'include'], [0, 'select']] } as const;

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
    PrismaNamespace: { members: { TransactionClient: { type: 'TransactionClient' }, sql: { harmless: 'a fragment' }, join: { harmless: 'a fragment' }, raw: { harmless: 'a fragment', code: [[0]] } } },
    PrismaClient: {
      client: 'client',
      any: { type: 'Delegate', names: 'member' },
      members: {
        $transaction: { transaction: true, callbacks: [{ at: 0, params: ['TransactionClient'], runs: 'now' }] },
        $extends: { returns: 'PrismaClient', intercepts: [0, 'query'] },
        $connect: { harmless: 'opens a connection' },
        $disconnect: { harmless: 'closes a connection' },
        $on: { callbacks: [{ at: 1, runs: 'later' }] },
        $use: { callbacks: [{ at: 0, runs: 'later' }], intercepts: [0] },
        ...all(['$queryRaw', '$queryRawUnsafe'], { query: { access: 'sql', rows: 'many', sql: [0] } }),
        ...all(['$executeRaw', '$executeRawUnsafe'], { query: { access: 'sql', rows: 'value', sql: [0] } }),
      },
    },
    /** What the callback of `$transaction` is handed. */
    TransactionClient: { extends: 'PrismaClient', transaction: true },
    Delegate: {
      client: 'model',
      members: {
        ...all(['findUnique', 'findUniqueOrThrow'], { query: { access: 'read', rows: 'one', filter, batched: true, ...shape } }),
        ...all(['findFirst', 'findFirstOrThrow'], { query: { access: 'read', rows: 'one', filter, ...shape } }),
        findMany: { query: { access: 'read', rows: 'many', size: [[0, 'take'], [0, 'first']], filter, ...shape } },
        ...all(['count', 'aggregate', 'groupBy'], { query: { access: 'read', rows: 'value', filter } }),
        create: { query: { access: 'write', rows: 'one', data, ...shape } },
        createMany: { query: { access: 'write', rows: 'value', data, bulk: true } },
        createManyAndReturn: { query: { access: 'write', rows: 'many', data, bulk: true, ...shape } },
        update: { query: { access: 'write', rows: 'one', filter, data, ...shape } },
        updateMany: { query: { access: 'write', rows: 'value', filter, data, bulk: true } },
        updateManyAndReturn: { query: { access: 'write', rows: 'many', filter, data, bulk: true, ...shape } },
        upsert: { query: { access: 'write', rows: 'one', filter, data: [[0, 'create'], [0, 'update']], ...shape } },
        delete: { query: { access: 'write', rows: 'one', filter, ...shape } },
        deleteMany: { query: { access: 'write', rows: 'value', filter, bulk: true } },
      },
    },
  },
  transactions: { by: 'client', how: 'run both on the client of one `prisma.$transaction(async (tx) => …)`' },
  remedy: {
    read: 'load the relation with `include`, or fetch all rows at once with `where: { id: { in: ids } }`',
    count: 'take the figures of all of them at once with `groupBy` (`by`, `_count`, `_sum`), or the number of related rows with `include: { _count: … }`',
    write: 'use `createMany`, `updateMany` or `deleteMany`, or one `$executeRaw` with a list of values where each row gets its own',
    nested: 'gather the operations for one `$transaction([...])`, or create the parents and then their rows, each with one `createMany`',
    size: '`take`',
    change: '`{ increment: … }` or `{ decrement: … }` in `data`',
    list: '`{ push: … }` in `data`, or `array_remove` in an `$executeRaw`',
    inPlace: { plus: '{ increment: $ }', minus: '{ decrement: $ }' },
    hide: '`omit: { {field}: true }` or a `select`',
    bind: 'use the tag `$queryRaw` (or `$executeRaw`), or hand the value over after the text',
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
  // https://www.prisma.io/docs/orm/prisma-schema/overview/location
  schemaFiles: ['package.json#prisma.schema', 'prisma/schema.prisma', 'schema.prisma', 'prisma/schema', 'prisma/models', 'src/prisma/schema.prisma', 'db/schema.prisma'],
  serializers: ['omit', 'result'],
  nestedWrites: ['create', 'createMany', 'connectOrCreate'],
  driverErrors: ['PrismaClientKnownRequestError', 'PrismaClientUnknownRequestError', 'PrismaClientValidationError', 'PrismaClientInitializationError', 'PrismaClientRustPanicError'],
});
