import { MongoClient } from 'mongodb'

declare global {
  var mongoClient: Promise<MongoClient> | undefined
}

const client = new MongoClient(process.env.MONGODB_URI as string)
const clientPromise = (globalThis.mongoClient ??= client.connect())

export default clientPromise
