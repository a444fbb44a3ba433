import { createRoute, z } from '@hono/zod-openapi';

const Monitor = z.object({ name: z.string(), url: z.string().url() });
const content = { 'application/json': { schema: Monitor.partial() } };

export const create = createRoute({ method: 'post', path: '/monitors', request: { body: { content } }, responses: {} });
export const replace = createRoute({ method: 'put', path: '/monitors/{id}', request: { body: { content } }, responses: {} });
