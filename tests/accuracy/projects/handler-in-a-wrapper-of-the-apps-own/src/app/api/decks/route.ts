// why: a wrapper of the app's own hands its function on as the handler
import { PrismaClient } from '@prisma/client';
import { withSession } from '../../session';

const prisma = new PrismaClient();

export const DELETE = withSession(async (request) => {
  await prisma.deck.deleteMany({ where: { owner: request.headers.get('x-user') } }); // expect: no-db-in-controller/queryInController
  return new Response(null, { status: 204 });
});
