import type { Pool } from 'pg';

export class Stops {
  constructor(private readonly pool: Pool) {}

  async byId(id: string) {
    const { rows } = await this.pool.query('SELECT name FROM stops WHERE id = $1', [id]);
    return rows[0];
  }
}
