// why: a schema may come through another package
import { Hono } from 'hono';
import { validator } from 'hono-openapi';
import { z } from '@hono/zod-openapi';
import { tickets } from './tickets.data';

export const app = new Hono();

app.get('/tickets', validator('query', z.object({ limit: z.coerce.number().int().min(1).max(100) })), async (c) => {
  const { limit } = c.req.valid('query');
  return c.json(await tickets(limit));
});
