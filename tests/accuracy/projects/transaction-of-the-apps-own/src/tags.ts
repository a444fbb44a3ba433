// why: a transaction that the app's own helper opens hands its client on
import { withTransaction } from './transaction';
import { tags } from './schema';

export function addTags(names: string[]) {
  return withTransaction(async (tx) => {
    for (const name of names) {
      await tx.insert(tags).values({ name }); // expect: no-n-plus-one/writeInLoop
    }
  });
}
