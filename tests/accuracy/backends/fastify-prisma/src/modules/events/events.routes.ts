import { FastifyInstance } from 'fastify';
import { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { EventService } from './events.service';

export async function eventRoutes(app: FastifyInstance) {
  const service = new EventService(app.prisma);
  const server = app.withTypeProvider<ZodTypeProvider>();

  server.get(
    '/',
    {
      schema: {
        querystring: z.object({
          query: z.string().optional(),
          pageIndex: z.coerce.number().default(0),
          pageSize: z.coerce.number().default(10),
        }),
      },
    },
    async (request) => service.list(request.query),
  );

  server.get(
    '/upcoming',
    { schema: { querystring: z.object({ max: z.coerce.number().max(50).default(10) }) } },
    async (request) => service.upcoming(request.query.max),
  );

  server.get('/venues', async () => ({ venues: await service.venues() }));

  server.get('/:id/attendees', async (request) => {
    const { id } = request.params as { id: string };
    return service.attendees(id);
  });

  server.post('/:id/check-in', async (request, reply) => {
    try {
      const { badges } = request.body as { badges: string[] };
      return await service.checkInAll((request.params as any).id, badges);
    } catch (err) {
      request.log.error(err);
      return reply.code(422).send({ message: `Check-in failed: ${err}` }); // expect: no-raw-error-response/rawErrorObject
    }
  });

  server.get('/:id', async (request, reply) => {
    const { id } = request.params as { id: string };
    const event = await app.prisma.event.findUnique({ where: { id } }); // expect: no-db-in-controller/queryInController
    if (!event) return reply.code(404).send({ message: `Event ${id} not found` });
    return event;
  });
}
