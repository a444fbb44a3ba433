import { json } from '@sveltejs/kit';
import { birds } from '../../../schema';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  return json(await locals.db.select().from(birds).limit(limit)); // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
};

export const POST: RequestHandler = async ({ request, locals }) => {
  const settings = new Map([['limit', 20]]);
  const { names } = await request.json();
  for (const name of names) await locals.db.insert(birds).values({ name }); // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
  return json(await locals.db.select().from(birds).limit(settings.get('limit'))); // expect: no-db-in-controller/queryInController
};
