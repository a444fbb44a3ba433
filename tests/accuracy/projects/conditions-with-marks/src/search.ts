// why: conditions that are gathered hold placeholders, and the values go beside them
import { Pool } from 'pg';

const pool = new Pool();

export async function search(filters: Record<string, string | undefined>) {
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const column of ['name', 'kind'] as const) {
    if (filters[column] === undefined) continue;
    values.push(filters[column]);
    conditions.push(`${column} = $${String(values.length)}`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return pool.query(`SELECT * FROM items ${where} LIMIT 100`, values);
}
