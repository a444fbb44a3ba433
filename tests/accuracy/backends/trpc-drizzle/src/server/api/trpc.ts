import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { ZodError } from 'zod'
import { db } from '../db'

export const createContext = async (opts: { headers: Headers }) => ({ db, session: null, ...opts })

const t = initTRPC.context<typeof createContext>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    return { ...shape, data: { ...shape.data, issues: error.cause instanceof ZodError ? error.cause.flatten() : null } }
  },
})

export const router = t.router
export const open = t.procedure
export const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { ...ctx, session: ctx.session } })
})
