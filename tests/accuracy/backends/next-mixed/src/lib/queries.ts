import { eq, desc, inArray } from 'drizzle-orm'
import { db, products, reviews } from '@/db'

export const getProducts = (limit: number, offset: number) => db.select().from(products).orderBy(desc(products.id)).limit(limit).offset(offset)

export const getReviews = async (productId: number) => db.select().from(reviews).where(eq(reviews.productId, productId))

export async function getReviewsFor(ids: number[]) {
  return db.select().from(reviews).where(inArray(reviews.productId, ids))
}

export async function getAllProducts() {
  return await db.select().from(products) // expect: require-pagination-cap/unboundedList
}
