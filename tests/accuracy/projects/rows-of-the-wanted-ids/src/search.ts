// why: rows of the ids that a search found are no more than the search found
import type { FastifyInstance } from 'fastify';
import { inArray } from 'drizzle-orm';
import { db, recipes } from './db';
import { searchIndex } from './search-index';

async function recipesBy(text: string) {
  const hits = await searchIndex(text, 20);
  return db.select().from(recipes).where(inArray(recipes.id, hits.map((hit) => hit.id)));
}

export async function routes(app: FastifyInstance) {
  app.get<{ Querystring: { q: string } }>('/recipes/search', async (request) => ({ recipes: await recipesBy(request.query.q) }));
}
