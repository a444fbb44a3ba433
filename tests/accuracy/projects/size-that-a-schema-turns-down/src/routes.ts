// why: a schema may bound a number by a function of its own, and what another route of the chain bounds is no word on this one
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const MOST = 100;
const number = (fallback: number) => z.coerce.number().int().default(fallback);

const Turned = z.object({ limit: number(50).transform((n) => (n > MOST ? MOST : n)) });
const Refused = z.object({ limit: number(50).refine((n) => n <= MOST) });
const Least = z.object({ limit: z.string().transform((text) => Math.min(Number(text), MOST)) });

const turned = createRoute({ method: 'get', path: '/a', request: { query: Turned }, responses: {} });
const refused = createRoute({ method: 'get', path: '/b', request: { query: Refused }, responses: {} });
const least = createRoute({ method: 'get', path: '/c', request: { query: Least }, responses: {} });

const list = (take: number) => prisma.item.findMany({ take, select: { id: true } });

export const items = new OpenAPIHono()
  .openapi(turned, async (c) => c.json(await list(c.req.valid('query').limit)))
  .openapi(refused, async (c) => c.json(await list(c.req.valid('query').limit)))
  .openapi(least, async (c) => c.json(await list(c.req.valid('query').limit)));
