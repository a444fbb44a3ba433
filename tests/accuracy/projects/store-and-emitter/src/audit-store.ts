import type { EventEmitter } from 'node:events';
import type { Store } from './store';

export interface Audit {
  action: string;
}

export interface AuditStore extends Store<Audit>, EventEmitter {}
