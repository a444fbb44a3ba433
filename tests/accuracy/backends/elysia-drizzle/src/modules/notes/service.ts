import { desc, eq, ilike, inArray } from 'drizzle-orm'
import { db } from '../../db'
import { notes } from '../../db/schema'

export abstract class NoteService {
  static async list(limit: number, offset: number) {
    return db.select().from(notes).orderBy(desc(notes.id)).limit(limit).offset(offset)
  }

  static async search(q: string, limit?: number) {
    const query = db.select().from(notes).where(ilike(notes.title, `%${q}%`)).$dynamic()
    if (limit) query.limit(limit) // expect: require-pagination-cap/uncappedLimit
    return query
  }

  static async create(userId: number, data: { title: string; folderId?: number }) {
    const [note] = await db.insert(notes).values({ ...data, userId }).returning()
    return note
  }

  static async removeMany(ids: number[]) {
    await db.delete(notes).where(inArray(notes.id, ids))
  }

  static async duplicate(ids: number[], userId: number) {
    const copies = []
    for (const id of ids) {
      const [note] = await db.select().from(notes).where(eq(notes.id, id)) // expect: no-n-plus-one/queryInLoop
      if (note) copies.push(await NoteService.create(userId, { title: `${note.title} (copy)` })) // expect: no-n-plus-one/writeInLoop
    }
    return copies
  }
}
