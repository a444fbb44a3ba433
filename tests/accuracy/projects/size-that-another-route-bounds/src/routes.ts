// why: a chain of routes is no chain of steps: the maximum of the first is no word on the second
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

const pages = createRoute({ method: 'get', path: '/pages', request: { query: z.object({ limit: z.coerce.number().max(100) }) }, responses: {} });
const feed = createRoute({ method: 'get', path: '/feed', request: { query: z.object({ limit: z.coerce.number().min(1) }) }, responses: {} });

const pagesOf = (take: number) => prisma.page.findMany({ take, select: { id: true } });
const feedOf = (take: number) => prisma.item.findMany({ take, select: { id: true } }); // expect: require-pagination-cap/uncappedLimit

export const items = new OpenAPIHono()
  .openapi(pages, async (c) => c.json(await pagesOf(c.req.valid('query').limit)))
  .openapi(feed, async (c) => c.json(await feedOf(c.req.valid('query').limit))); // expect: require-pagination-cap/uncappedLimit
