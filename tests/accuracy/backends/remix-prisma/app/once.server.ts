export function once<Made>(key: string, make: () => Made): Made {
  const kept = globalThis as any;
  kept.made ??= {};
  kept.made[key] ??= make();
  return kept.made[key];
}
