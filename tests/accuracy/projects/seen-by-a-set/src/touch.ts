// why: a set of what was seen spares repeats, not one query for each
import { pool } from './db';

export async function touchAuthors(comments: { authorId: number; text: string }[]) {
  const seen = new Set<number>();
  for (const comment of comments) {
    if (seen.has(comment.authorId)) continue;
    seen.add(comment.authorId);
    await pool.query('UPDATE authors SET active_at = now() WHERE id = $1', [comment.authorId]); // expect: no-n-plus-one/writeInLoop
  }
}
