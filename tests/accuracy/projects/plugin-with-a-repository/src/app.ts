// why: what a plugin hangs on the server may be the app's own repository
import Fastify from 'fastify';
import { Pool } from 'pg';
import { Stops } from './stops';

const app = Fastify();
app.decorate('stops', new Stops(new Pool()));

app.get<{ Params: { id: string } }>('/stops/:id', async (request, reply) => {
  const stop = await app.stops.byId(request.params.id);
  return stop ?? reply.code(404).send();
});

await app.listen({ port: 3000 });
