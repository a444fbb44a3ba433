import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function rename(id: string, data: { name: string }) {
  await db.member.update({ where: { id }, data });
}
