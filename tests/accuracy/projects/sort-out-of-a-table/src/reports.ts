// why: what a client may sort by is looked up in a table of columns
import { Pool } from 'pg';

const pool = new Pool();
const COLUMNS: Record<string, string> = { day: 'day', total: 'sum(total)' };

export async function sales(order: string, direction: 'ASC' | 'DESC') {
  const column = COLUMNS[order] ?? COLUMNS.day;
  return pool.query(`SELECT day, sum(total) FROM sales GROUP BY day ORDER BY ${column} ${direction} LIMIT 100`);
}
