import { NextResponse } from 'next/server'
import bcrypt from 'bcryptjs'
import connected from '@/lib/mongoose'
import User from '@/models/User'
import { apiError } from '@/lib/api'

export async function POST(req: Request) { // missed: require-rate-limit
  try {
    await connected()
    const { email, password } = await req.json()
    const exists = await User.findOne({ email }) // expect: no-db-in-controller/queryInController
    if (exists) return NextResponse.json({ message: 'User already exists' }, { status: 409 })
    const hashed = await bcrypt.hash(password, 10)
    const user = new User({ email, password: hashed })
    await user.save() // expect: no-db-in-controller/queryInController
    return NextResponse.json({ id: user._id }, { status: 201 })
  } catch (error) {
    return apiError(error) // expect: no-raw-error-response/errorMessage
  }
}

export async function PUT(req: Request) {
  const { email, password } = await req.json()
  await connected()
  const user = await User.findOne({ email }) // expect: no-db-in-controller/queryInController
  user.password = password // expect: no-unhashed-password/plaintext
  await user.save() // expect: no-db-in-controller/queryInController
  return new Response(null, { status: 204 })
}
