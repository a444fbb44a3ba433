// why: a tree that is read level by level queries once a level
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function below(rootId: string) {
  const found: { id: string; parentId: string | null }[] = [];
  let level = [rootId];
  while (level.length > 0) {
    const children = await prisma.unit.findMany({ where: { parentId: { in: level } } });
    found.push(...children);
    level = children.map((child) => child.id);
  }
  return found;
}
