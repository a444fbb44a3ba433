import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

export const surveys = pgTable('surveys', { id: serial('id').primaryKey(), title: text('title').notNull(), ownerId: integer('owner_id') })
export const answers = pgTable('answers', { id: serial('id').primaryKey(), surveyId: integer('survey_id'), text: text('text') })
export const users = pgTable('users', { id: serial('id').primaryKey(), email: text('email'), password: text('password') })
