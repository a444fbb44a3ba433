// why: a service whose name says nothing hashes as its body shows
import { Hono } from 'hono';
import type { Users } from './users';

export const routes = (users: Users) =>
  new Hono().post('/users', async (c) => { // expect: require-rate-limit/registration
    await users.register(await c.req.json());
    return c.body(null, 201);
  });
