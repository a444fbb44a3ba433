import { Pool } from 'pg';

const pool = new Pool();

export async function castVote(option: string) {
  const { rows } = await pool.query('INSERT INTO votes (option) VALUES ($1) RETURNING id', [option]);
  return rows[0];
}
