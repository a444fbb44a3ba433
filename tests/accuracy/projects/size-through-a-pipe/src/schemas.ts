import { z } from 'zod';

export const size = z.coerce.number().pipe(z.number().int().min(1).max(200));
export const listQuery = z.object({ limit: size.default(25), after: z.string().optional() });
