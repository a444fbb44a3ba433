import type { EventEmitter } from 'node:events';

export interface EventStore extends Pick<EventEmitter, 'on'> {
  store(event: object): Promise<void>;
}
