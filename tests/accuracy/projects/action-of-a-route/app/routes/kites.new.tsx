// why: the action of a route is what the framework calls with a request
import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { prisma } from '../db.server';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const kite = await prisma.kite.create({ data: { name: String(form.get('name')) } }); // expect: no-db-in-controller/queryInController
  return redirect(`/kites/${kite.id}`);
}
