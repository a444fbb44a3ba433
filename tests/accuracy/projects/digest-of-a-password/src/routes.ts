// why: a fast digest of a password that a helper makes is stored
import type { FastifyInstance } from 'fastify';
import type { Users } from './users';

export function routes(app: FastifyInstance, users: Users) {
  app.post<{ Body: { email: string; password: string } }>('/users', async (request, reply) => {
    await users.add(request.body.email, request.body.password);
    return reply.code(201).send();
  });
}
