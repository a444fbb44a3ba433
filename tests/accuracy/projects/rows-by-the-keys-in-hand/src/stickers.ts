import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function addAll(stickers: { label: string; colour: string }[]) {
  const byLabel = new Map(stickers.map((sticker) => [sticker.label, sticker]));
  await prisma.sticker.createMany({ data: stickers });
  return prisma.sticker.findMany({ where: { label: { in: Array.from(byLabel.keys()) } } });
}
