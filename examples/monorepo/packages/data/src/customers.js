import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function customerName(id) {
  const customer = await prisma.customer.findUniqueOrThrow({ where: { id }, select: { name: true } });
  return customer.name;
}

export async function customerNames(ids) {
  const customers = await prisma.customer.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(customers.map(({ id, name }) => [id, name]));
}
