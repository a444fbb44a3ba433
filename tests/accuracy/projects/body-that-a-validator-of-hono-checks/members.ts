// why: what Hono's valid('json') gives is the body, and the validator's schema says that a password is in it
import { Hono } from 'hono';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();
const profile = z.object({ name: z.string().optional(), password: z.string().min(8).optional() });

export const members = new Hono<{ Variables: { id: string } }>();

members.patch('/me', zValidator('json', profile), async (c) => {
  const data = c.req.valid('json');
  await db.member.update({ where: { id: c.get('id') }, data }); // expect: no-unhashed-password/plaintext, no-db-in-controller/queryInController
  return c.body(null, 204);
});

members.put('/me', zValidator('json', profile), async (c) => {
  await db.member.update({ where: { id: c.get('id') }, data: c.req.valid('json') }); // expect: no-unhashed-password/plaintext, no-db-in-controller/queryInController
  return c.body(null, 204);
});
