// why: the row is read by a helper of another file, which locks it, and by one that does not
import { db } from './db.js';
import { lockItem, readItem } from './stock.js';

export async function take(id: number, quantity: number) {
  await db.transaction(async (trx) => {
    const item = await lockItem(trx, id);
    await trx('items').where({ id: item.id }).update({ stock: item.stock - quantity });
  });
}

export async function putBack(id: number, quantity: number) {
  await db.transaction(async (trx) => {
    const item = await readItem(trx, id);
    await trx('items').where({ id: item.id }).update({ stock: item.stock + quantity }); // expect: prefer-atomic-update/readModifyWrite
  });
}
