import { prisma } from './db';

export async function stockOf(sku: string) {
  const rows = await prisma.stock.aggregate({ where: { sku }, _sum: { amount: true } });
  return rows._sum.amount;
}
