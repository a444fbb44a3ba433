import { MeiliSearch } from 'meilisearch';

const client = new MeiliSearch({ host: 'http://localhost:7700' });

export async function searchIndex(text: string, limit: number) {
  const { hits } = await client.index<{ id: number }>('recipes').search(text, { limit });
  return hits;
}
