import fp from 'fastify-plugin'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '../db/schema.js'
import { ProductRepository } from '../repositories/product-repository.js'
import { UserRepository } from '../repositories/user-repository.js'

declare module 'fastify' {
  interface FastifyInstance {
    db: PostgresJsDatabase<typeof schema>
    products: ProductRepository
    users: UserRepository
  }
}

export default fp(async (fastify) => {
  const client = postgres(process.env.DATABASE_URL!)
  const db = drizzle(client, { schema })
  fastify.decorate('db', db)
  fastify.decorate('products', new ProductRepository(db))
  fastify.decorate('users', new UserRepository(db))
  fastify.addHook('onClose', async () => {
    await client.end()
  })
}, { name: 'db' })
