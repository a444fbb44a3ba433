import type { FlagStore } from './flag-store';

export { type FlagStore };

export interface Stores {
  flagStore: FlagStore;
}
