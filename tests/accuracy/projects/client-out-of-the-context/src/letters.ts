// why: the client is looked up in the asynchronous context
import { client, inTransaction } from './client';

const store = (text: string) => client().letter.create({ data: { text } });

export const send = (text: string) =>
  inTransaction(async () => {
    await store(text);
    await client().box.update({ where: { id: 1 }, data: { letters: { increment: 1 } } });
  });
