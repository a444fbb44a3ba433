import { FastifyPluginAsync } from 'fastify';
import { makeUserService } from './users.service';

export const userRoutes: FastifyPluginAsync = async (app) => {
  const users = makeUserService(app.prisma);

  app.post<{ Body: { email: string; password: string } }>('/', async (request, reply) => { // missed: require-rate-limit
    const user = await users.register(request.body);
    return reply.code(201).send({ id: user.id });
  });

  app.post<{ Body: { token: string; password: string } }>('/reset', async (request, reply) => { // missed: require-rate-limit
    await users.resetPassword(request.body.token, request.body.password);
    return reply.code(204).send();
  });

  app.patch<{ Params: { id: string }; Body: { name?: string; password?: string } }>('/:id', async (request) => {
    return users.update(request.params.id, request.body); // expect: no-mass-assignment/wholeBodyThrough // missed: no-sensitive-data-in-response
  });

  app.get('/count', async function (request) {
    const count = await request.server.prisma.user.count(); // expect: no-db-in-controller/queryInController
    return { count };
  });
};
