// why: a worker that takes one job after the other goes through no list
import type { Knex } from 'knex';

export class Worker {
  private stopped = false;

  constructor(private readonly db: Knex, private readonly run: (payload: string) => Promise<void>) {}

  stop() {
    this.stopped = true;
  }

  async start() {
    while (!this.stopped) {
      const [job] = await this.db('jobs').where({ state: 'open' }).orderBy('id').limit(1).update({ state: 'taken' }).returning('*');
      if (!job) {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        continue;
      }
      await this.run(job.payload);
    }
  }
}
