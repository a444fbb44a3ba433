import { prisma } from './db';

export const tickets = (limit: number) => prisma.ticket.findMany({ take: limit + 1, where: { open: true } });
