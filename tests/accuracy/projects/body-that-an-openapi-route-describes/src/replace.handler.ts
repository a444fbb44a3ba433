import type { Context } from 'hono';
import { update } from './store';

export const replace = async (c: Context) => {
  await update(Number(c.req.param('id')), c.req.valid('json'));
  return c.json({}, 200);
};
