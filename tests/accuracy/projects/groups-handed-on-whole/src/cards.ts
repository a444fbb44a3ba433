import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const addCards = (cards: { deck: string; text: string }[]) => prisma.card.createMany({ data: cards.map((card) => ({ ...card, seen: 0 })) });
