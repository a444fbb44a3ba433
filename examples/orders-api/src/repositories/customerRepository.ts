import { prisma } from '@/lib/db';

export interface CustomerSearch {
  name?: string;
  offset?: string;
  limit?: string;
}

export const customerRepository = {
  search(query: CustomerSearch) {
    return prisma.customer.findMany({
      where: { name: { contains: query.name, mode: 'insensitive' } },
      select: { id: true, name: true, email: true },
      orderBy: { name: 'asc' },
      skip: Number(query.offset) || 0,
      take: Number(query.limit) || 25,
    });
  },

  findByEmail(email: string) {
    return prisma.customer.findUnique({ where: { email } });
  },

  findById(id: string) {
    return prisma.customer.findUnique({ where: { id } });
  },
};
