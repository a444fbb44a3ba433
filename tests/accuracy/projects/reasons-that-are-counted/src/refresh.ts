// why: reasons that go to the log while the client gets their number
import type { FastifyInstance } from 'fastify';
import { refreshFeed } from './feeds';

export async function routes(app: FastifyInstance) {
  app.post<{ Body: { urls: string[] } }>('/feeds/refresh', async (request) => {
    const results = await Promise.allSettled(request.body.urls.slice(0, 10).map((url) => refreshFeed(url)));
    const failed = results.filter((result) => result.status === 'rejected');
    for (const { reason } of failed) request.log.warn(reason, 'feed not refreshed');
    return { refreshed: results.length - failed.length, failed: failed.length };
  });
}
