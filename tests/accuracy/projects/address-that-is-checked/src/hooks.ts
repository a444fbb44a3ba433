// why: a check that throws its own texts alone, with the address put into them, says what a client may read
import { Hono } from 'hono';
import { checkAddress } from './address';
import { register } from './registry';

export const hooks = new Hono();

hooks.post('/hooks', async (c) => {
  const { address } = await c.req.json();
  try {
    checkAddress(address);
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : 'The address will not do.' }, 400);
  }
  return c.json(await register(address), 201);
});
