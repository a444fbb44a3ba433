import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const orderOf = (id: string) => prisma.order.findUnique({ where: { id } });
