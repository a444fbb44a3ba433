import fp from 'fastify-plugin'
import type { Kysely } from 'kysely'
import { createDb } from '../db/index.js'
import type { Database } from '../db/types.js'

declare module 'fastify' {
  interface FastifyInstance { kysely: Kysely<Database> }
}

export default fp(async function (app) {
  const kysely = createDb(process.env.DATABASE_URL as string)
  app.decorate('kysely', kysely)
  app.addHook('onClose', () => kysely.destroy())
})
