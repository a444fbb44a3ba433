// why: marking what is done keeps no rows
import { prisma } from './db';

export async function closeAccounts(orders: { accountId: string }[]) {
  const done: Record<string, boolean> = {};
  for (const order of orders) {
    if (!done[order.accountId]) {
      await prisma.account.update({ where: { id: order.accountId }, data: { open: false } }); // expect: no-n-plus-one/writeInLoop
      done[order.accountId] = true;
    }
  }
}
