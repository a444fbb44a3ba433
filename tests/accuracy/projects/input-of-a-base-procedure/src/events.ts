// why: a procedure that others begin with caps their sizes
import { router } from './trpc';
import { pageProcedure } from './page-procedure';
import { prisma } from './db';

export const events = router({
  list: pageProcedure.query(({ input }) => prisma.event.findMany({ where: { open: true }, take: input.limit })),
});
