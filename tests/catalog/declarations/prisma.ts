import { prisma } from '../../../src/catalog/databases/prisma.js';
import type { Declarations } from '../declared.js';

const operations = "{ [operation in import('@prisma/client/runtime/client').Operation]: (args: any) => Promise<unknown> }";

export default {
  library: prisma,
  // What the package exports before a client is generated.
  modules: ['@prisma/client/scripts/default-index.js'],
  types: {
    PrismaClientClass: "ReturnType<typeof import('@prisma/client/runtime/client').getPrismaClient>",
    PrismaNamespace: "typeof import('@prisma/client-runtime-utils')",
    PrismaClient: ["InstanceType<ReturnType<typeof import('@prisma/client/runtime/client').getPrismaClient>>", operations],
    TransactionClient: ["InstanceType<ReturnType<typeof import('@prisma/client/runtime/client').getPrismaClient>>", operations],
    // A generated client's delegates have one method an operation.
    Delegate: operations,
  },
  onlyIn: {
    getPrismaClient: '@prisma/client/runtime/client',
    'PrismaNamespace.TransactionClient': 'a type of the namespace `Prisma`',
    'PrismaClient.$use': 'Prisma 4 to 6',
  },
} satisfies Declarations;
