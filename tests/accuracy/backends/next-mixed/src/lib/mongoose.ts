import mongoose from 'mongoose'

const kept = ((globalThis as any).database ??= { connection: null, opening: null })

export default async function connected() {
  if (kept.connection) return kept.connection
  kept.opening ??= mongoose.connect(process.env.MONGODB_URI!)
  kept.connection = await kept.opening
  return kept.connection
}
