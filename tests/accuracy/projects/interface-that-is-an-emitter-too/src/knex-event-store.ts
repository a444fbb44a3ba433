import { EventEmitter } from 'node:events';
import type { Knex } from 'knex';
import type { EventStore } from './event-store';

export class KnexEventStore extends EventEmitter implements EventStore {
  constructor(private readonly db: Knex) {
    super();
  }

  async store(event: object) {
    await this.db('events').insert(event);
  }
}
