import type { Knex } from 'knex';

export class RateStore {
  constructor(private readonly db: Knex) {}

  async find(currency: string) {
    return this.db('rates').where({ currency }).first();
  }
}
