import { Pool } from 'pg';

const pool = new Pool();

export async function supplierFor(name: string) {
  const { rows } = await pool.query('SELECT id FROM suppliers WHERE name = $1', [name]);
  return rows[0];
}
