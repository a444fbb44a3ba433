import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { UsersService } from './users.service.js'

const NewUser = Type.Object({ email: Type.String({ format: 'email' }), name: Type.String(), password: Type.String({ minLength: 8 }) })

const usersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const users = new UsersService(app.kysely)

  app.post('/users', { schema: { body: NewUser } }, async (req, reply) => {
    try {
      return reply.code(201).send(await users.register(req.body))
    } catch (err: any) {
      if (err.code === '23505') return reply.conflict('E-mail is taken')
      throw err
    }
  })

  app.post('/admin/users', { schema: { body: NewUser } }, async (req, reply) => {
    await users.adminCreate(req.body)
    return reply.code(201).send()
  })
  app.post('/users/reset', { schema: { body: Type.Object({ password: Type.String() }) } }, async (req) => {
    await users.reset(req.user.id, req.body.password)
    return { ok: true }
  })
}

export default usersRoutes
