import { db } from './db';

export async function listed(by: string) {
  const rows = await db('comments').select('*').where('comments.post_id', '=', by);
  return rows.map(toComment);
}

const toComment = (row: { id: number; text: string }) => ({ id: row.id, text: row.text });
