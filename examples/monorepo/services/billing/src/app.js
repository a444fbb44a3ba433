import { customerName } from '@shop/data';
import fastify from 'fastify';

const app = fastify();

app.get('/invoices/:customer', async (request) => ({ data: { customer: await customerName(request.params.customer) } }));

export default app;
