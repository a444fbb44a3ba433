import { PrismaClient } from '@prisma/client';
import { once } from './once.server';

export const prisma = once('prisma', () => new PrismaClient());

await prisma.$connect();
