// why: a group of rows that is handed whole to a function, which writes the list at once, is a batch
import { logChange, logChanges } from './log';

export async function hold(changes: { id: number; shopId: number; status: string }[], by: number): Promise<void> {
  const byShop = Object.groupBy(changes, (change) => String(change.shopId));
  for (const changes of Object.values(byShop)) {
    if (changes?.length) await logChanges({ changes, by });
  }
}

export async function holdSlowly(changes: { id: number; shopId: number; status: string }[], by: number): Promise<void> {
  for (const change of changes) {
    if (change.status) await logChange({ change, by }); // expect: no-n-plus-one/writeInLoop
  }
}
