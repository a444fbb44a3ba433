import { z } from 'zod'

const schema = z.object({ email: z.string().email(), password: z.string().min(8) })

export default defineEventHandler(async (event) => {
  const body = await readValidatedBody(event, schema.parse)
  const user = await prisma.user.create({ data: body }) // expect: no-db-in-controller/queryInController, no-unhashed-password/plaintext
  return { id: user.id }
})
