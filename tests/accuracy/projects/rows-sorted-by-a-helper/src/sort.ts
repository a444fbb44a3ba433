export function sortByTitle<T extends { title: string }>(items: T[] | undefined): T[] {
  if (!items) return [];
  return [...items].sort((a, b) => a.title.localeCompare(b.title));
}
