// why: the reasons of settled promises are errors that were caught
import type { FastifyInstance } from 'fastify';
import { refreshFeed } from './feeds';

export async function routes(app: FastifyInstance) {
  app.post<{ Body: { urls: string[] } }>('/feeds/refresh', async (request, reply) => {
    const results = await Promise.allSettled(request.body.urls.slice(0, 10).map((url) => refreshFeed(url)));
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.message] : []));
    return reply.send({ failed }); // expect: no-raw-error-response/errorMessage
  });
}
