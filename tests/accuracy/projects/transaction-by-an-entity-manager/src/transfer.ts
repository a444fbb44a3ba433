// why: the manager of a transaction that the app opens queries in a loop
import { Ticket } from './ticket';
import { withTransaction } from './with-transaction';

export function transfer(changes: { id: number; to: string }[]) {
  return withTransaction(async (manager) => {
    for (const { id, to } of changes) {
      await manager.update(Ticket, id, { holder: to }); // expect: no-n-plus-one/writeInLoop
    }
  });
}
