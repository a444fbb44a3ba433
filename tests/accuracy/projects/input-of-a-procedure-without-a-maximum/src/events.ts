// why: an input schema that knows no maximum caps nothing
import { z } from 'zod';
import { procedure, router } from './trpc';
import { prisma } from './db';

export const events = router({
  list: procedure.input(z.object({ calendarId: z.string(), limit: z.number().min(1).default(20) })).query(({ input }) => prisma.event.findMany({ where: { calendarId: input.calendarId }, take: input.limit })), // expect: require-pagination-cap/uncappedLimit
});
