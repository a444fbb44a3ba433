import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

interface Tables {
  polls: { id: string; title: string };
}

const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool() }) });

export const pollById = (id: string) => db.selectFrom('polls').selectAll().where('id', '=', id).executeTakeFirst();
