import type { NextApiRequest, NextApiResponse } from 'next'
import clientPromise from '@/lib/mongodb'

const collection = async () => (await clientPromise).db().collection('carts')

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    const limit = parseInt(req.query.limit as string) || 10
    const carts = await collection()
    const docs = await carts.aggregate([{ $sort: { total: -1 } }, { $limit: limit }]).toArray() // expect: no-db-in-controller/queryInController, require-pagination-cap/uncappedLimit
    res.json(docs)
  } catch (e) {
    res.status(500).json({ error: JSON.stringify(e) }) // expect: no-raw-error-response/rawErrorObject
  }
}
