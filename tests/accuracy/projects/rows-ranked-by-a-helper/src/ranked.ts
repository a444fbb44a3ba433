export const ranked = <T extends { points: number }>(players: readonly T[]): T[] => players.toSorted((a, b) => b.points - a.points);
