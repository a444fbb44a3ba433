import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export class Users {
  constructor(private readonly db: Knex) {}

  async add(email: string, password: string) {
    await this.db('users').insert({ email, password: digest(password) }); // expect: no-unhashed-password/fastHash
  }
}
