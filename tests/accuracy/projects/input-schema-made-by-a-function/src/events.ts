// why: a schema that a function of the app makes caps the size
import { z } from 'zod';
import { procedure, router } from './trpc';
import { prisma } from './db';
import { pageInput } from './page-input';

export const events = router({
  list: procedure.input(pageInput({ calendarId: z.string() })).query(({ input }) => prisma.event.findMany({ where: { calendarId: input.calendarId }, take: input.limit })),
});
