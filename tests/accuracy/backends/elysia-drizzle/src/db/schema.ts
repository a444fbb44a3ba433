import { pgTable, serial, text, integer } from 'drizzle-orm/pg-core'

export const users = pgTable('users', { id: serial('id').primaryKey(), email: text('email').notNull(), password: text('password').notNull() })
export const notes = pgTable('notes', { id: serial('id').primaryKey(), title: text('title').notNull(), userId: integer('user_id').notNull(), folderId: integer('folder_id') })
export const folders = pgTable('folders', { id: serial('id').primaryKey(), name: text('name').notNull(), parentId: integer('parent_id') })
