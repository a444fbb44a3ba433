import type { Kysely } from 'kysely';
import type { Database } from './database';

export class UserStore {
  constructor(private readonly db: Kysely<Database>) {}

  block(id: string) {
    return this.db.updateTable('users').set({ blocked: true }).where('id', '=', id).execute();
  }
}
