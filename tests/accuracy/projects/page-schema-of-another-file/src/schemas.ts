import { z } from 'zod';

const page = z.object({ cursor: z.string().nullish(), limit: z.number().int().positive().lte(50).default(10) });

export const reviewPage = page.extend({ productId: z.string().optional() });
