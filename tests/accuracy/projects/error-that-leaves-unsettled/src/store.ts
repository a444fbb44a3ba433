import { Pool } from 'pg';

const pool = new Pool();
export class FlagStore {
  async write(flag: Record<string, unknown>) {
    await pool.query('UPDATE flags SET data = $1 WHERE name = $2', [flag, flag.name]);
  }
}
