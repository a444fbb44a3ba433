export const HASHING = { iterations: 20_000 } as const;
