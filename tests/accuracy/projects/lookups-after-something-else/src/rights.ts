export const allowed = (id: string) => fetch(`https://rights.internal/${id}`);
