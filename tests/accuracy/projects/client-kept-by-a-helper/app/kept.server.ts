export function kept<Thing>(name: string, make: () => Thing): Thing {
  const home = globalThis as any;
  home.things ??= {};
  home.things[name] ??= make();
  return home.things[name];
}

export const made = <Thing>(label: string, make: () => Thing) => {
  console.time(label);
  return make();
};

export const later = <Thing>(make: () => Thing) => ({ make });
