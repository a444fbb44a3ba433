// why: what leaves a callback does not leave the loop around it
import { prisma } from './db';

export async function renew(domains: { id: string }[]) {
  for (const domain of domains) {
    await prisma.$transaction(async (tx) => {
      return await tx.invoice.create({ data: { domainId: domain.id } }); // expect: no-n-plus-one/writeInLoop
    });
  }
}
