// why: the transaction of a helper writes once a line, and once a line is too often
import { eq, sql } from 'drizzle-orm';
import { stock } from './db';
import { withTransaction } from './with-transaction';

export function take(lines: { sku: string; amount: number }[]) {
  return withTransaction(async (tx) => {
    for (const { sku, amount } of lines) {
      await tx.update(stock).set({ amount: sql`${stock.amount} - ${amount}` }).where(eq(stock.sku, sku)); // expect: no-n-plus-one/writeInLoop
    }
  });
}
