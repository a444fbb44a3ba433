// why: columns that are worked out over all rows come in one row
import { Hono } from 'hono';
import { weigh } from './weigh';

export const app = new Hono().get('/load', async (c) => c.json(await weigh(c.req.query('state') ?? 'waiting')));
