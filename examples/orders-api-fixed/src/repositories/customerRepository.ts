import type { Prisma } from '@prisma/client';
import { prisma } from '@/lib/db';
import type { Page } from '@/lib/pagination';

const profile = { id: true, name: true, email: true } satisfies Prisma.CustomerSelect;
const credentials = { id: true, name: true, passwordHash: true } satisfies Prisma.CustomerSelect;

function nameContains(text: string | undefined): Prisma.CustomerWhereInput {
  return { name: { contains: text, mode: 'insensitive' } };
}

export interface NewCustomer {
  name: string;
  email: string;
  passwordHash: string;
}

export const customerRepository = {
  search(name: string | undefined, { page, limit }: Page) {
    return prisma.customer.findMany({
      where: nameContains(name),
      select: profile,
      orderBy: { name: 'asc' },
      skip: (page - 1) * limit,
      take: limit,
    });
  },

  countMatching(name: string | undefined) {
    return prisma.customer.count({ where: nameContains(name) });
  },

  findById(id: string) {
    return prisma.customer.findUnique({ where: { id }, select: profile });
  },

  findCredentialsById(id: string) {
    return prisma.customer.findUnique({ where: { id }, select: credentials });
  },

  findCredentialsByEmail(email: string) {
    return prisma.customer.findUnique({ where: { email }, select: credentials });
  },

  create({ name, email, passwordHash }: NewCustomer) {
    return prisma.customer.create({ data: { name, email, passwordHash }, select: profile });
  },

  async setPasswordHash(id: string, passwordHash: string): Promise<void> {
    await prisma.customer.update({ where: { id }, data: { passwordHash } });
  },
};
