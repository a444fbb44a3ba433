// why: a route's schema that a builder makes has its maximum as well
import type { FastifyInstance } from 'fastify';
import { SongsQuery } from './schemas';
import { songs } from './songs';

export async function routes(app: FastifyInstance) {
  app.get<{ Querystring: SongsQuery }>('/songs', { schema: { querystring: SongsQuery } }, async ({ query }) => ({ songs: await songs(query.genre, query.limit) }));
}
