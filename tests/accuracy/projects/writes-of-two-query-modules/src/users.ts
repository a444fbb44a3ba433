import { db } from './db';

export async function banUser(id: number) {
  await db('users').where({ id }).update({ banned: true });
}
