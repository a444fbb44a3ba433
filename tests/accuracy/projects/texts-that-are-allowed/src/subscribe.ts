// why: a text that stands in the app's own list may go out
import { TRPCError } from '@trpc/server';
import { prisma } from './db';

const SAFE = new Set(['Already subscribed', 'Unknown page']);

export async function subscribe(email: string) {
  try {
    await prisma.subscriber.create({ data: { email } });
  } catch (error) {
    if (error instanceof Error && SAFE.has(error.message)) throw new TRPCError({ code: 'BAD_REQUEST', message: error.message });
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Not subscribed' });
  }
}
