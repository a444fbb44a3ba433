import { z } from 'zod';
import { procedure } from './trpc';

export const pageProcedure = procedure.input(z.object({ limit: z.number().max(25) }));
