export interface FlagStore {
  rename(id: string, name: string): Promise<void>;
}
