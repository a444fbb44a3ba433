// why: the input schema of a procedure caps the size
import { z } from 'zod';
import { procedure, router } from './trpc';
import { prisma } from './db';

export const events = router({
  list: procedure.input(z.object({ calendarId: z.string(), limit: z.number().min(1).max(100).default(20) })).query(({ input }) => prisma.event.findMany({ where: { calendarId: input.calendarId }, take: input.limit })),
});
