// why: a job that works every tenant's rows off page by page makes few round trips
import { prisma } from './db';

export async function retain(tenants: { id: string }[]) {
  for (const tenant of tenants) {
    let cursor: string | undefined;
    let hasMore = true;
    while (hasMore) {
      const rows = await prisma.event.findMany({ where: { tenantId: tenant.id }, take: 1000, ...(cursor && { cursor: { id: cursor } }) });
      cursor = rows.at(-1)?.id;
      hasMore = rows.length === 1000;
    }
  }
}
