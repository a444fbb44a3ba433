import { hash, verify } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import type { Database } from '../../db/types.js'

const options = { memoryCost: 19456, timeCost: 2, parallelism: 1 }
const weak = { memoryCost: 1024, timeCost: 1 } // expect: no-unhashed-password/weakCost

export class UsersService {
  constructor(private db: Kysely<Database>) {}

  async register(input: { email: string; name: string; password: string }) {
    const { password, ...rest } = input
    return this.db
      .insertInto('users')
      .values({ ...rest, password: await hash(password, options) })
      .returning(['id', 'email'])
      .executeTakeFirstOrThrow()
  }

  async reset(id: number, password: string) {
    const digest = await hash(password, weak)
    await this.db.updateTable('users').set({ password: digest }).where('id', '=', id).execute()
  }

  async adminCreate(input: { email: string; name: string; password: string }) {
    await this.db.insertInto('users').values(input).execute() // expect: no-unhashed-password/plaintext
  }

  async check(email: string, password: string) {
    const user = await this.db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()
    return user && (await verify(user.password, password)) ? user : null
  }
}
