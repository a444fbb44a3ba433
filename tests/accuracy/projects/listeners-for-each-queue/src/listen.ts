// why: a loop that registers listeners does not run them
import { EventEmitter } from 'node:events';
import { Pool } from 'pg';

const pool = new Pool();

export function listen(bus: EventEmitter, topics: string[]) {
  for (const topic of topics) {
    bus.on(topic, async (body: string) => {
      await pool.query('INSERT INTO messages (topic, body) VALUES ($1, $2)', [topic, body]);
    });
  }
}
