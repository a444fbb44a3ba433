import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, ZodTypeProvider } from 'fastify-type-provider-zod';
import { ZodError } from 'zod';
import prismaPlugin from './plugins/prisma';
import { eventRoutes } from './modules/events/events.routes';
import { userRoutes } from './modules/users/users.routes';

export function buildApp() {
  const app = Fastify({ logger: true }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.register(prismaPlugin);
  app.register(eventRoutes, { prefix: '/events' });
  app.register(userRoutes, { prefix: '/users' });

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ZodError) {
      return reply.status(400).send({ message: 'Validation error', errors: error.flatten() });
    }
    request.log.error(error);
    return reply.status(500).send({ message: error.message }); // expect: no-raw-error-response/errorMessage
  });
  return app;
}
