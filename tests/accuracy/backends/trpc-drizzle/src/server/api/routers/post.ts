import { TRPCError } from '@trpc/server'
import { desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { router, signedIn, open } from '../trpc'
import { posts, users } from '../../db/schema'

export const postRouter = router({
  infinite: open.input(z.object({ limit: z.number().min(1).max(100).default(20), cursor: z.number().nullish() })).query(async ({ ctx, input }) => {
    const items = await ctx.db.select().from(posts).orderBy(desc(posts.id)).limit(input.limit + 1)
    return { items }
  }),

  latest: open.input(z.object({ limit: z.number().min(1) })).query(({ ctx, input }) => {
    return ctx.db.query.posts.findMany({ limit: input.limit, orderBy: desc(posts.id) }) // expect: require-pagination-cap/uncappedLimit
  }),

  all: open.query(async ({ ctx }) => {
    return ctx.db.select().from(posts) // expect: require-pagination-cap/unboundedList
  }),

  withAuthors: open.query(async ({ ctx }) => {
    const rows = await ctx.db.select().from(posts).limit(20)
    return Promise.all(
      rows.map(async (post) => {
        const author = await ctx.db.query.users.findFirst({ where: eq(users.id, post.authorId!) }) // expect: no-n-plus-one/queryInLoop
        return { ...post, author } // expect: no-sensitive-data-in-response/sensitiveRow
      }),
    )
  }),

  byIds: open.input(z.array(z.number())).query(({ ctx, input }) => ctx.db.select().from(posts).where(inArray(posts.id, input))),

  createMany: signedIn.input(z.array(z.object({ name: z.string() }))).mutation(async ({ ctx, input }) => {
    try {
      for (const { name } of input) await ctx.db.insert(posts).values({ name }) // expect: no-n-plus-one/writeInLoop
    } catch (err) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: err instanceof Error ? err.message : 'failed' }) // expect: no-raw-error-response/errorMessage
    }
  }),

  remove: signedIn.input(z.number()).mutation(async ({ ctx, input }) => {
    try {
      await ctx.db.delete(posts).where(eq(posts.id, input))
    } catch (cause) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'The post could not be removed', cause })
    }
  }),
})
