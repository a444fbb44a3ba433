import { ConflictException, Inject, Injectable } from '@nestjs/common'
import * as argon2 from 'argon2'
import { eq } from 'drizzle-orm'
import { DRIZZLE, type DrizzleDB } from '../db/drizzle.module'
import { users } from '../db/schema'

export interface NewUser { email: string; password: string }

@Injectable()
export class UsersService {
  constructor(@Inject(DRIZZLE) private readonly db: DrizzleDB) {}

  async create(user: NewUser) {
    const password = await argon2.hash(user.password)
    return this.db.insert(users).values({ ...user, password }).returning({ id: users.id })
  }

  async import(user: NewUser) {
    return this.db.insert(users).values(user) // expect: no-unhashed-password/plaintext
  }

  async setPassword(id: number, password: string) {
    await this.db.update(users).set({ password }).where(eq(users.id, id)) // expect: no-unhashed-password/plaintext
  }
}
