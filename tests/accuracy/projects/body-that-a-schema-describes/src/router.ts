// why: an input is stored whole, and its schema says that a password is in it
import { initTRPC } from '@trpc/server';
import { hash } from 'bcryptjs';
import { z } from 'zod';
import { createContext } from './context';
import { users } from './schema';

const t = initTRPC.context<typeof createContext>().create();
const credentials = z.object({ email: z.string().email(), password: z.string().min(8) });
const profile = z.object({ email: z.string().email(), city: z.string() });

export const router = t.router({
  join: t.procedure.input(credentials).mutation(async ({ ctx, input }) => {
    await ctx.db.insert(users).values({ ...input, password: await hash(input.password, 12) });
  }),
  hasty: t.procedure.input(credentials).mutation(async ({ ctx, input }) => {
    await ctx.db.insert(users).values(input); // expect: no-unhashed-password/plaintext
  }),
  profile: t.procedure.input(profile).mutation(async ({ ctx, input }) => {
    await ctx.db.insert(users).values(input);
  }),
});
