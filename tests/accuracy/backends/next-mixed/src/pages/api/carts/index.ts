import type { NextApiRequest, NextApiResponse } from 'next'
import clientPromise from '@/lib/mongodb'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const client = await clientPromise
  const db = client.db('shop')
  if (req.method === 'GET') {
    const carts = await db.collection('carts').find({}).toArray() // expect: no-db-in-controller/queryInController, require-pagination-cap/unboundedList
    return res.status(200).json(carts)
  }
  if (req.method === 'PATCH') {
    for (const item of req.body.items) {
      await db.collection('carts').updateOne({ _id: req.body.cartId, 'items.sku': item.sku }, { $set: { 'items.$.quantity': item.quantity } }) // expect: no-db-in-controller/queryInController, no-n-plus-one/writeInLoop
    }
    return res.status(204).end()
  }
  res.status(405).end()
}
