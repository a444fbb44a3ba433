import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely<{ invoices: { id: string } }>({ dialect: new PostgresDialect({ pool: new Pool() }) });

export const invoicesAfter = (after: string | undefined, limit: number) =>
  db.selectFrom('invoices').selectAll().$if(after !== undefined, (query) => query.where('id', '>', after!)).limit(limit).execute();
