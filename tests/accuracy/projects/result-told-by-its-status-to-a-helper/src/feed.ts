export async function loadFeed(feed: string) {
  try {
    const answer = await fetch(`https://feeds.internal/${feed}`);
    const { items } = (await answer.json()) as { items: unknown[] };
    return { status: 'done' as const, message: `${items.length} items` };
  } catch (error) {
    return { status: 'failed' as const, message: (error as Error).message };
  }
}
