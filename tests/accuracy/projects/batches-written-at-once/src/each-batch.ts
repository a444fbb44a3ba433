import { prisma } from './db';

type Reading = { id: number; celsius: number };

export async function eachBatch(work: (rows: Reading[]) => Promise<void>) {
  let last = 0;
  for (;;) {
    const rows = await prisma.reading.findMany({ where: { id: { gt: last } }, orderBy: { id: 'asc' }, take: 1000 });
    if (rows.length === 0) return;
    await work(rows);
    last = rows[rows.length - 1]!.id;
  }
}
