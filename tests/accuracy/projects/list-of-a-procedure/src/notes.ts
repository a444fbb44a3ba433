// why: a procedure answers with its list like any endpoint
import { initTRPC } from '@trpc/server';
import { prisma } from './db';

const t = initTRPC.create();

export const notes = t.router({
  all: t.procedure.query(async () => {
    return prisma.note.findMany({ orderBy: { createdAt: 'desc' } }); // expect: require-pagination-cap/unboundedList
  }),
});
