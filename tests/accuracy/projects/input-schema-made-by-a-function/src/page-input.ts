import { z, type ZodRawShape } from 'zod';

export function pageInput<T extends ZodRawShape>(shape: T, most = 50) {
  return z.object(shape).extend({ limit: z.number().int().max(most).optional() });
}
