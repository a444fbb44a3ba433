// why: a base procedure of another file knows only a minimum
import { z } from 'zod';
import { db } from './db';
import { pagedProcedure, router } from './procedures';

export const courses = router({
  search: pagedProcedure
    .input(z.object({ text: z.string().max(80) }))
    .query(({ input }) => db.course.findMany({ where: { title: { contains: input.text } }, take: input.take, skip: input.skip })), // expect: require-pagination-cap/uncappedLimit
});
