// why: a middleware of another file puts the client into the context, and handlers take it out
import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { withClient, type Env } from './client';
import { stamps } from './schema';

const app = new Hono<Env>();
app.use(withClient);

app.get('/stamps', async (c) => {
  const db = c.get('db');
  const all = await db.select().from(stamps); // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
  return c.json(all);
});

app.post('/stamps/lock', async (c) => {
  const { ids } = await c.req.json();
  for (const id of ids) {
    await c.var.db.update(stamps).set({ locked: true }).where(eq(stamps.id, id)); // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
  }
  return c.body(null, 204);
});

export default app;
