// why: a client that hangs on the server is a client in a handler too
import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';

const app = Fastify();
app.decorate('prisma', new PrismaClient());

app.get<{ Params: { slug: string } }>('/articles/:slug', async (request) => {
  return app.prisma.article.findUnique({ where: { slug: request.params.slug } }); // expect: no-db-in-controller/queryInController
});

await app.listen({ port: 3000 });
