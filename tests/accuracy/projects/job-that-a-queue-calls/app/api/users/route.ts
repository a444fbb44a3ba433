import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET() {
  try {
    return Response.json({ users: await prisma.user.count() }); // expect: no-db-in-controller/queryInController
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 }); // expect: no-raw-error-response/errorMessage
  }
}
