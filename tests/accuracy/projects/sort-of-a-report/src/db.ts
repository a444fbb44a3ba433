import { Pool } from 'pg';

const pool = new Pool();

export async function rowsOf(text: string, values: unknown[] = []) {
  const { rows } = await pool.query(text, values);
  return rows;
}
