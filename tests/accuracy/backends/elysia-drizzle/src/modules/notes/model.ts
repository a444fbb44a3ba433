import { t } from 'elysia'

export const NoteModel = {
  create: t.Object({ title: t.String({ minLength: 1 }), folderId: t.Optional(t.Number()) }),
  list: t.Object({ limit: t.Numeric({ minimum: 1, maximum: 50, default: 20 }), offset: t.Numeric({ default: 0 }) }),
  search: t.Object({ q: t.String(), limit: t.Optional(t.Numeric()) }),
}
