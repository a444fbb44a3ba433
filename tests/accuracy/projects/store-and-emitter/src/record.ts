// why: an interface that joins a store and an emitter has the methods of both
import type { Audit, AuditStore } from './audit-store';

export async function record(store: AuditStore, audits: Audit[]) {
  for (const audit of audits) {
    await store.add(audit); // expect: no-n-plus-one/writeInLoop
  }
}

export async function announce(store: AuditStore, audits: Audit[]) {
  await store.addMany(audits);
  for (const audit of audits) store.emit('announced', audit);
}
