export const KINDS = ['book', 'film', 'game'] as const;
