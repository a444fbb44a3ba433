// why: rows that are kept are read once each
import { prisma } from './db';

export async function names(orders: { accountId: string }[]) {
  const accounts: Record<string, { name: string } | null> = {};
  for (const order of orders) {
    if (!accounts[order.accountId]) {
      accounts[order.accountId] = await prisma.account.findUnique({ where: { id: order.accountId } });
    }
  }
  return accounts;
}
