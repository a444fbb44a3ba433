// why: the list that hangs on each row is another one for each
import { prisma } from './db';

export async function rename(users: { name: string; linkIds: string[] }[]) {
  for (const user of users) {
    await prisma.link.updateMany({ where: { id: { in: user.linkIds } }, data: { owner: user.name } }); // expect: no-n-plus-one/writeInLoop
  }
}
