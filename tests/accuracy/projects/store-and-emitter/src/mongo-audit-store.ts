import { EventEmitter } from 'node:events';
import type { Collection } from 'mongodb';
import type { Audit, AuditStore } from './audit-store';

export class MongoAuditStore extends EventEmitter implements AuditStore {
  constructor(private readonly collection: Collection<Audit>) {
    super();
  }

  async add(audit: Audit) {
    await this.collection.insertOne(audit);
    this.emit('added', audit);
  }

  async addMany(audits: Audit[]) {
    await this.collection.insertMany(audits);
  }
}
