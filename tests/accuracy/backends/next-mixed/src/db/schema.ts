import { pgTable, serial, text, integer } from 'drizzle-orm/pg-core'

export const products = pgTable('products', { id: serial('id').primaryKey(), name: text('name').notNull(), price: integer('price').notNull() })
export const reviews = pgTable('reviews', { id: serial('id').primaryKey(), productId: integer('product_id').notNull(), stars: integer('stars').notNull() })
