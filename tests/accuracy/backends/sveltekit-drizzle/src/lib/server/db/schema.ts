import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const plant = sqliteTable('plant', { id: integer('id').primaryKey(), name: text('name'), userId: text('user_id') })
export const watering = sqliteTable('watering', { id: integer('id').primaryKey(), plantId: integer('plant_id'), at: integer('at') })
export const user = sqliteTable('user', { id: text('id').primaryKey(), username: text('username'), passwordHash: text('password_hash') })
