import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST() {
  // A secret that is sent along is no check of who calls.
  await fetch('http://checker.internal/run', { method: 'POST', headers: { authorization: `Bearer ${process.env.CRON_SECRET}` } });
  return Response.json({ users: await prisma.user.count() }); // expect: no-db-in-controller/queryInController
}

export async function GET() {
  try {
    return Response.json({ users: await prisma.user.count() }); // expect: no-db-in-controller/queryInController
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 }); // expect: no-raw-error-response/errorMessage
  }
}
