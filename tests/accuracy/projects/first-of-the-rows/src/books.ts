export interface Books {
  entries: { cents: number; at: Date };
}
