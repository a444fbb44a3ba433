import { database } from '../database';

export class UserRepository {
  async insert(user: { email: string; password: string }) {
    const [row] = await database('users').insert(user).returning(['id', 'email']); // expect: no-unhashed-password/plaintext
    return row;
  }

  async setPassword(id: number, password: string) {
    await database('users').where({ id }).update({ password });
  }

  async touch(ids: number[]) {
    await database('users').whereIn('id', ids).update({ seen_at: new Date() });
  }
}
