import type { z } from 'zod';

export async function readRequest(request: Request, schema?: z.ZodType) {
  let query: any = Object.fromEntries(new URL(request.url).searchParams);
  if (schema) {
    const result = schema.safeParse(query);
    if (!result.success) throw new Error('bad request');
    query = result.data;
  }
  return { query };
}
