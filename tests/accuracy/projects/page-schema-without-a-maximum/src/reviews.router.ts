// why: the maximum of a neighbouring field caps no size
import { db, reviews } from './reviews';
import { reviewPage } from './schemas';
import { publicProcedure, router } from './trpc';

export const reviewsRouter = router({
  page: publicProcedure.input(reviewPage).query(async ({ input: { limit } }) => {
    const rows = await db.select().from(reviews).limit(limit + 1); // expect: require-pagination-cap/uncappedLimit
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  }),
});
