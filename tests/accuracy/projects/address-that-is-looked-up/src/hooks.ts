// why: a check that asks the network as well tells what the network said
import { lookup } from 'node:dns/promises';
import { Hono } from 'hono';

export const hooks = new Hono();

hooks.post('/hooks', async (c) => {
  const { address } = await c.req.json();
  try {
    await checkAddress(address);
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.message : 'The address will not do.' }, 400); // expect: no-raw-error-response/errorMessage
  }
  return c.json({ address }, 201);
});

async function checkAddress(address: string) {
  const { hostname } = new URL(address);
  const found = await lookup(hostname);
  if (found.address.startsWith('10.')) throw new Error('The address is one of ours.');
}
