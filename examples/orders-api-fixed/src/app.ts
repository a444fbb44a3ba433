import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { pinoHttp } from 'pino-http';
import { errorHandler } from './middleware/errorHandler';
import { productRoutes, reviewerRoutes } from './routes/catalog';
import { customerRoutes } from './routes/customers';
import { orderRoutes } from './routes/orders';

export const app = express();

app.use(pinoHttp());
app.use(express.json());
app.use(rateLimit({ windowMs: 60_000, limit: 100 }));
app.use('/customers', customerRoutes);
app.use('/orders', orderRoutes);
app.use('/products', productRoutes);
app.use('/reviewers', reviewerRoutes);
app.use(errorHandler);
