import { eq } from 'drizzle-orm'
import bcrypt from 'bcryptjs'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import * as schema from '../db/schema.js'
import { users } from '../db/schema.js'

export class UserRepository {
  constructor(private readonly db: PostgresJsDatabase<typeof schema>) {}

  findByEmail(email: string) {
    return this.db.query.users.findFirst({ where: eq(users.email, email) })
  }

  async create(email: string, password: string) {
    const passwordHash = await bcrypt.hash(password, 12)
    const [user] = await this.db.insert(users).values({ email, passwordHash }).returning()
    return user
  }

  async changePassword(id: number, password: string) {
    await this.db.update(users).set({ passwordHash: password }).where(eq(users.id, id)) // expect: no-unhashed-password/plaintext
  }
}
