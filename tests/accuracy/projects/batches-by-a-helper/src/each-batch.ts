import type { HydratedDocument, Model } from 'mongoose';

export async function eachBatch<T>(model: Model<T>, size: number, work: (rows: HydratedDocument<T>[]) => Promise<void>) {
  let last: unknown;
  for (;;) {
    const rows = await model.find(last ? { _id: { $gt: last } } : {}).sort('_id').limit(size);
    if (rows.length === 0) return;
    await work(rows);
    last = rows.at(-1)!._id;
  }
}
