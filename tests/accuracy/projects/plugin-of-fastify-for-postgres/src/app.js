// why: the plugin for Postgres gives the server a pool, which a handler asks
const fastify = require('fastify')();

fastify.register(require('@fastify/postgres'), { connectionString: process.env.DATABASE_URL });

fastify.get('/stops/:id', async (request, reply) => {
  const { rows } = await fastify.pg.query('SELECT name FROM stops WHERE id = $1', [request.params.id]); // expect: no-db-in-controller/queryInController
  return rows[0] ?? reply.code(404).send();
});

fastify.listen({ port: 3000 });
