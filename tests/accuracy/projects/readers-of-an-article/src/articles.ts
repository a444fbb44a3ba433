// why: rows that an include brings along go out with the spread article, although a mapper beside them names fields
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function star(id: number) {
  const { _count, ...article } = await prisma.article.update({ where: { id }, data: { stars: { increment: 1 } }, include: { readers: true, _count: true } });
  return { ...article, count: _count.readers };
}

export async function unstar(id: number) {
  const { readers, ...article } = await prisma.article.update({ where: { id }, data: { stars: { decrement: 1 } }, include: { readers: true } });
  return { ...article, readers: readers.map((reader) => ({ name: reader.name })) };
}

export async function countReaders(id: number) {
  return prisma.article.findUnique({ where: { id }, include: { _count: { select: { readers: true } } } });
}
