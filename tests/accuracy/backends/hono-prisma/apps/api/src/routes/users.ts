import { Hono } from 'hono';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { hash, compare } from 'bcryptjs';
import { db } from '@shop/db';

const credentials = z.object({ email: z.string().email(), password: z.string().min(8) });
const profile = z.object({ name: z.string().optional(), password: z.string().min(8).optional() });

export const users = new Hono();

users.post('/', zValidator('json', credentials), async (c) => { // expect: require-rate-limit/registration
  const { email, password } = c.req.valid('json');
  const user = await db.user.create({ // expect: no-db-in-controller/queryInController
    data: { email, password: await hash(password, 10) },
  });
  return c.json({ id: user.id }, 201);
});

users.patch('/me', zValidator('json', profile), async (c) => {
  const data = c.req.valid('json');
  const user = await db.user.update({ where: { id: c.get('userId') }, data }); // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  return c.json({ id: user.id });
});

users.post('/login', zValidator('json', credentials), async (c) => { // expect: require-rate-limit/login
  const { email, password } = c.req.valid('json');
  const user = await db.user.findUnique({ where: { email } }); // expect: no-db-in-controller/queryInController
  if (!user || !(await compare(password, user.password))) {
    return c.json({ message: 'Wrong email or password' }, 401);
  }
  return c.json({ id: user.id });
});
