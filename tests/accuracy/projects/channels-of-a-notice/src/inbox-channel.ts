import { Pool } from 'pg';
import { Channel } from './channel';

export class InboxChannel implements Channel {
  constructor(private readonly pool: Pool) {}

  async deliver(to: string, text: string) {
    await this.pool.query('INSERT INTO inbox (account_id, body) VALUES ($1, $2)', [to, text]);
  }
}
