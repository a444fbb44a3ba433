import { NextRequest, NextResponse } from 'next/server'
import { getAllProducts, getProducts, getReviewsFor } from '@/lib/queries'

export async function GET(request: NextRequest) {
  const take = Number(request.nextUrl.searchParams.get('take') ?? '12')
  const list = await getProducts(take, 0) // expect: require-pagination-cap/uncappedLimit
  const reviews = await getReviewsFor(list.map((p) => p.id))
  return Response.json(list.map((p) => ({ ...p, reviews: reviews.filter((r) => r.productId === p.id) })))
}

export async function HEAD() {
  return Response.json(await getAllProducts())
}
