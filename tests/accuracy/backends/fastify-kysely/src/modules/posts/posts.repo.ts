import type { Kysely } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database, NewPost } from '../../db/types.js'

export function makePostsRepo(db: Kysely<Database>) {
  const base = () => db.selectFrom('posts').selectAll()

  return {
    list: (limit: number, offset: number) => base().where('published', '=', true).orderBy('id', 'desc').limit(limit).offset(offset).execute(),
    all: () => base().orderBy('id').execute(), // expect: require-pagination-cap/unboundedList
    byId: (id: number) => base().where('id', '=', id).executeTakeFirst(),
    byAuthor: (authorId: number) => base().where('author_id', '=', authorId).execute(),
    async insert(post: NewPost) {
      return db.insertInto('posts').values(post).returningAll().executeTakeFirstOrThrow()
    },
    withComments: (limit: number) =>
      base()
        .select((eb) => [jsonArrayFrom(eb.selectFrom('comments').selectAll().whereRef('comments.post_id', '=', 'posts.id')).as('comments')])
        .limit(limit) // expect: require-pagination-cap/uncappedLimit
        .execute(),
    commentsOf: (postId: number) => db.selectFrom('comments').selectAll().where('post_id', '=', postId).execute(),
    async ensureTags(names: string[]) {
      const ids: number[] = []
      for (const name of names) {
        const found = await db.selectFrom('tags').select('id').where('name', '=', name).executeTakeFirst() // expect: no-n-plus-one/queryInLoop
        if (found) {
          ids.push(found.id)
          continue
        }
        const { id } = await db.insertInto('tags').values({ name }).returning('id').executeTakeFirstOrThrow() // expect: no-n-plus-one/writeInLoop
        ids.push(id)
      }
      return ids
    },
    search(filters: Record<string, string>) {
      let query = base().limit(50)
      for (const [column, value] of Object.entries(filters)) {
        query = query.where(column as 'title', 'ilike', `%${value}%`)
      }
      return query.execute()
    },
  }
}
export type PostsRepo = ReturnType<typeof makePostsRepo>
