import type { Collection } from 'mongodb';
import type { Hasher } from './hasher';

export class Users {
  constructor(private readonly users: Collection, private readonly hasher: Hasher) {}

  async register({ email, password }: { email: string; password: string }) {
    await this.users.insertOne({ email, password: await this.hasher.protect(password) });
  }
}
