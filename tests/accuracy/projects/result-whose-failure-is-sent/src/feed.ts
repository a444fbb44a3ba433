export async function loadFeed(feed: string) {
  try {
    const answer = await fetch(`https://feeds.internal/${feed}`);
    const { items } = (await answer.json()) as { items: unknown[] };
    return { ok: true, message: `${items.length} items` };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}
