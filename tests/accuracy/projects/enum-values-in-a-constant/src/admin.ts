// why: the values of a generated enum are few, also when a constant holds them
import { PrismaClient, Source } from '@prisma/client';

const prisma = new PrismaClient();
export async function countBySource() {
  const sources = Object.values(Source);
  return Promise.all(sources.map(async (source) => ({ source, count: await prisma.profile.count({ where: { source } }) })));
}
