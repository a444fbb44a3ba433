import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

export const posts = pgTable('post', { id: serial('id').primaryKey(), name: text('name'), authorId: integer('author_id') })
export const users = pgTable('user', { id: serial('id').primaryKey(), email: text('email'), password: text('password') })
