export function ranked<T extends { points: number; rank: number }>(players: T[]): T[] {
  const sorted = [...players].sort((a, b) => b.points - a.points);
  sorted.forEach((player, index) => {
    player.rank = index + 1;
  });
  return sorted;
}
