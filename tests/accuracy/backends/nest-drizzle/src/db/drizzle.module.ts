import { Global, Module } from '@nestjs/common'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import * as schema from './schema'

export const DRIZZLE = Symbol('DRIZZLE')
export type DrizzleDB = NodePgDatabase<typeof schema>

@Global()
@Module({
  providers: [{ provide: DRIZZLE, useFactory: () => drizzle(new Pool({ connectionString: process.env.DATABASE_URL }), { schema }) }],
  exports: [DRIZZLE],
})
export class DrizzleModule {}
