// why: a handler of Elysia that takes its context apart is a handler
import { Elysia, t } from 'elysia';
import { eq } from 'drizzle-orm';
import { db, boats } from './db';

export const app = new Elysia().get(
  '/boats/:id',
  async ({ params: { id } }) => {
    const [boat] = await db.select().from(boats).where(eq(boats.id, id)); // expect: no-db-in-controller/queryInController
    return boat;
  },
  { params: t.Object({ id: t.Number() }) },
);
