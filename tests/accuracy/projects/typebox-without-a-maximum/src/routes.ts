// why: a schema whose only maximum is that of a text
import type { FastifyInstance } from 'fastify';
import { SongsQuery } from './schemas';
import { songs } from './songs';

export async function routes(app: FastifyInstance) {
  app.get<{ Querystring: SongsQuery }>('/songs', { schema: { querystring: SongsQuery } }, async ({ query }) => {
    return { songs: await songs(query.genre, query.limit) }; // expect: require-pagination-cap/uncappedLimit
  });
}
