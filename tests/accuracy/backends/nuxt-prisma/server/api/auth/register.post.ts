import bcrypt from 'bcryptjs'
import { z } from 'zod'

const schema = z.object({ email: z.string().email(), password: z.string().min(8) })

export default defineEventHandler(async (event) => { // missed: require-rate-limit
  const body = await readValidatedBody(event, (data) => schema.parse(data))
  const user = await prisma.user.create({ data: { email: body.email, password: await bcrypt.hash(body.password, 10) } }) // expect: no-db-in-controller/queryInController
  return { id: user.id }
})
