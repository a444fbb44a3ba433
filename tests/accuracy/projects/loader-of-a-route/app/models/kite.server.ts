import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const kiteById = (id: string) => prisma.kite.findUnique({ where: { id } });
