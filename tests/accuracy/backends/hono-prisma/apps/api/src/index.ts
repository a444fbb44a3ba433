import { Hono } from 'hono';
import { serve } from '@hono/node-server';
import { HTTPException } from 'hono/http-exception';
import { products } from './routes/products';
import { users } from './routes/users';

const app = new Hono().basePath('/api');

app.route('/products', products);
app.route('/users', users);

app.onError((err, c) => {
  if (err instanceof HTTPException) {
    return c.json({ message: err.message }, err.status);
  }
  console.error(err);
  return c.json({ message: 'Unexpected error', detail: err.message }, 500); // expect: no-raw-error-response/errorMessage
});

serve(app);
