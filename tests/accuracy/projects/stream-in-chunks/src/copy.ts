// why: a bulk write a chunk is what a loop over a stream should do
import { prisma } from './db';

export async function copy(source: AsyncIterable<{ id: string }[]>) {
  for await (const chunk of source) {
    await prisma.copy.createMany({ data: chunk });
  }
}
