import { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { db, products } from '@/db'
import { getAllProducts, getProducts, getReviews, getReviewsFor } from '@/lib/queries'
import { withErrors } from '@/lib/api'

const Query = z.object({ limit: z.coerce.number().int().max(48).default(24), offset: z.coerce.number().default(0) })

export const GET = withErrors(async (req) => {
  const { limit, offset } = Query.parse(Object.fromEntries(new URL(req.url).searchParams))
  const list = await getProducts(limit, offset)
  const withReviews = await Promise.all(list.map(async (p) => ({ ...p, reviews: await getReviews(p.id) }))) // expect: no-n-plus-one/queryInLoop
  return NextResponse.json(withReviews)
})

export async function POST(req: NextRequest) {
  try {
    const body = await req.json()
    const [product] = await db.insert(products).values(body).returning() // expect: no-db-in-controller/queryInController, no-mass-assignment/wholeBody
    return NextResponse.json(product, { status: 201 })
  } catch (error: any) {
    return NextResponse.json({ error: error?.message || 'Failed' }, { status: 500 }) // expect: no-raw-error-response/errorMessage
  }
}
