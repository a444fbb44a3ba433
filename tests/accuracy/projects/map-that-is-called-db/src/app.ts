// why: a map that is called like a database is in memory
import { Hono } from 'hono';

const db = new Map<string, { url: string; hits: number }>();

export const app = new Hono();

app.get('/:code', (c) => {
  const link = db.get(c.req.param('code'));
  if (!link) return c.notFound();
  link.hits += 1;
  return c.redirect(link.url);
});
app.delete('/:code', (c) => c.json({ deleted: db.delete(c.req.param('code')) }));
