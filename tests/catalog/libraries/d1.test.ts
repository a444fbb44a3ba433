/** Cloudflare D1: bindings that only a type speaks of, statements that are prepared, and batches. */
import { cases } from './libraries.kit.js';

const hono = "import { Hono } from 'hono';\nconst app = new Hono<{ Bindings: { DB: D1Database; KEY: string } }>();\n";

cases('Cloudflare D1', { head: hono }, {
  'a statement that is bound and run in a loop': `
app.post('/seen', async (c) => {
  const { ids } = await c.req.json();
  const statement = c.env.DB.prepare('UPDATE posts SET seen = 1 WHERE id = ?');
  for (const id of ids) await statement.bind(id).run(); // expect: no-n-plus-one/writeInLoop, no-db-in-controller/queryInController
  await c.env.DB.batch(ids.map((id) => statement.bind(id))); // expect: no-db-in-controller/queryInController
  return c.body(null, 204);
});`,
  'a size that is bound': `
app.get('/posts', async (c) => {
  const { results } = await c.env.DB.prepare('SELECT id FROM posts ORDER BY id LIMIT ?').bind(Number(c.req.query('limit'))).all(); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
  return c.json(results);
});
app.get('/few', async (c) => {
  const limit = Math.min(Number(c.req.query('limit')), 50);
  const { results } = await c.env.DB.prepare('SELECT id FROM posts ORDER BY id LIMIT ?').bind(limit).all(); // expect: no-db-in-controller/queryInController
  return c.json(results);
});
app.get('/all', async (c) => {
  const { results } = await c.env.DB.prepare('SELECT id FROM posts').all(); // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  return c.json(results);
});
app.get('/one', async (c) => {
  return c.json(await c.env.DB.prepare('SELECT id FROM posts WHERE slug = ?').bind(c.req.query('slug')).first()); // expect: no-db-in-controller/queryInController
});`,
  'a password that is bound': `
app.post('/users', async (c) => {
  const { email, password } = await c.req.json();
  await c.env.DB.prepare('INSERT INTO users (email, password) VALUES (?, ?)').bind(email, password).run(); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  return c.body(null, 201);
});`,
  'a database that a function is handed': `
import { drizzle } from 'drizzle-orm/d1';
import { posts } from './schema';
export async function titles(db: D1Database, ids: string[]) {
  return Promise.all(ids.map((id) => db.prepare('SELECT title FROM posts WHERE id = ?').bind(id).first())); // expect: no-n-plus-one/queryInLoop
}
app.get('/', async (c) => {
  const db = drizzle(c.env.DB);
  return c.json(await db.select().from(posts)); // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
});`,
  'what is no database': `
app.get('/key', async (c) => {
  for (const each of [1, 2, 3, 4, 5, 6]) c.env.KEY.prepare(each).run();
  return c.text(c.env.OTHER.prepare('SELECT 1').first());
});`,
});
