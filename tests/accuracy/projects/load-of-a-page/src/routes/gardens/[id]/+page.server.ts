// why: the load function of a page is what the framework calls with a request
import { error } from '@sveltejs/kit';
import { prisma } from '../../../server/db';

export const load = async ({ params }) => {
  const garden = await prisma.garden.findUnique({ where: { id: params.id } }); // expect: no-db-in-controller/queryInController
  if (!garden) error(404, 'No such garden');
  return { garden };
};
