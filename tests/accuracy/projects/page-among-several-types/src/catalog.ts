import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export function findBooks(size: number) {
  return prisma.book.findMany({ take: size });
}

export function findShelves(size: number) {
  return prisma.shelf.findMany({ take: size }); // expect: require-pagination-cap/uncappedLimit
}
