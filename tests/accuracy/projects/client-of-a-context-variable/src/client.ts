import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { createMiddleware } from 'hono/factory';

export type Env = { Bindings: { DB: D1Database }; Variables: { db: DrizzleD1Database } };

export const withClient = createMiddleware<Env>(async (c, next) => {
  c.set('db', drizzle(c.env.DB));
  await next();
});
