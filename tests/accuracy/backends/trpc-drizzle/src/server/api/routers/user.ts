import bcrypt from 'bcryptjs'
import { z } from 'zod'
import { eq } from 'drizzle-orm'
import { router, open } from '../trpc'
import { users } from '../../db/schema'

const credentials = z.object({ email: z.string().email(), password: z.string().min(8) })

export const userRouter = router({
  register: open.input(credentials).mutation(async ({ ctx, input }) => { // missed: require-rate-limit
    const password = await bcrypt.hash(input.password, 12)
    await ctx.db.insert(users).values({ ...input, password })
  }),
  quick: open.input(credentials).mutation(async ({ ctx, input }) => {
    await ctx.db.insert(users).values(input) // expect: no-unhashed-password/plaintext
  }),
  change: open.input(credentials).mutation(async ({ ctx, input: { email, password } }) => {
    await ctx.db.update(users).set({ password }).where(eq(users.email, email)) // expect: no-unhashed-password/plaintext
  }),
})
