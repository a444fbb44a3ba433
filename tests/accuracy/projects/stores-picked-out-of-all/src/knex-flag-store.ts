import type { Knex } from 'knex';
import type { FlagStore } from './stores';

export default class KnexFlagStore implements FlagStore {
  constructor(private readonly db: Knex) {}

  async rename(id: string, name: string) {
    await this.db('flags').where({ id }).update({ name });
  }
}
