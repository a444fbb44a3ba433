// why: a loop that fills a list until there is enough runs through no list
import { prisma } from './db';

export async function collect(most: number) {
  const found: string[] = [];
  while (found.length < most) {
    const rows = await prisma.session.findMany({ take: 100, skip: found.length });
    if (rows.length === 0) break;
    found.push(...rows.map((row) => row.id));
  }
  return found;
}
