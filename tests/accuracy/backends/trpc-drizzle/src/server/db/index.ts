import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema'

const kept = globalThis as unknown as { client?: postgres.Sql }
const client = kept.client ?? postgres(process.env.DATABASE_URL!)
export const db = drizzle(client, { schema })
