// why: a file of Nitro exports its handler in defineEventHandler
import { prisma } from '../../db';

export default defineEventHandler(async (event) => {
  const id = getRouterParam(event, 'id');
  return prisma.trail.findUnique({ where: { id } }); // expect: no-db-in-controller/queryInController
});
