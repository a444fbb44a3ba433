import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.context<{ userId?: string }>().create();

export const router = t.router;
export const pagedProcedure = t.procedure.input(z.object({ take: z.number().min(1), skip: z.number().default(0) }));
