// why: a query that takes a whole group runs once a group, not once a row
import { prisma } from './db';

export async function regroup(groups: Map<string, string[]>) {
  for (const [groupId, linkIds] of groups) {
    await prisma.link.updateMany({ where: { id: { in: linkIds } }, data: { groupId } });
  }
}
