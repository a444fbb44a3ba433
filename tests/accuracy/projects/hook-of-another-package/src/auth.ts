// why: a function that some package takes is no request handler, whatever its parameter is called
import { createAuthMiddleware } from 'better-auth/api';
import { prisma } from './db';

export const hooks = {
  before: createAuthMiddleware(async (ctx) => {
    const email = ctx.body?.email;
    if (email) await prisma.user.findUnique({ where: { email } });
  }),
};
