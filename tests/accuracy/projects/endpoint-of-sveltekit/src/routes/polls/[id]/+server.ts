// why: a file that is named +server answers requests with what it exports
import { db } from '$lib/server/db';
import { votes } from '$lib/server/schema';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ params, request }) => {
  const { choice } = await request.json();
  await db.insert(votes).values({ poll: params.id, choice }); // expect: no-db-in-controller/queryInController
  return new Response(null, { status: 204 });
};
