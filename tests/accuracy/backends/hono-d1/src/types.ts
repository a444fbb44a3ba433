import type { DrizzleD1Database } from 'drizzle-orm/d1'
import type * as schema from './db/schema'

export type AppEnv = {
  Bindings: { DB: D1Database; PEPPER: string }
  Variables: { db: DrizzleD1Database<typeof schema>; userId: string }
}
