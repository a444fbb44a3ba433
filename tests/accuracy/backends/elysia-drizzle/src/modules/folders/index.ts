import { Elysia, t } from 'elysia'
import { eq, isNull } from 'drizzle-orm'
import { db } from '../../db'
import { folders as table } from '../../db/schema'

async function children(parentId: number): Promise<unknown[]> {
  const rows = await db.select().from(table).where(eq(table.parentId, parentId))
  return Promise.all(rows.map(async (row) => ({ ...row, children: await children(row.id) }))) // expect: no-n-plus-one/queryInLoop
}

export const folders = new Elysia({ prefix: '/folders' })
  .get('/', async () => {
    const roots = await db.select().from(table).where(isNull(table.parentId)) // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
    return roots
  })
  .get('/:id/tree', ({ params }) => children(params.id), { params: t.Object({ id: t.Numeric() }) })
  .onError(({ error }) => {
    console.error(error)
    return new Response('Something went wrong', { status: 500 })
  })
