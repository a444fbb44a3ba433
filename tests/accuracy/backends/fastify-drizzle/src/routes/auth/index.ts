import type { FastifyInstance } from 'fastify'
import bcrypt from 'bcryptjs'

interface Credentials { email: string; password: string }

export default async function authRoutes(fastify: FastifyInstance) {
  fastify.post<{ Body: Credentials }>('/register', async (request, reply) => { // missed: require-rate-limit
    const { email, password } = request.body
    const user = await fastify.users.create(email, password)
    return reply.code(201).send({ id: user.id })
  })

  fastify.post<{ Body: Credentials }>('/login', async (request, reply) => { // missed: require-rate-limit
    const user = await fastify.users.findByEmail(request.body.email)
    if (!user || !(await bcrypt.compare(request.body.password, user.passwordHash))) return reply.code(401).send({ error: 'Invalid credentials' })
    return { ok: true }
  })

  fastify.put<{ Body: { password: string } }>('/password', async (request, reply) => {
    await fastify.users.changePassword(request.user.id, request.body.password)
    return reply.code(204).send()
  })
}
