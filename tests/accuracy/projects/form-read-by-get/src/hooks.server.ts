// why: what a form or the address holds is read by get(), and the client is one of the locals
import type { Handle } from '@sveltejs/kit';
import { drizzle } from 'drizzle-orm/node-postgres';

const db = drizzle('postgres://localhost/birds');

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.db = db;
  return resolve(event);
};
