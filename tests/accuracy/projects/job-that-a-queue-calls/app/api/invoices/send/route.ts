// why: a route that checks the signature of a queue is that queue's job: it may query, and who reads its errors is the team
import { PrismaClient } from '@prisma/client';
import { verifySignature } from '../../../../jobs/verify';

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const body = await request.text();
  await verifySignature(request, body);
  try {
    const due = await prisma.invoice.findMany({ where: { dueAt: { lt: new Date() }, sentAt: null } });
    return Response.json({ due: due.length });
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 });
  }
}
