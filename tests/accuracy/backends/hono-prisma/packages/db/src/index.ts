import { PrismaClient } from '@prisma/client';

const kept = globalThis as unknown as { prisma?: PrismaClient };

export const db = kept.prisma ?? new PrismaClient();

if (process.env.NODE_ENV !== 'production') kept.prisma = db;

export * from '@prisma/client';
export * from './queries';
