import { db } from './index';

export async function getStock(productId: string) {
  const rows = await db.stock.aggregate({ where: { productId }, _sum: { qty: true } });
  return rows._sum.qty ?? 0;
}

export const listProducts = (opts: { take: number; cursor?: string }) =>
  db.product.findMany({
    take: opts.take,
    ...(opts.cursor ? { skip: 1, cursor: { id: opts.cursor } } : {}),
  });

export function getCategories() {
  return db.category.findMany({ orderBy: { name: 'asc' } }); // expect: require-pagination-cap/unboundedList
}
