import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

interface Change {
  id: number;
  shopId: number;
  status: string;
}

async function write(entries: { change: number; text: string }[]): Promise<void> {
  if (entries.length > 0) await prisma.entry.createMany({ data: entries });
}

export async function logChanges({ changes, by }: { changes: Change[]; by: number }): Promise<void> {
  const entries: { change: number; text: string }[] = [];
  for (const change of changes) entries.push({ change: change.id, text: `${change.status} by ${by}` });
  await write(entries);
}

export async function logChange({ change, by }: { change: Change; by: number }): Promise<void> {
  await write([{ change: change.id, text: `${change.status} by ${by}` }]);
}
