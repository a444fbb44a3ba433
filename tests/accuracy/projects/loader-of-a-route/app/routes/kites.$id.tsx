// why: a loader that asks the module of its model holds no query
import type { LoaderFunctionArgs } from '@remix-run/node';
import { json } from '@remix-run/node';
import { kiteById } from '../models/kite.server';

export async function loader({ params }: LoaderFunctionArgs) {
  const kite = await kiteById(params.id!);
  if (!kite) throw new Response('Not found', { status: 404 });
  return json({ kite });
}
