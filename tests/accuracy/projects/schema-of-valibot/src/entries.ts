import { Pool } from 'pg';

const pool = new Pool();

export async function entries(limit: number) {
  const { rows } = await pool.query('SELECT id, text FROM entries ORDER BY id DESC LIMIT $1', [limit]);
  return rows;
}
