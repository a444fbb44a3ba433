export const keys = {
  profile: (id: string) => `profile:${id}`,
  visits: (id: string) => `visits:${id}`,
};
