// why: a route file may hand its function to a queue's client, which runs it as a job
import { serve } from '@upstash/workflow/nextjs';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const { POST } = serve<{ from: string; into: string }>(async (context) => {
  const { from, into } = context.requestPayload;
  await context.run('move the cards', async () => {
    await prisma.card.updateMany({ where: { deckId: from }, data: { deckId: into } });
  });
});
