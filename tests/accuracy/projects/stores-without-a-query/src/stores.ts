import type { Clock } from './clock';
import type { RateStore } from './rate-store';

export interface Stores {
  clock: Clock;
  rates: RateStore;
}
