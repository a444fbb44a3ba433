// why: the query of the attempt itself is made once per element, whatever its catch does
import { Pool } from 'pg';

const pool = new Pool();
export async function send(ids: string[]) {
  for (const id of ids) {
    try {
      await pool.query('UPDATE mails SET sent = true WHERE id = $1', [id]); // expect: no-n-plus-one/writeInLoop
    } catch (error) {
      await pool.query('INSERT INTO failures (id) VALUES ($1)', [id]);
    }
  }
}
