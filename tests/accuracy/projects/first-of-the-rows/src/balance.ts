// why: the one row that is taken out of a list is no list
import { Hono } from 'hono';
import { Kysely } from 'kysely';
import type { Books } from './books';

export function routes(db: Kysely<Books>) {
  return new Hono().get('/balance', async (c) => {
    const rows = await load(db);
    return c.json(rows.at(0) ?? { cents: 0 });
  });
}

const load = (db: Kysely<Books>) => db.selectFrom('entries').select('cents').orderBy('at', 'desc').execute();
