// why: the maximum may stand in the second half of a schema's pipe
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { invoicesAfter } from './invoices';
import { listQuery } from './schemas';

export const app = new Hono().get('/invoices', zValidator('query', listQuery), async (c) => {
  const { limit, after } = c.req.valid('query');
  return c.json(await invoicesAfter(after, limit));
});
