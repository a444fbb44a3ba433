// why: the validator's schema leaves nothing in the body but a name
import { Hono } from 'hono';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { rename } from './store';

export const members = new Hono<{ Variables: { id: string } }>();

members.patch('/me', zValidator('json', z.object({ name: z.string() })), async (c) => {
  await rename(c.get('id'), c.req.valid('json'));
  return c.body(null, 204);
});
