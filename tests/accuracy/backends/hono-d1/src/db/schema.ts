import { sqliteTable, text, integer } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', { id: text('id').primaryKey(), email: text('email').notNull(), password: text('password').notNull() })
export const links = sqliteTable('links', { id: text('id').primaryKey(), url: text('url').notNull(), ownerId: text('owner_id').notNull(), hits: integer('hits').default(0) })
export const tags = sqliteTable('tags', { linkId: text('link_id').notNull(), name: text('name').notNull() })
