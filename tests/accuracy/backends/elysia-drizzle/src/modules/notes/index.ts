import { Elysia, t } from 'elysia'
import { eq } from 'drizzle-orm'
import { db } from '../../db'
import { notes as table } from '../../db/schema'
import { NoteModel } from './model'
import { NoteService } from './service'

export const notes = new Elysia({ prefix: '/notes' })
  .decorate('db', db)
  .get('/', ({ query: { limit, offset } }) => NoteService.list(limit, offset), { query: NoteModel.list })
  .get('/search', ({ query }) => NoteService.search(query.q, query.limit), { query: NoteModel.search }) // expect: require-pagination-cap/uncappedLimit
  .get('/:id', async ({ params: { id }, db, error }) => {
    const note = await db.query.notes.findFirst({ where: eq(table.id, id) }) // expect: no-db-in-controller/queryInController
    return note ?? error(404, 'No such note')
  }, { params: t.Object({ id: t.Numeric() }) })
  .post('/', ({ body }) => NoteService.create(1, body), { body: NoteModel.create })
  .post('/duplicate', ({ body }) => NoteService.duplicate(body.ids, 1), { body: t.Object({ ids: t.Array(t.Number()) }) })
  .delete('/', ({ body }) => NoteService.removeMany(body.ids), { body: t.Object({ ids: t.Array(t.Number()) }) })
  .get('/export', async ({ set, error }) => {
    try {
      return await NoteService.list(50, 0)
    } catch (e) {
      return error(500, { message: 'Export failed', cause: e }) // expect: no-raw-error-response/rawErrorObject
    }
  })
