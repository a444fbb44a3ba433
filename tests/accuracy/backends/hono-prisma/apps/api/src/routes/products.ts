import { Hono } from 'hono';
import { z } from 'zod';
import { zValidator } from '@hono/zod-validator';
import { db, getCategories, getStock, listProducts } from '@shop/db';

const pageSchema = z.object({
  take: z.coerce.number().int().positive().default(20),
  cursor: z.string().optional(),
});

const searchSchema = z.object({ q: z.string(), limit: z.coerce.number().min(1).max(50).default(10) });

export const products = new Hono()
  .get('/', zValidator('query', pageSchema), async (c) => {
    const { take, cursor } = c.req.valid('query');
    const items = await listProducts({ take, cursor }); // expect: require-pagination-cap/uncappedLimit
    return c.json({ items });
  })
  .get('/search', zValidator('query', searchSchema), async (c) => {
    const { q, limit } = c.req.valid('query');
    const items = await db.product.findMany({ where: { name: { contains: q } }, take: limit }); // expect: no-db-in-controller/queryInController
    return c.json({ items });
  })
  .get('/categories', async (c) => c.json(await getCategories()))
  .get('/in-stock', async (c) => {
    const items = await listProducts({ take: 50 });
    const withStock = await Promise.all(
      items.map(async (item) => ({ ...item, stock: await getStock(item.id) })), // expect: no-n-plus-one/queryInLoop
    );
    return c.json(withStock.filter((item) => item.stock > 0));
  })
  .post('/bulk', async (c) => {
    try {
      const { items } = await c.req.json();
      await Promise.all(items.map((data: any) => db.product.create({ data }))); // expect: no-db-in-controller/queryInController, no-mass-assignment/wholeBody, no-n-plus-one/writeInLoop
      return c.json({ created: items.length }, 201);
    } catch (e) {
      const message = e instanceof Error ? e.message : 'Unknown error';
      return c.json({ error: message }, 400); // expect: no-raw-error-response/errorMessage
    }
  });
